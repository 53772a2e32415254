//@ expect: none
//@ effect: none

use std::io;
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixDatagram;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use must_abort::must_abort;

#[must_abort(abort)]
#[derive(Clone)]
struct Packets {
    socket: Arc<UnixDatagram>,
}

impl Packets {
    fn next(&self) -> Option<usize> {
        match self.socket.recv(&mut [0; 64]) {
            Ok(0) | Err(_) => None,
            Ok(len) => Some(len),
        }
    }

    fn abort(&self) {
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}

struct Capture {
    child: Child,
    packets: Packets,
    counter: JoinHandle<usize>,
}

impl Capture {
    fn start(script: &str) -> io::Result<Capture> {
        let (theirs, ours) = UnixDatagram::pair()?;
        let child = Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(OwnedFd::from(theirs)).spawn()?;
        let packets = Packets { socket: Arc::new(ours) };
        let heard = packets.clone();
        let counter = thread::spawn(move || {
            let mut bytes = 0;
            while let Some(len) = heard.next() {
                bytes += len;
            }
            bytes
        });
        Ok(Capture { child, packets, counter })
    }

    fn stop(mut self) -> io::Result<usize> {
        let killed = self.child.kill();
        self.child.wait()?;
        self.packets.abort();
        killed?;
        Ok(self.counter.join().unwrap_or(0))
    }
}

fn main() -> io::Result<()> {
    let capture = Capture::start("while true; do echo packet; sleep 0.01; done")?;
    thread::sleep(Duration::from_millis(50));
    println!("captured something: {}", capture.stop()? > 0);
    Ok(())
}

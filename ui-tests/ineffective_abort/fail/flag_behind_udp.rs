//@ expect: ineffective_abort
//@ effect: hang

use std::io;
use std::net::{SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};

struct Statsd {
    addr: SocketAddr,
    stopped: Arc<AtomicBool>,
    seen: Arc<AtomicUsize>,
    receiver: Option<JoinHandle<io::Result<()>>>,
}

impl Statsd {
    fn bind() -> io::Result<Self> {
        let socket = UdpSocket::bind("127.0.0.1:0")?;
        let addr = socket.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let seen = Arc::new(AtomicUsize::new(0));
        let (flag, count) = (stopped.clone(), seen.clone());
        let receiver = thread::spawn(move || {
            let mut packet = [0; 512];
            while !flag.load(Ordering::Acquire) {
                let (len, _) = socket.recv_from(&mut packet)?;
                if packet[..len].contains(&b':') {
                    count.fetch_add(1, Ordering::Relaxed);
                }
            }
            Ok(())
        });
        Ok(Statsd { addr, stopped, seen, receiver: Some(receiver) })
    }
}

impl Drop for Statsd {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release); //~ ineffective_abort
        if let Some(receiver) = self.receiver.take() {
            let _ = receiver.join();
        }
    }
}

fn main() -> io::Result<()> {
    let statsd = Statsd::bind()?;
    let client = UdpSocket::bind("127.0.0.1:0")?;
    for line in ["requests:1|c", "latency:20|ms", "garbage"] {
        client.send_to(line.as_bytes(), statsd.addr)?;
    }
    thread::sleep(std::time::Duration::from_millis(50));
    println!("some seen: {}", statsd.seen.load(Ordering::Relaxed) > 0);
    Ok(())
}

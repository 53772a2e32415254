//@ expect: none
//@ effect: none

use std::io;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGUSR1};
use signal_hook::iterator::{Handle, Signals};

struct Reloader {
    handle: Handle,
    thread: Option<JoinHandle<usize>>,
}

impl Reloader {
    fn start(notify: mpsc::Sender<i32>) -> io::Result<Reloader> {
        let mut signals = Signals::new([SIGHUP, SIGUSR1])?;
        let handle = signals.handle();
        let thread = thread::spawn(move || {
            let mut count = 0;
            for signal in &mut signals {
                count += 1;
                if notify.send(signal).is_err() {
                    break;
                }
            }
            count
        });
        Ok(Reloader { handle, thread: Some(thread) })
    }

    fn stop(&mut self) -> usize {
        self.handle.close();
        let count = match self.thread.take() {
            Some(thread) => thread.join().unwrap_or(0),
            None => 0,
        };
        count
    }
}

fn main() -> io::Result<()> {
    let (notify, reloads) = mpsc::channel();
    let mut reloader = Reloader::start(notify)?;
    signal_hook::low_level::raise(SIGHUP)?;
    if let Ok(signal) = reloads.recv_timeout(Duration::from_secs(1)) {
        println!("reload on {signal}");
    }
    println!("{} reloads", reloader.stop());
    Ok(())
}

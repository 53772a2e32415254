use std::os::unix::net::UnixDatagram;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub struct Sensor {
    stop: Arc<AtomicBool>,
    handle: JoinHandle<()>,
}

impl Sensor {
    pub fn start(socket: UnixDatagram) -> Sensor {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let handle = thread::spawn(move || {
            let mut level = 0u8;
            while !stopped.load(Ordering::Acquire) {
                level = level.wrapping_add(1);
                let _ = socket.send(&[level]);
                thread::sleep(Duration::from_millis(2));
            }
        });
        Sensor { stop, handle }
    }

    pub fn kill(self) {
        self.stop.store(true, Ordering::Release);
        let _ = self.handle.join();
    }
}

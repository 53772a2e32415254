use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use signal_hook::consts::{SIGHUP, SIGTERM};
use signal_hook::iterator::{Handle, Signals};

pub struct SignalWatch {
    handle: Handle,
    thread: JoinHandle<usize>,
    stop: Arc<AtomicBool>,
}

impl SignalWatch {
    pub fn install() -> io::Result<SignalWatch> {
        let mut signals = Signals::new([SIGHUP, SIGTERM])?;
        let handle = signals.handle();
        let stop = Arc::new(AtomicBool::new(false));
        let seen = stop.clone();
        let thread = thread::spawn(move || {
            let mut count = 0;
            for signal in signals.forever() {
                count += 1;
                if signal == SIGTERM {
                    seen.store(true, Ordering::SeqCst);
                }
            }
            count
        });
        Ok(SignalWatch { handle, thread, stop })
    }

    pub fn interrupted(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    pub fn uninstall(self) -> usize {
        let count = self.thread.join().unwrap_or(0); //~ abort_after_wait
        self.handle.close();
        count
    }
}

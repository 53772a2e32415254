//@ expect: lossy_abort
//@ effect: lost

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;
use std::time::Duration;

struct Mixer {
    stop: SyncSender<()>,
    mixed: Arc<AtomicU32>,
}

fn mix(stop: &Receiver<()>, mixed: &AtomicU32) {
    loop {
        match stop.try_recv() {
            Ok(()) | Err(TryRecvError::Disconnected) => return,
            Err(TryRecvError::Empty) => {}
        }
        thread::sleep(Duration::from_millis(3));
        mixed.fetch_add(1, Ordering::Relaxed);
    }
}

impl Mixer {
    fn start() -> Mixer {
        let (stop, stopped) = sync_channel(0);
        let mixed = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&mixed);
        thread::spawn(move || mix(&stopped, &counter));
        Mixer { stop, mixed }
    }

    fn mixed(&self) -> u32 {
        self.mixed.load(Ordering::Relaxed)
    }

    fn stop(&self) {
        let _ = self.stop.try_send(()); //~ lossy_abort
    }
}

fn main() -> ExitCode {
    let mixer = Mixer::start();
    thread::sleep(Duration::from_millis(20));
    mixer.stop();
    thread::sleep(Duration::from_millis(20));
    let before = mixer.mixed();
    thread::sleep(Duration::from_millis(60));
    if mixer.mixed() > before {
        println!("the mixer did not hear it");
        return ExitCode::from(3);
    }
    println!("silence");
    ExitCode::SUCCESS
}

//@ expect: lossy_abort
//@ effect: lost

use std::sync::mpsc::{self, Receiver, SyncSender, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

struct Heartbeat {
    stop: SyncSender<()>,
    beats: Arc<Mutex<u32>>,
}

fn beat(stop: Receiver<()>, beats: Arc<Mutex<u32>>) {
    loop {
        *beats.lock().unwrap() += 1;
        thread::sleep(Duration::from_millis(10));
        match stop.try_recv() {
            Ok(()) => return,
            Err(mpsc::TryRecvError::Empty) => {}
            Err(mpsc::TryRecvError::Disconnected) => thread::sleep(Duration::from_millis(1)),
        }
    }
}

impl Heartbeat {
    fn start() -> Heartbeat {
        let (stop, stopped) = mpsc::sync_channel(0);
        let beats = Arc::new(Mutex::new(0));
        let count = Arc::clone(&beats);
        thread::spawn(move || beat(stopped, count));
        Heartbeat { stop, beats }
    }

    fn count(&self) -> u32 {
        *self.beats.lock().unwrap()
    }

    fn stop(self) -> Arc<Mutex<u32>> {
        self.stop.try_send(()).ok(); //~ lossy_abort
        self.beats
    }
}

fn pause(length: u64) -> Result<(), RecvTimeoutError> {
    let (_keep, never) = mpsc::channel::<()>();
    never.recv_timeout(Duration::from_millis(length))
}

fn main() {
    let heartbeat = Heartbeat::start();
    let _ = pause(55);
    println!("beating: {}", heartbeat.count() > 1);
    let beats = heartbeat.stop();
    let _ = pause(50);
    let before = *beats.lock().unwrap();
    let _ = pause(100);
    if *beats.lock().unwrap() > before {
        println!("still beating");
        std::process::exit(3);
    }
}

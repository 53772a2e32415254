use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

pub struct Printer {
    pages: Sender<String>,
    running: Arc<AtomicBool>,
    thread: JoinHandle<u32>,
}

fn run(device: &str, pages: &Receiver<String>, running: &AtomicBool) -> u32 {
    let mut printed = 0;
    while running.load(Ordering::SeqCst) {
        let Ok(page) = pages.recv() else {
            break;
        };
        thread::sleep(Duration::from_millis(1));
        println!("{device}: {page}");
        printed += 1;
    }
    printed
}

impl Printer {
    pub fn start(device: &'static str) -> Printer {
        let (pages, queue) = unbounded();
        let running = Arc::new(AtomicBool::new(true));
        let flag = Arc::clone(&running);
        let thread = thread::spawn(move || run(device, &queue, &flag));
        Printer { pages, running, thread }
    }

    pub fn print(&self, page: &str) -> Result<(), &'static str> {
        self.pages.send(page.to_owned()).map_err(|_| "the printer is off")
    }

    pub fn stop(self) -> Result<u32, &'static str> {
        thread::sleep(Duration::from_millis(20));
        self.running.store(false, Ordering::SeqCst);
        drop(self.pages);
        self.thread.join().map_err(|_| "the printer broke")
    }
}

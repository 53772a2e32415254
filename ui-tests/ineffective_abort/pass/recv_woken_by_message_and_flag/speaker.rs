use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

enum Item {
    Text(&'static str),
    Wake,
}

pub struct Speaker {
    items: Sender<Item>,
    muted: Arc<AtomicBool>,
    thread: Option<JoinHandle<usize>>,
}

fn speak(items: &Receiver<Item>, muted: &AtomicBool) -> usize {
    let mut spoken = 0;
    while let Ok(item) = items.recv() {
        if muted.load(Ordering::Acquire) {
            break;
        }
        match item {
            Item::Text(text) => {
                println!("\"{text}\"");
                spoken += 1;
            }
            Item::Wake => {}
        }
    }
    spoken
}

impl Speaker {
    pub fn new() -> Speaker {
        let (items, inbox) = channel();
        let muted = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&muted);
        Speaker { items, muted, thread: Some(thread::spawn(move || speak(&inbox, &flag))) }
    }

    pub fn say(&self, text: &'static str) -> bool {
        self.items.send(Item::Text(text)).is_ok()
    }
}

impl Drop for Speaker {
    fn drop(&mut self) {
        self.muted.store(true, Ordering::Release);
        let _ = self.items.send(Item::Wake);
        if let Some(thread) = self.thread.take() {
            println!("spoke at most two: {}", thread.join().is_ok_and(|n| n <= 2));
        }
    }
}

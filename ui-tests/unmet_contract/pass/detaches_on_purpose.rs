//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use must_abort::{detaches, joins};

struct Upload {
    thread: JoinHandle<u32>,
    done: Receiver<u32>,
}

fn send(parts: u32, done: &Sender<u32>) -> u32 {
    let mut sent = 0;
    for _ in 0..parts {
        thread::sleep(Duration::from_millis(1));
        sent += 1;
    }
    let _ = done.send(sent);
    sent
}

impl Upload {
    fn start(parts: u32) -> Upload {
        let (report, done) = channel();
        let thread = thread::spawn(move || send(parts, &report));
        Upload { thread, done }
    }

    #[detaches(self.thread)]
    fn in_background(self) -> Receiver<u32> {
        drop(self.thread);
        self.done
    }

    #[joins(self.thread)]
    fn wait(self) -> Option<u32> {
        self.thread.join().ok()
    }
}

fn main() {
    let background = Upload::start(4).in_background();
    println!("foreground {:?}", Upload::start(2).wait());
    println!("background {:?}", background.recv().ok());
}

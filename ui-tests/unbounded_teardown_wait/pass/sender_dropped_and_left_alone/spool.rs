use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};

pub struct Spool {
    pages: Option<Sender<String>>,
    name: &'static str,
}

fn print(pages: Receiver<String>, done: Sender<usize>) {
    let mut printed = 0;
    for page in pages {
        thread::sleep(Duration::from_millis(page.len() as u64));
        printed += 1;
    }
    if done.send(printed).is_err() {
        eprintln!("nobody wants to know");
    }
}

impl Spool {
    pub fn open() -> (Spool, Receiver<usize>) {
        let (pages, queue) = unbounded();
        let (report, done) = bounded(1);
        thread::spawn(move || print(queue, report));
        (Spool { pages: Some(pages), name: "spool" }, done)
    }

    pub fn print(&self, page: &str) -> bool {
        self.pages.as_ref().is_some_and(|pages| pages.send(page.to_owned()).is_ok())
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        if self.pages.take().is_some() {
            println!("{} closed", self.name);
        }
    }
}

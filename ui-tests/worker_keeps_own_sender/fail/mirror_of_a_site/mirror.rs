use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use crate::fetch::fetch_all;
use crate::frontier::Frontier;
use crate::site::Site;

pub struct Mirror {
    todo: Sender<&'static str>,
    fetcher: JoinHandle<usize>,
}

impl Mirror {
    pub fn start(site: Site) -> Mirror {
        let (todo, inbox) = channel();
        let frontier = Frontier::new(todo.clone());
        let fetcher = thread::spawn(move || fetch_all(&site, inbox, frontier));
        Mirror { todo, fetcher }
    }

    pub fn add(&self, path: &'static str) {
        if self.todo.send(path).is_err() {
            eprintln!("{path}: the mirror is done");
        }
    }

    pub fn finish(self) -> usize {
        let Mirror { todo, fetcher } = self;
        drop(todo);
        fetcher.join().unwrap_or(0)
    }
}

use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use crate::fetch::fetch_all;
use crate::frontier::{Frontier, Visit};
use crate::site::Site;

pub struct Mirror {
    todo: Sender<Visit>,
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
        if self.todo.send(Visit::Page(path)).is_err() {
            eprintln!("{path}: the mirror is done");
        }
    }

    pub fn finish(self) -> usize {
        let Mirror { todo, fetcher } = self;
        if todo.send(Visit::Done).is_err() {
            eprintln!("the mirror was done already");
        }
        fetcher.join().unwrap_or(0)
    }
}

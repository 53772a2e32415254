//@ expect: none
//@ effect: none
//! A router whose routes are closed one by one, each taken apart in the argument of the closure that closes it.

use std::collections::BTreeMap;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

struct Route {
    out: Sender<String>,
    writer: JoinHandle<usize>,
}

struct Router {
    routes: BTreeMap<u8, Route>,
    spare: Vec<Route>,
}

impl Route {
    fn new() -> Self {
        let (out, lines) = channel::<String>();
        let writer = thread::spawn(move || lines.into_iter().map(|line| line.len()).sum());
        Self { out, writer }
    }
}

impl Router {
    fn open(&mut self, id: u8) {
        self.routes.insert(id, Route::new());
        self.spare.push(Route::new());
    }

    fn close(mut self) -> usize {
        self.spare.drain(..).for_each(|Route { out, writer }| {
            drop(out);
            writer.join().ok();
        });
        std::mem::take(&mut self.routes)
            .into_values()
            .map(|Route { out, writer }| {
                out.send("bye".to_owned()).ok();
                drop(out);
                writer.join().unwrap_or(0)
            })
            .sum()
    }
}

fn main() {
    let mut router = Router { routes: BTreeMap::new(), spare: Vec::new() };
    router.open(1);
    router.open(2);
    println!("{} bytes", router.close());
}

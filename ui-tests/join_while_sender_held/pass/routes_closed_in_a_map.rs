//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

struct Route {
    out: Sender<String>,
    writer: JoinHandle<usize>,
}

struct Router {
    routes: BTreeMap<u8, Route>,
    audit: Sender<String>,
}

impl Router {
    fn open(&mut self, id: u8) {
        let (out, lines): (Sender<String>, Receiver<String>) = channel();
        let audit = self.audit.clone();
        let writer = thread::spawn(move || {
            lines
                .into_iter()
                .map(|line| {
                    let len = line.len();
                    audit.send(line).ok();
                    len
                })
                .sum()
        });
        self.routes.insert(id, Route { out, writer });
    }

    fn close(mut self) -> usize {
        std::mem::take(&mut self.routes)
            .into_values()
            .map(|Route { out, writer }| {
                out.send("bye".into()).ok();
                drop(out);
                writer.join().unwrap_or(0)
            })
            .sum()
    }
}

fn main() {
    let (audit, seen) = channel();
    let mut router = Router { routes: BTreeMap::new(), audit };
    router.open(1);
    router.open(2);
    let log = thread::spawn(move || seen.iter().count());
    println!("{} bytes", router.close());
    println!("{} lines", log.join().unwrap());
}

//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

enum Msg { Sub(Sender<u32>), Stop }
struct System { actors: HashMap<&'static str, (Sender<Msg>, JoinHandle<()>)> }
impl System {
    fn spawn(&mut self, name: &'static str) {
        let (tx, rx) = mpsc::channel();
        let task = thread::spawn(move || {
            let mut subs: Vec<Sender<u32>> = vec![];
            while let Ok(msg) = rx.recv() {
                match msg {
                    Msg::Sub(s) => subs.push(s),
                    Msg::Stop => return,
                }
            }
        });
        self.actors.insert(name, (tx, task));
    }
    fn stop(&mut self, name: &str) {
        if let Some((tx, task)) = self.actors.remove(name) {
            let _ = tx.send(Msg::Stop);
            let _ = task.join();
        }
    }
}
fn main() {
    let mut sys = System { actors: HashMap::new() };
    sys.spawn("a"); sys.spawn("b");
    let (sub, updates) = mpsc::channel();
    let _ = sys.actors["a"].0.send(Msg::Sub(sub));
    sys.stop("a");
    println!("{}", updates.iter().count());
}

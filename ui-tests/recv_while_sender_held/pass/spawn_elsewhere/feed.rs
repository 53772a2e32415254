use std::sync::mpsc::Sender;
use std::thread;

pub fn start(tx: &Sender<u32>, count: u32) {
    for i in 0..count {
        let tx = tx.clone();
        thread::spawn(move || tx.send(i).unwrap());
    }
}

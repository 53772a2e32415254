//@ expect: none
//@ effect: none

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

#[derive(Debug)]
struct Progress {
    percent: u32,
}

// Nobody has to look at the progress, and the work is done all the same: it comes to its end by itself.
fn compress(blocks: u32, progress: &Sender<Progress>) -> u32 {
    let mut size = 0;
    for block in 0..blocks {
        size += 100 - block % 7;
        thread::sleep(Duration::from_millis(1));
        let _ = progress.send(Progress { percent: 100 * (block + 1) / blocks });
    }
    size
}

fn watch(progress: Receiver<Progress>, enough: u32) -> Option<u32> {
    let reached = progress.iter().find(|progress| progress.percent >= enough)?;
    Some(reached.percent)
}

fn main() {
    let (sender, progress) = unbounded();
    let worker = thread::spawn(move || compress(40, &sender));
    println!("seen: {:?}", watch(progress, 20).is_some());
    match worker.join() {
        Ok(size) => println!("{size} bytes"),
        Err(_) => eprintln!("compression failed"),
    }
}

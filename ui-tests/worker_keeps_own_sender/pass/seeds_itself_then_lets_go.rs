//@ expect: none
//@ effect: none

use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

#[derive(Debug)]
struct Range {
    from: u64,
    to: u64,
}

struct Summer {
    ranges: Receiver<Range>,
    own: Option<Sender<Range>>,
    chunk: u64,
}

impl Summer {
    fn seed(&mut self, limit: u64) {
        let Some(own) = self.own.take() else {
            return;
        };
        let mut from = 0;
        while from < limit {
            let to = limit.min(from + self.chunk);
            if own.send(Range { from, to }).is_err() {
                return;
            }
            from = to;
        }
    }

    fn run(mut self, limit: u64) -> u64 {
        self.seed(limit);
        let mut sum = 0;
        while let Ok(range) = self.ranges.recv() {
            sum += (range.from..range.to).sum::<u64>();
        }
        sum
    }
}

fn main() {
    let (sender, ranges) = unbounded();
    let summer = Summer { ranges, own: Some(sender.clone()), chunk: 30 };
    let _ = sender.send(Range { from: 100, to: 103 });
    drop(sender);
    let worker = thread::spawn(move || summer.run(100));
    println!("sum {:?}", worker.join().ok());
}

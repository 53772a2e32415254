//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};

#[derive(Clone, Debug)]
enum Frame {
    Done { job: u32, bytes: usize },
    Garbled(Vec<u8>),
}

#[derive(Default)]
struct Table {
    jobs: Mutex<BTreeMap<u32, Sender<usize>>>,
}

impl Table {
    fn insert(&self, job: u32) -> Receiver<usize> {
        let (done, result) = bounded(1);
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.insert(job, done);
        result
    }

    fn resolve(&self, job: u32, bytes: usize) {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(done) = jobs.remove(&job) {
            let _ = done.send(bytes);
        }
    }

    fn drain(&self) {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.clear();
    }
}

fn dispatch(frames: Receiver<Frame>, table: &Table) -> Result<(), usize> {
    for frame in frames {
        match frame {
            Frame::Done { job, bytes } => table.resolve(job, bytes),
            Frame::Garbled(bytes) => {
                table.drain();
                return Err(bytes.len());
            }
        }
    }
    table.drain();
    Ok(())
}

fn main() {
    let table = Arc::new(Table::default());
    let (wire, frames) = unbounded();
    let results: Vec<_> = (1..=3).map(|job| table.insert(job)).collect();
    let theirs = Arc::clone(&table);
    thread::spawn(move || {
        if let Err(bytes) = dispatch(frames, &theirs) {
            eprintln!("garbled frame of {bytes} bytes");
        }
    });
    let sent = [Frame::Done { job: 1, bytes: 10 }, Frame::Garbled(vec![0; 3]), Frame::Done { job: 3, bytes: 30 }];
    for frame in sent {
        let _ = wire.send(frame);
    }
    drop(wire);
    for (job, result) in results.iter().enumerate() {
        println!("job {}: {:?}", job + 1, result.recv().ok());
    }
}

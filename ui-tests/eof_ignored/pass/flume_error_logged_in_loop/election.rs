use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use flume::{Receiver, Sender};

#[derive(Debug)]
pub enum Vote {
    For(&'static str),
    Against(&'static str),
}

#[derive(Default)]
pub struct Election {
    tally: BTreeMap<&'static str, i64>,
    faults: Arc<AtomicU64>,
}

impl Election {
    pub fn count(&mut self, votes: &Receiver<Vote>, quorum: i64) -> &'static str {
        loop {
            match votes.recv() {
                Ok(Vote::For(name)) => *self.tally.entry(name).or_default() += 1,
                Ok(Vote::Against(name)) => *self.tally.entry(name).or_default() -= 1,
                Err(err) => {
                    eprintln!("no more votes: {err}");
                    self.faults.fetch_add(1, Ordering::Relaxed);
                    return "nobody";
                }
            }
            if let Some((winner, _)) = self.tally.iter().find(|(_, count)| **count >= quorum) {
                return winner;
            }
        }
    }
}

pub fn vote(booth: u8, votes: Sender<Vote>) {
    thread::spawn(move || {
        let _ = votes.send(Vote::For("ann"));
        let second = if booth % 2 == 0 { Vote::For("bob") } else { Vote::Against("ann") };
        let _ = votes.send(second);
    });
}

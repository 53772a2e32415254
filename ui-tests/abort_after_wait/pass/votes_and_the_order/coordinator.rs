use std::sync::mpsc::{Sender, channel};
use std::thread::{self, ScopedJoinHandle};

use crate::participant::{Order, Participant, Vote};

pub fn vote(participant: &Sender<Order>, amount: u32) -> Result<Vote, String> {
    let (reply, answer) = channel();
    participant.send(Order::Prepare(amount, reply)).map_err(|_| "gone".to_string())?;
    answer.recv().map_err(|_| "silent".to_string())
}

pub fn transact(limits: &[u32], amount: u32) -> Result<u32, String> {
    thread::scope(|scope| {
        let mut senders = Vec::new();
        let mut handles: Vec<ScopedJoinHandle<'_, Option<u32>>> = Vec::new();
        for &limit in limits {
            let (sender, orders) = channel();
            senders.push(sender);
            handles.push(scope.spawn(move || Participant { limit, orders }.run()));
        }
        let mut agreed = true;
        for sender in &senders {
            agreed &= vote(sender, amount)? == Vote::Yes;
        }
        for sender in &senders {
            let _ = sender.send(if agreed { Order::Commit } else { Order::Rollback });
        }
        let mut total = 0;
        for handle in handles {
            total += handle.join().map_err(|_| "panicked")?.unwrap_or(0);
        }
        Ok(total)
    })
}

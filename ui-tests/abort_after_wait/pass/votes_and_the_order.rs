//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, ScopedJoinHandle};

#[derive(Clone, Copy, PartialEq, Debug)]
enum Vote {
    Yes,
    No,
}

enum Order {
    Prepare(u32, Sender<Vote>),
    Commit,
    Rollback,
}

struct Participant {
    limit: u32,
    orders: Receiver<Order>,
}

impl Participant {
    fn run(self) -> Option<u32> {
        let mut prepared = None;
        for order in self.orders.iter() {
            match order {
                Order::Prepare(amount, reply) => {
                    let vote = if amount <= self.limit { Vote::Yes } else { Vote::No };
                    if vote == Vote::Yes {
                        prepared = Some(amount);
                    }
                    let _ = reply.send(vote);
                }
                Order::Commit => return prepared,
                Order::Rollback => return None,
            }
        }
        None
    }
}

fn vote(participant: &Sender<Order>, amount: u32) -> Result<Vote, String> {
    let (reply, answer) = channel();
    participant.send(Order::Prepare(amount, reply)).map_err(|_| "gone".to_string())?;
    answer.recv().map_err(|_| "silent".to_string())
}

fn transact(limits: &[u32], amount: u32) -> Result<u32, String> {
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

fn main() {
    println!("{:?}", transact(&[10, 20], 5));
    println!("{:?}", transact(&[10, 20], 15));
}

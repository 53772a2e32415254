use std::sync::mpsc::{Receiver, Sender};

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Vote {
    Yes,
    No,
}

pub enum Order {
    Prepare(u32, Sender<Vote>),
    Commit,
    Rollback,
}

pub struct Participant {
    pub limit: u32,
    pub orders: Receiver<Order>,
}

impl Participant {
    pub fn run(self) -> Option<u32> {
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

use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, select as whichever, tick, unbounded};

use crate::order::Order;

pub struct Controller {
    pub orders: Sender<Order>,
    pub quit: Sender<()>,
    pub thread: JoinHandle<u32>,
}

impl Controller {
    pub fn start() -> Controller {
        let (orders, inbox) = unbounded();
        let (quit, stop) = unbounded();
        let thread = thread::spawn(move || fade(&inbox, &stop));
        Controller { orders, quit, thread }
    }
}

/// Goes to the level that was ordered, step by step.
fn fade(orders: &Receiver<Order>, stop: &Receiver<()>) -> u32 {
    let steps = tick(Duration::from_millis(2));
    let (mut level, mut goal, mut changes) = (0_u8, 0, 0);
    loop {
        whichever! {
            recv(orders) -> order => match order {
                Ok(order) => goal = order.level(),
                Err(_) => goal = 0,
            },
            recv(stop) -> _ => return changes,
            recv(steps) -> _ => {
                if level != goal {
                    level = if level < goal { level + 1 } else { level - 1 };
                    changes += 1;
                }
            }
        }
    }
}

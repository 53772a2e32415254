use std::num::ParseIntError;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, unbounded};

enum Order {
    Sum(String),
    GoHome,
}

struct Member {
    orders: Sender<Order>,
    thread: Option<JoinHandle<Result<u64, ParseIntError>>>,
}

pub struct Crew {
    members: Vec<Member>,
    next: usize,
}

fn work(orders: &Receiver<Order>) -> Result<u64, ParseIntError> {
    let mut sum = 0;
    loop {
        match orders.recv() {
            Ok(Order::Sum(number)) => sum += number.parse::<u64>()?,
            Ok(Order::GoHome) | Err(_) => return Ok(sum),
        }
    }
}

impl Member {
    fn tell(&self, order: Order) {
        self.orders.send(order).expect("a member listens until it goes home"); //~ panicking_teardown
    }
}

impl Crew {
    pub fn hire(count: usize) -> Crew {
        let hire = |_| {
            let (orders, inbox) = unbounded();
            let thread = thread::spawn(move || work(&inbox));
            Member { orders, thread: Some(thread) }
        };
        Crew { members: (0..count).map(hire).collect(), next: 0 }
    }

    pub fn hand_out(&mut self, line: &str) -> bool {
        self.next = (self.next + 1) % self.members.len();
        self.members[self.next].orders.send(Order::Sum(line.to_owned())).is_ok()
    }

    pub fn dismiss(mut self) -> u64 {
        for member in &self.members {
            member.tell(Order::GoHome);
        }
        let threads = self.members.iter_mut().filter_map(|member| member.thread.take());
        threads.filter_map(|thread| thread.join().ok()?.ok()).sum()
    }
}

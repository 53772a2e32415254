//@ expect: none
//@ effect: none

use std::thread;

use flume::{Receiver, Sender};

struct Order {
    id: u32,
    tries: u8,
}

enum Answer {
    Shipped(u32),
    Backlog(Order),
}

fn ship(orders: Receiver<Order>, answers: Sender<Answer>) {
    for mut order in orders {
        order.tries += 1;
        let answer = if order.tries > 1 || order.id % 2 == 0 { Answer::Shipped(order.id) } else { Answer::Backlog(order) };
        if answers.send(answer).is_err() {
            return;
        }
    }
}

fn ship_all(ids: std::ops::Range<u32>) -> Vec<u32> {
    let (orders, inbox) = flume::unbounded();
    let (outbox, answers) = flume::unbounded();
    let dock = thread::spawn(move || ship(inbox, outbox));
    let mut open = 0;
    for id in ids {
        open += usize::from(orders.send(Order { id, tries: 0 }).is_ok());
    }
    let mut shipped = Vec::new();
    while open > 0 {
        match answers.recv() {
            Ok(Answer::Shipped(id)) => {
                shipped.push(id);
                open -= 1;
            }
            Ok(Answer::Backlog(order)) => {
                if orders.send(order).is_err() {
                    open -= 1;
                }
            }
            Err(_) => break,
        }
    }
    drop(orders);
    if dock.join().is_err() {
        eprintln!("the dock burnt down");
    }
    shipped
}

fn main() {
    let mut shipped = ship_all(1..6);
    shipped.sort_unstable();
    println!("{shipped:?}");
}

//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::thread;
use std::time::Duration;

/// Visits what is reachable from a page; the line of pages to visit has both its ends here.
fn crawl(roots: Receiver<u32>) -> usize {
    let mut visited = Vec::new();
    for root in roots {
        let (found, todo) = mpsc::channel();
        found.send(root).expect("its receiver is here");
        while let Ok(page) = todo.try_recv() {
            if visited.contains(&page) {
                continue;
            }
            visited.push(page);
            for link in [page / 2, page / 3] {
                if link > 0 {
                    found.send(link).expect("its receiver is here");
                }
            }
        }
    }
    visited.len()
}

/// Takes back as many as it gave away: nobody else sends.
fn shuffle(rounds: usize) -> Vec<usize> {
    let (deal, hand) = mpsc::channel();
    for card in 0..rounds {
        deal.send(card * 7 % rounds).expect("its receiver is here");
    }
    let mut cards = VecDeque::new();
    for _ in 0..rounds {
        cards.push_front(hand.recv().expect("its sender is here"));
    }
    cards.into()
}

/// A permit for each of two at a time: what was put back can be taken again.
fn throttled(jobs: Vec<Duration>) -> usize {
    let (put, take): (SyncSender<()>, _) = mpsc::sync_channel(2);
    put.send(()).expect("its receiver is here");
    put.send(()).expect("its receiver is here");
    for job in &jobs {
        take.recv().expect("its sender is here");
        thread::sleep(*job);
        put.send(()).expect("its receiver is here");
    }
    jobs.len()
}

/// One line for each question, which goes with it.
fn ask(service: &Sender<(u32, Sender<u32>)>, number: u32) -> u32 {
    let (reply, answer) = mpsc::channel();
    service.send((number, reply)).expect("the service is gone");
    answer.recv().unwrap_or(0)
}

fn main() {
    let (roots, inbox) = mpsc::channel();
    let crawler = thread::spawn(move || crawl(inbox));
    let dealer = thread::spawn(|| shuffle(5));
    let press = thread::spawn(|| throttled(vec![Duration::from_millis(1); 4]));
    let (service, questions) = mpsc::channel::<(u32, Sender<u32>)>();
    let answers = thread::spawn(move || questions.into_iter().for_each(|(number, reply)| drop(reply.send(number * number))));
    let asker = thread::spawn(move || (1..4).map(|number| ask(&service, number)).sum::<u32>());
    roots.send(12).expect("the crawler is gone");
    drop(roots);
    println!("{} pages", crawler.join().expect("the crawler panicked"));
    println!("{:?}", dealer.join().expect("the dealer panicked"));
    println!("{} jobs", press.join().expect("the press panicked"));
    println!("{}", asker.join().expect("the asker panicked"));
    answers.join().expect("the service panicked");
}

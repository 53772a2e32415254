//@ expect: teardown_without_abort
//@ effect: hang

use std::num::ParseIntError;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

enum Task {
    Square(u64),
    Quit,
}

struct Lane {
    sender: Sender<Task>,
    receiver: Option<Receiver<Task>>,
}

impl Lane {
    fn new() -> Lane {
        let (sender, receiver) = channel();
        Lane { sender, receiver: Some(receiver) }
    }
}

fn serve(index: usize, tasks: Receiver<Task>) -> u64 {
    let mut total = 0;
    loop {
        match tasks.recv() {
            Ok(Task::Square(n)) => total += n * n,
            Ok(Task::Quit) | Err(_) => break,
        }
    }
    println!("lane {index}: {total}");
    total
}

fn parse(line: &str) -> Result<u64, ParseIntError> {
    line.trim().parse()
}

fn quit(lanes: &[Lane]) {
    for lane in lanes {
        let _ = lane.sender.send(Task::Quit);
    }
}

fn run(lines: &[&str]) -> Result<usize, ParseIntError> {
    let mut lanes: Vec<Lane> = (0..3).map(|_| Lane::new()).collect();
    thread::scope(|scope| {
        for (index, lane) in lanes.iter_mut().enumerate() {
            if let Some(tasks) = lane.receiver.take() {
                scope.spawn(move || serve(index, tasks));
            }
        }
        let mut sent = 0;
        for (index, line) in lines.iter().enumerate() {
            let number = parse(line)?; //~ teardown_without_abort
            let lane = &lanes[index % lanes.len()];
            let _ = lane.sender.send(Task::Square(number));
            sent += 1;
        }
        quit(&lanes);
        Ok(sent)
    })
}

fn main() {
    match run(&["1", "2", "x", "4"]) {
        Ok(sent) => println!("sent {sent}"),
        Err(error) => println!("failed: {error}"),
    }
}

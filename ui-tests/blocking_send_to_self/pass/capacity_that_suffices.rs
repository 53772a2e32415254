//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

enum Step {
    Compile(&'static str),
    Link(&'static str),
    Finish,
}

// Three steps come in, and each leaves at most one more: four fit.
const ROOM: usize = 4;

fn build(steps: Receiver<Step>, later: SyncSender<Step>) -> Vec<String> {
    let mut log = Vec::new();
    while let Ok(step) = steps.recv() {
        match step {
            Step::Compile(name) => {
                log.push(format!("compiled {name}"));
                if later.send(Step::Link(name)).is_err() {
                    break;
                }
            }
            Step::Link(name) => log.push(format!("linked {name}")),
            Step::Finish => {
                // What is still in the queue came before.
                while let Ok(Step::Link(name)) = steps.try_recv() {
                    log.push(format!("linked {name} at last"));
                }
                break;
            }
        }
    }
    log
}

fn main() {
    let (steps, queue) = sync_channel(ROOM);
    let later = steps.clone();
    let builder = thread::spawn(move || build(queue, later));
    for name in ["core", "cli"] {
        if steps.send(Step::Compile(name)).is_err() {
            eprintln!("no builder");
        }
    }
    if steps.send(Step::Finish).is_err() {
        eprintln!("no builder");
    }
    match builder.join() {
        Ok(log) => println!("{} steps", log.len()),
        Err(_) => eprintln!("the builder panicked"),
    }
}

//@ expect: dropped_without_abort
//@ effect: hang

mod latch;

use std::thread;

use latch::{Latch, latch};

enum Request {
    Build { target: String, done: Latch },
    Clean { done: Latch },
}

fn serve(requests: Vec<Request>) -> usize {
    let mut built = 0;
    for request in requests {
        match request {
            Request::Build { target, done } => {
                if target.ends_with(".rs") {
                    println!("built {target}");
                    built += 1;
                    done.open();
                } else {
                    println!("no rule for {target}");
                }
            } //~ dropped_without_abort
            Request::Clean { done } => done.open(),
        }
    }
    built
}

fn main() {
    let mut requests = Vec::new();
    let mut clients = Vec::new();
    for target in ["main.rs", "notes.md"] {
        let (done, gate) = latch();
        let target = target.to_owned();
        requests.push(Request::Build { target, done });
        clients.push(thread::spawn(move || gate.wait()));
    }
    let (done, gate) = latch();
    requests.push(Request::Clean { done });
    clients.push(thread::spawn(move || gate.wait()));

    println!("{} built", serve(requests));
    for client in clients {
        if client.join().is_err() {
            eprintln!("a client panicked");
        }
    }
}

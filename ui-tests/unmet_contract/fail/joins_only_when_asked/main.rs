//@ expect: unmet_contract
//@ effect: none

mod worker;

use worker::{Worker, finish};

fn main() {
    let mut workers = Vec::new();
    for rows in [3, 5] {
        match Worker::start(rows) {
            Ok(worker) => workers.push(worker),
            Err(err) => eprintln!("no worker: {err}"),
        }
    }
    let mut total = 0;
    for worker in workers {
        total += finish(worker, true).unwrap_or(0);
    }
    println!("{total} rows");
}

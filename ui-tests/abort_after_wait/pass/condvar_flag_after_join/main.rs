//@ expect: none
//@ effect: none

mod queue;
mod workers;

use workers::Workers;

fn main() {
    let workers = Workers::start(2);
    for job in 1..=4 {
        workers.queue.push(job);
    }
    println!("sum {}", workers.finish());
}

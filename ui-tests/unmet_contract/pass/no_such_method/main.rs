//@ expect: none
//@ effect: none

mod queue;

use std::thread;

use queue::JobQueue;

fn main() {
    let (queue, source) = JobQueue::new();
    let worker = thread::spawn(move || source.map(|job| job * 2).sum::<u32>());
    for job in [1, 2, 3] {
        queue.add(job);
    }
    queue.close();
    println!("{:?}", worker.join().ok());
}

//@ expect: teardown_without_abort
//@ effect: hang

mod recorder;

use std::thread;
use std::time::Duration;

use recorder::Recorder;

fn main() {
    let mut recorder = Recorder::default();
    let chunks = recorder.record(7, Duration::from_millis(3));
    thread::sleep(Duration::from_millis(30));
    recorder.stop(7);

    let mut bytes = 0;
    for chunk in &chunks {
        bytes += chunk.len();
    }
    println!("recorded something: {}", bytes > 0);
    println!("open: {}", recorder.open());
}

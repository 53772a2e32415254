//@ expect: none
//@ effect: none
//! Stages of a pipeline look for work and for the word to quit, but not while they stand in a full line: whoever has seen enough lets go of
//! the end of it first.

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded, select, tick};

struct Stage {
    frames: Receiver<u32>,
    scores: Sender<u64>,
    quit: Receiver<()>,
}

impl Stage {
    fn run(self, weight: u64) -> u32 {
        let report = tick(Duration::from_millis(50));
        let mut count = 0;
        loop {
            select! {
                recv(self.frames) -> frame => match frame {
                    Ok(frame) => {
                        count += 1;
                        if self.scores.send(u64::from(frame) * weight).is_err() {
                            break;
                        }
                    }
                    Err(_) => break,
                },
                recv(self.quit) -> _ => break,
                recv(report) -> _ => eprintln!("{count} frames so far"),
            }
        }
        count
    }
}

fn main() {
    let (camera, frames) = bounded(2);
    let (scores, seen) = bounded(2);
    let (quit, told) = bounded::<()>(0);
    let mut stages = Vec::new();
    for weight in 1..4 {
        let stage = Stage { frames: frames.clone(), scores: scores.clone(), quit: told.clone() };
        stages.push(thread::spawn(move || stage.run(weight)));
    }
    drop((frames, scores, told));
    thread::spawn(move || {
        for frame in 0..500 {
            if camera.send(frame).is_err() {
                return;
            }
        }
    });
    let mut total = 0;
    for score in seen.iter() {
        total += score;
        if total > 100 {
            break;
        }
    }
    thread::sleep(Duration::from_millis(50));
    println!("{} more scores", seen.len());
    drop(seen);
    drop(quit);
    for stage in stages {
        println!("{} frames", stage.join().unwrap());
    }
    println!("{total}");
}

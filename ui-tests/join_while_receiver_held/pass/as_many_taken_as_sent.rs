//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, JoinHandle};

struct Digest {
    file: usize,
    sum: u32,
}

fn checksum(text: &str) -> u32 {
    text.bytes().fold(7, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
}

/// A thread a file, and a hand-over of each result.
fn digest_each(files: Vec<String>) -> Vec<u32> {
    let total = files.len();
    let (done, digests) = sync_channel(0);
    let mut threads = Vec::new();
    for (file, text) in files.into_iter().enumerate() {
        let done = done.clone();
        threads.push(thread::spawn(move || {
            let _ = done.send(Digest { file, sum: checksum(&text) });
        }));
    }
    let mut sums = vec![0; total];
    for _ in 0..total {
        let Ok(digest) = digests.recv() else { break };
        sums[digest.file] = digest.sum;
    }
    for thread in threads {
        thread.join().expect("a digest panicked");
    }
    sums
}

/// One thread for all of them.
fn digest_in_turn(files: Vec<String>) -> u32 {
    let total = files.len();
    let (done, digests) = sync_channel(2);
    let digester = thread::spawn(move || {
        for (file, text) in files.iter().enumerate() {
            if done.send(Digest { file, sum: checksum(text) }).is_err() {
                return;
            }
        }
    });
    let sum = digests.iter().take(total).map(|digest| digest.sum ^ digest.file as u32).fold(0, u32::wrapping_add);
    digester.join().expect("the digester panicked");
    drop(digests);
    sum
}

struct Dice {
    rolls: Receiver<u32>,
    thread: JoinHandle<()>,
}

impl Dice {
    fn roll(times: u32) -> Dice {
        let (roll, rolls) = sync_channel(4);
        let thread = thread::spawn(move || {
            for seed in 0..times {
                roll.send(seed.wrapping_mul(2_654_435_761) % 6 + 1).expect("somebody looks");
            }
        });
        Dice { rolls, thread }
    }
}

fn total_of(times: u32) -> u32 {
    let dice = Dice::roll(times);
    let mut total = 0;
    for _ in 0..times {
        total += dice.rolls.recv().unwrap_or(0);
    }
    dice.thread.join().expect("the dice are gone");
    total
}

fn first_three() -> u32 {
    let (roll, rolls) = sync_channel(2);
    let thread = thread::spawn(move || {
        let _ = roll.send(1);
        let _ = roll.send(2);
        let _ = roll.send(3);
    });
    let first = rolls.recv().unwrap_or(0);
    thread.join().expect("the dice are gone");
    first + rolls.iter().sum::<u32>()
}

fn main() {
    let files: Vec<String> = (0..9).map(|number| format!("file {number}")).collect();
    println!("{} digests", digest_each(files.clone()).len());
    println!("{}", digest_in_turn(files) > 0);
    println!("{}", total_of(60) >= 60);
    println!("{}", first_three());
}

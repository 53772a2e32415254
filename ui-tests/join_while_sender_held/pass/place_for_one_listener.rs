//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

enum Signal {
    Listen(Sender<u32>),
    Session { user: &'static str, events: Sender<u32> },
    Beat(u32),
}

/// Has one listener, and one session a user: a later one takes the place of an earlier one.
fn pulse(signals: Receiver<Signal>) -> u32 {
    let mut listener = None;
    let mut sessions = HashMap::new();
    let mut beats = 0;
    while let Ok(signal) = signals.recv() {
        match signal {
            Signal::Listen(next) => listener = Some(next),
            Signal::Session { user, events } => {
                sessions.insert(user, events);
            }
            Signal::Beat(beat) => {
                beats += 1;
                for session in listener.iter().chain(sessions.values()) {
                    let _ = session.send(beat);
                }
            }
        }
    }
    beats
}

fn count(beats: Receiver<u32>) -> JoinHandle<usize> {
    thread::spawn(move || beats.into_iter().count())
}

fn listen(signals: &Sender<Signal>) -> JoinHandle<usize> {
    let (next, beats) = mpsc::channel();
    let _ = signals.send(Signal::Listen(next));
    count(beats)
}

fn log_in(signals: &Sender<Signal>, user: &'static str) -> JoinHandle<usize> {
    let (events, beats) = mpsc::channel();
    let _ = signals.send(Signal::Session { user, events });
    count(beats)
}

fn main() {
    let (signals, inbox) = mpsc::channel();
    let heart = thread::spawn(move || pulse(inbox));
    let first = listen(&signals);
    let laptop = log_in(&signals, "ann");
    let _ = signals.send(Signal::Beat(1));
    let second = listen(&signals);
    let phone = log_in(&signals, "ann");
    println!("{} and {} beats", first.join().unwrap_or(0), laptop.join().unwrap_or(0));
    let _ = signals.send(Signal::Beat(2));
    drop(signals);
    println!("{} and {} beats", second.join().unwrap_or(0), phone.join().unwrap_or(0));
    println!("{} beats in all", heart.join().unwrap_or(0));
}

//@ expect: none
//@ effect: none
//! A rehearsal: each worker takes as many cues as its part has and goes home, though the director still holds the other end.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

#[derive(Debug)]
struct Cue(&'static str);

struct Actor {
    cues: Sender<Cue>,
    part: JoinHandle<usize>,
}

fn by_adapter(cues: Receiver<Cue>) -> usize {
    cues.iter().take(5).filter(|cue| !cue.0.is_empty()).count()
}

fn by_loop(cues: Receiver<Cue>) -> usize {
    let mut letters = 0;
    for Cue(text) in cues.iter().take(5) {
        letters += text.len();
    }
    letters
}

fn by_count(cues: Receiver<Cue>) -> usize {
    let mut heard = 0;
    while heard < 5 {
        let Ok(cue) = cues.recv() else { break };
        println!("{cue:?}");
        heard += 1;
    }
    heard
}

fn hire(part: fn(Receiver<Cue>) -> usize) -> Actor {
    let (cues, heard) = channel();
    Actor { cues, part: thread::spawn(move || part(heard)) }
}

fn main() {
    let mut cast: HashMap<&str, Actor> = HashMap::new();
    cast.insert("ghost", hire(by_adapter));
    for text in ["enter", "speak", "swear", "sigh", "exeunt"] {
        for actor in cast.values() {
            actor.cues.send(Cue(text)).unwrap();
        }
    }
    for (name, Actor { cues, part }) in cast {
        println!("{name}: {:?}", part.join().ok());
        drop(cues);
    }
}

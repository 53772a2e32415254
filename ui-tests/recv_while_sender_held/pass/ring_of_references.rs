//@ expect: none
//@ effect: none

//! Nodes that refer to one another in a ring, and to themselves, pass through functions beside a channel that ends well.

use std::cell::Cell;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

struct Hop<'a> {
    name: &'static str,
    next: Cell<Option<&'a Hop<'a>>>,
}

impl<'a> Hop<'a> {
    fn new(name: &'static str) -> Self {
        Hop { name, next: Cell::new(None) }
    }
}

fn walk(start: &Hop<'_>, rounds: usize) -> Vec<&'static str> {
    let mut names = Vec::new();
    let mut at = Some(start);
    while let Some(hop) = at {
        names.push(hop.name);
        if names.len() == rounds {
            break;
        }
        at = hop.next.get();
    }
    names
}

fn announce(names: Vec<&'static str>, tx: Sender<String>) {
    thread::spawn(move || {
        for name in names {
            if tx.send(name.to_uppercase()).is_err() {
                break;
            }
        }
    });
}

fn collect(rx: Receiver<String>) -> Vec<String> {
    rx.iter().collect()
}

fn main() {
    let (berlin, potsdam, loner) = (Hop::new("berlin"), Hop::new("potsdam"), Hop::new("loner"));
    berlin.next.set(Some(&potsdam));
    potsdam.next.set(Some(&berlin));
    loner.next.set(Some(&loner));
    let (tx, rx) = mpsc::channel();
    announce(walk(&berlin, 3), tx.clone());
    announce(walk(&loner, 2), tx);
    println!("{}", collect(rx).join(" "));
}

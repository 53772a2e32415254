//@ expect: join_while_sender_held
//@ effect: hang

// Whatever lies in these envelopes, nothing of it ends the postman: he waits for the letter box to go.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

enum Item {
    Letter(String),
    Parcel { weight: u32 },
}

struct Envelope {
    to: &'static str,
    items: Vec<Item>,
}

#[derive(Default)]
struct Round {
    weights: BTreeMap<&'static str, u32>,
}

impl Round {
    fn carry(&mut self, envelope: Envelope) {
        for item in envelope.items {
            match item {
                Item::Letter(text) => println!("{} reads {text}", envelope.to),
                Item::Parcel { weight } => *self.weights.entry(envelope.to).or_default() += weight,
            }
        }
    }
}

struct Office {
    counter: Sender<Envelope>,
    postman: JoinHandle<Round>,
}

fn deliver(bag: Receiver<Envelope>) -> Round {
    let mut round = Round::default();
    while let Ok(envelope) = bag.recv() {
        if envelope.items.is_empty() {
            continue;
        }
        round.carry(envelope);
    }
    round
}

impl Office {
    fn open() -> Office {
        let (counter, bag) = mpsc::channel();
        let postman = thread::spawn(move || deliver(bag));
        Office { counter, postman }
    }

    fn post(&self, to: &'static str, items: Vec<Item>) {
        if self.counter.send(Envelope { to, items }).is_err() {
            println!("nobody delivers to {to}");
        }
    }

    fn close(self) -> u32 {
        let Office { counter, postman } = self;
        let round = postman.join().unwrap_or_default(); //~ join_while_sender_held
        drop(counter);
        round.weights.values().sum()
    }
}

fn main() -> ExitCode {
    let office = Office::open();
    office.post("Ada", vec![Item::Letter("dear Ada".to_owned()), Item::Parcel { weight: 3 }]);
    office.post("Charles", Vec::new());
    println!("{} pounds", office.close());
    ExitCode::SUCCESS
}

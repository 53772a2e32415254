//@ expect: join_while_receiver_held
//@ effect: hang

mod block;
mod loader;

use loader::{load, open};

fn main() {
    for damaged in [99, 3] {
        match load(open(damaged)) {
            Ok(size) => println!("{size} bytes"),
            Err(err) => println!("{err}"),
        }
    }
}

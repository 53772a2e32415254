//@ expect: none
//@ effect: none
//! A handshake is driven by a future that is written by hand and polled in a task: it sends what is waited for, from memory that both have.

mod driver;

use driver::{Dialling, Transport};

#[tokio::main]
async fn main() {
    let mut dialling = Dialling::new(Transport { rounds: 3 });
    println!("connected after {} rounds", dialling.connected().await);
}

//@ expect: none
//@ effect: none

mod room;

use room::{Event, Room};

#[tokio::main]
async fn main() {
    let room = Room::new();
    for name in ["ann", "bob"] {
        room.join(name);
        room.announce(Event::Joined(name.to_owned()));
    }
    room.announce(Event::Said("ann".into(), "hello".into()));
    println!("{} deliveries", room.close().await);
}

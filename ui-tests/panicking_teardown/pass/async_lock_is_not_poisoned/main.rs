//@ expect: none
//@ effect: none

mod rooms;

use rooms::Rooms;

#[tokio::main]
async fn main() {
    let rooms = Rooms::open();
    for (room, guests) in [(1, 2), (2, 0), (3, 4)] {
        println!("room {room}: {}", rooms.enter(room, guests).await);
    }
    println!("{} guests", rooms.close().await);
}

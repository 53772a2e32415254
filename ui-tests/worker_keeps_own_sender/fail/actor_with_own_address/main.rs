//@ expect: worker_keeps_own_sender
//@ effect: hang

mod actor;

use actor::{Address, Player};

async fn play(address: Address) -> Option<u32> {
    for song in ["intro", "verse", "outro"] {
        address.enqueue(song).await?;
    }
    address.length().await
}

#[tokio::main]
async fn main() {
    let (address, player) = Player::spawn();
    println!("queued: {:?}", play(address).await);
    match player.await {
        Ok(played) => println!("played {played}"),
        Err(err) => eprintln!("player: {err}"),
    }
}

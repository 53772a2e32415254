//@ expect: none
//@ effect: none

mod lobby;
mod matcher;

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use lobby::Lobby;
use matcher::Matcher;

#[tokio::main]
async fn main() {
    let stop = CancellationToken::new();
    let (matcher, found) = Matcher::spawn(2);
    let lobby = Lobby::open(matcher, found, stop.clone());

    let mut seats = Vec::new();
    for player in ["ann", "bob", "cyd"] {
        let lobby = lobby.clone();
        seats.push(tokio::spawn(async move { lobby.find_match(player).await }));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    stop.cancel();
    for seat in seats {
        match seat.await {
            Ok(Some(table)) => println!("table {table}"),
            Ok(None) => println!("the lobby is closed"),
            Err(err) => println!("{err}"),
        }
    }
}

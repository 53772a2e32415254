//@ expect: none
//@ effect: none

mod player;
mod table;

use std::sync::Arc;

use futures::future::join_all;
use tokio::sync::{Barrier, broadcast, mpsc};

use player::player;
use table::{Move, Table};

async fn play(players: usize) -> Vec<(usize, Move)> {
    let (moves, mut seen) = mpsc::channel(16);
    let (round, _) = broadcast::channel(4);
    let table = Table {
        round: round.clone(),
        moves,
        seated: Arc::new(Barrier::new(players + 1)),
    };
    let seats: Vec<_> = (0..players)
        .map(|seat| tokio::spawn(player(seat, table.clone())))
        .collect();
    table.seated.wait().await;
    drop(table);
    for number in 0..3 {
        let _ = round.send(number);
    }
    join_all(seats).await;
    let mut history = Vec::new();
    while let Some(step) = seen.recv().await {
        history.push(step);
    }
    history.sort_by_key(|(seat, _)| *seat);
    history
}

#[tokio::main]
async fn main() {
    let history = play(2).await;
    println!("{} moves, first {:?}", history.len(), history.first());
}

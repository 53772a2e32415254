//@ expect: none
//@ effect: none

use std::sync::Arc;

use futures::future::join_all;
use tokio::sync::{broadcast, mpsc, Barrier};

#[derive(Clone, Debug)]
enum Move {
    Rock,
    Paper,
    Scissors,
}

#[derive(Clone)]
struct Table {
    round: broadcast::Sender<u32>,
    moves: mpsc::Sender<(usize, Move)>,
    seated: Arc<Barrier>,
}

async fn player(seat: usize, table: Table) {
    let mut rounds = table.round.subscribe();
    table.seated.wait().await;
    for _ in 0..3 {
        let Ok(round) = rounds.recv().await else {
            return;
        };
        let choice = match (seat + round as usize) % 3 {
            0 => Move::Rock,
            1 => Move::Paper,
            _ => Move::Scissors,
        };
        if table.moves.send((seat, choice)).await.is_err() {
            break;
        }
    }
}

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

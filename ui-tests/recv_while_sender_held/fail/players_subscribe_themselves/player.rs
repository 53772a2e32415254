use crate::table::{Move, Table};

pub async fn player(seat: usize, table: Table) {
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

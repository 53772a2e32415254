//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvError, Sender, unbounded};

#[derive(Debug)]
struct Move {
    player: u8,
    cards: u8,
}

struct Table {
    moves: Receiver<Move>,
    pile: VecDeque<u8>,
}

impl Table {
    fn next_move(&mut self) -> Result<u8, RecvError> {
        let Move { player, cards } = self.moves.recv()?;
        for _ in 0..cards {
            self.pile.push_back(player);
        }
        Ok(player)
    }

    fn play(&mut self) -> Result<u8, RecvError> {
        loop {
            let player = self.next_move()?;
            println!("player {player}, pile {}", self.pile.len());
            if self.pile.len() > 10 {
                return Ok(player);
            }
        }
    }
}

fn sit_down(player: u8, moves: Sender<Move>) {
    thread::spawn(move || {
        for cards in 1..=2 {
            thread::sleep(Duration::from_millis(1));
            if moves.send(Move { player, cards }).is_err() {
                println!("player {player}: game over");
                break;
            }
        }
    });
}

fn main() {
    let (sender, moves) = unbounded();
    sit_down(1, sender.clone());
    sit_down(2, sender);
    let mut table = Table { moves, pile: VecDeque::new() };
    match table.play() {
        Ok(winner) => println!("player {winner} wins"),
        Err(RecvError) => println!("everybody left at {}", table.pile.len()),
    }
}

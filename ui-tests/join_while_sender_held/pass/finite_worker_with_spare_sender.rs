//@ expect: none
//@ effect: none

use std::collections::HashSet;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

#[derive(Debug, Hash, PartialEq, Eq, Clone, Copy)]
enum Suit {
    Hearts,
    Spades,
}

#[derive(Debug, Clone, Copy)]
struct Card(Suit, u8);

struct Deck {
    deal: Sender<Card>,
    hand: Receiver<Card>,
}

impl Deck {
    fn new() -> Deck {
        let (deal, hand) = channel();
        for suit in [Suit::Spades, Suit::Hearts] {
            for value in 2..5 {
                let _ = deal.send(Card(suit, value));
            }
        }
        Deck { deal, hand }
    }
}

fn play(hand: Receiver<Card>, rounds: usize) -> (usize, Receiver<Card>) {
    let suits: HashSet<_> = hand.try_iter().take(rounds).map(|Card(suit, _)| suit).collect();
    (suits.len(), hand)
}

fn main() {
    let Deck { deal, hand } = Deck::new();
    let player = thread::spawn(move || play(hand, 4));
    match player.join() {
        Ok((suits, hand)) => {
            let _ = deal.send(Card(Suit::Hearts, 14));
            let rest = hand.try_iter().count();
            println!("{suits} suits, {rest} cards left");
        }
        Err(_) => eprintln!("the player left"),
    }
}

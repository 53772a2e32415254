//@ expect: recv_while_sender_held
//@ effect: hang

use std::thread;

use flume::{Receiver, Sender};

struct Bid {
    bidder: &'static str,
    amount: u32,
}

struct Auction {
    lot: &'static str,
    bids: Receiver<Bid>,
}

impl Auction {
    fn close(self) -> Option<Bid> {
        let best = self.bids.iter().max_by_key(|bid| bid.amount); //~ recv_while_sender_held
        println!("{} is closed", self.lot);
        best
    }
}

fn bidder(name: &'static str, amounts: &'static [u32], bids: &Sender<Bid>) {
    let bids = bids.clone();
    thread::spawn(move || {
        for &amount in amounts {
            let bidder = name;
            if bids.send(Bid { bidder, amount }).is_err() {
                break;
            }
        }
    });
}

fn main() {
    let (sender, bids) = flume::unbounded();
    let auction = Auction { lot: "a clock", bids };
    bidder("ann", &[10, 30], &sender);
    bidder("bob", &[20], &sender);
    let release = move || {
        let _ = sender;
    };
    release();
    match auction.close() {
        Some(bid) => println!("{} pays {}", bid.bidder, bid.amount),
        None => println!("nobody wants it"),
    }
}

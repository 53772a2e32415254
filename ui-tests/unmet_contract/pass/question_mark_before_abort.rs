//@ expect: none
//@ effect: none

use std::num::ParseIntError;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use must_abort::{aborts, must_abort};

#[derive(Debug, Default)]
struct Offer {
    price: Option<u32>,
    withdrawn: bool,
}

#[must_abort(settle, withdraw)]
#[derive(Clone)]
struct Deal {
    offer: Arc<(Mutex<Offer>, Condvar)>,
}

impl Deal {
    fn change(&self, change: impl FnOnce(&mut Offer)) {
        change(&mut self.offer.0.lock().unwrap_or_else(PoisonError::into_inner));
        self.offer.1.notify_all();
    }

    fn settle(&self, price: u32) {
        self.change(|offer| offer.price = Some(price));
    }

    fn withdraw(&self) {
        self.change(|offer| offer.withdrawn = true);
    }
}

fn buyer(deal: &Deal) -> JoinHandle<Option<u32>> {
    let offer = Arc::clone(&deal.offer);
    thread::spawn(move || {
        let open = offer.0.lock().unwrap_or_else(PoisonError::into_inner);
        let closed = offer.1.wait_while(open, |offer| offer.price.is_none() && !offer.withdrawn);
        closed.ok()?.price
    })
}

#[aborts(deal)]
fn haggle(deal: &Deal, bids: &[&str]) -> Result<u32, ParseIntError> {
    let mut best = 0;
    for bid in bids {
        match bid.parse() {
            Ok(bid) => best = best.max(bid),
            Err(err) => {
                deal.withdraw();
                return Err(err);
            }
        }
    }
    deal.settle(best);
    Ok(best)
}

fn main() {
    let deal = Deal { offer: Arc::default() };
    let buyer = buyer(&deal);
    match haggle(&deal, &["12", "30", "25"]) {
        Ok(best) => println!("best bid {best}"),
        Err(err) => {
            println!("not a bid: {err}");
            deal.withdraw();
        }
    }
    println!("{:?}", buyer.join().ok().flatten());
}

//@ expect: unmet_contract
//@ effect: none

mod deal;

use std::num::ParseIntError;
use std::sync::Arc;

use must_abort::aborts;

use deal::{Deal, buyer};

#[aborts(deal)]
fn haggle(deal: &Deal, bids: &[&str]) -> Result<u32, ParseIntError> {
    let mut best = 0;
    for bid in bids {
        best = best.max(bid.parse()?); //~ unmet_contract
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

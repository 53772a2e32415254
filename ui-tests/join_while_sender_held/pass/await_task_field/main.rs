//@ expect: none
//@ effect: none

mod ledger;

use tokio::task::JoinError;

use ledger::Ledger;

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let ledger = Ledger::open();
    let mut booked = ledger.set("cash", 100);
    booked &= ledger.add("cash", -30);
    booked &= ledger.add("stock", 30);
    println!("booked: {booked}");
    let mut accounts: Vec<_> = ledger.close().await?.into_iter().collect();
    accounts.sort();
    println!("{accounts:?}");
    Ok(())
}

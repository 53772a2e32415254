//@ expect: unmet_contract
//@ effect: none

mod courier;
mod depot;
mod parcel;

use std::thread;

use depot::Depot;
use parcel::Parcel;

fn main() {
    let (depot, courier) = Depot::open();
    let tour = thread::spawn(move || courier.deliver());
    for (to, grams) in [("Kiel", 900), ("Bonn", 30_000), ("Jena", 200)] {
        depot.hand_in(Parcel::new(to, grams));
    }
    println!("closed: {}", depot.call_off());
    drop(depot);
    match tour.join() {
        Ok(count) => println!("{count} delivered"),
        Err(_) => eprintln!("the tour went wrong"),
    }
}

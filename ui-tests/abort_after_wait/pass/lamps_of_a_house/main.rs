//@ expect: none
//@ effect: none

mod controller;
mod house;
mod order;

use house::House;
use order::Order;

fn main() {
    let mut house = House::default();
    for room in ["hall", "attic"] {
        house.wire(room);
    }
    house.order("hall", Order::Dim(30));
    house.order("attic", Order::On);
    house.order("cellar", Order::Off);
    for (room, changes) in house.shut_down() {
        println!("{room}: {changes} changes");
    }
}

//@ expect: none
//@ effect: none

mod collector;

use std::time::Duration;

use collector::Collector;

fn main() {
    let collector = Collector::new(Duration::from_millis(100));
    collector.attach(1, &[20, 21, 22]);
    collector.attach(2, &[-3, -4]);
    println!("{:?}", collector.collect());
}

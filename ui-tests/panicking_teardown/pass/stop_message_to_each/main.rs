//@ expect: none
//@ effect: none

mod crew;

use std::thread;
use std::time::Duration;

use crew::Crew;

fn main() {
    let mut crew = Crew::hire(2);
    for line in ["12", "7", "seven", "30"] {
        println!("handed out: {}", crew.hand_out(line));
    }
    thread::sleep(Duration::from_millis(50));
    println!("summed up: {}", crew.dismiss());
}

//@ expect: none
//@ effect: none

mod lights;

use std::time::Duration;

use lights::Lights;

fn main() {
    let lights = Lights::install();
    for colour in ["red", "green"] {
        println!("{colour}: {}", lights.show(colour));
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(lights);
    println!("left on");
}

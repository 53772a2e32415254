//@ expect: none
//@ effect: none

mod encoder;
mod pipe;

use encoder::Encoder;

fn main() {
    let encoder = Encoder::new();
    let encoded = [3, 1, 4].into_iter().filter(|&frame| encoder.encode(frame)).count();
    println!("{encoded} frames");
    println!("checksum {:?}", encoder.close());
}

//@ expect: none
//@ effect: none

mod speaker;

use speaker::Speaker;

fn main() {
    let speaker = Speaker::new();
    let said = ["good morning", "good night"].map(|text| speaker.say(text));
    println!("{said:?}");
}

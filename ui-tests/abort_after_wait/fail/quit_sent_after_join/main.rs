//@ expect: abort_after_wait
//@ effect: hang

mod player;

use std::time::Duration;

use player::Player;

fn main() {
    let player = Player::start(Duration::from_millis(2));
    for note in ["c", "e", "g"] {
        if !player.play(note) {
            eprintln!("{note}: no player");
        }
    }
    println!("{:?} notes", player.quit());
}

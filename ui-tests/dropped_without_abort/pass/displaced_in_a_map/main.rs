//@ expect: none
//@ effect: none

mod mixer;
mod track;

use std::thread;

use mixer::Mixer;

fn main() {
    let mut mixer = Mixer::default();
    let players: Vec<_> = [1, 2, 1]
        .into_iter()
        .map(|channel| {
            let playback = mixer.assign(channel);
            thread::spawn(move || playback.play())
        })
        .collect();
    mixer.finish();
    for player in players {
        println!("played: {}", player.join().unwrap() <= 4);
    }
}

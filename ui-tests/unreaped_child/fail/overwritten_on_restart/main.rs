//@ expect: unreaped_child
//@ effect: zombie

mod player;

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use player::Player;

fn main() -> ExitCode {
    let mut player = Player::default();
    let mut pids = Vec::new();
    for song in ["0.01", "0.02", "0.03"] {
        match player.play(song) {
            Ok(pid) => pids.push(pid),
            Err(err) => eprintln!("{song}: {err}"),
        }
        thread::sleep(Duration::from_millis(50));
    }
    let songs = player.finish();
    let zombies = pids.iter().filter(|&&pid| player::is_zombie(pid)).count();
    println!("{songs} played, {zombies} zombies");
    if zombies > 0 {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}

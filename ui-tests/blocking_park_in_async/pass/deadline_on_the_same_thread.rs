//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::time;

struct Player {
    stop: Arc<AtomicBool>,
    audio: JoinHandle<u64>,
}

fn play(stop: &AtomicBool) -> u64 {
    let mut frames = 0;
    while !stop.load(Ordering::Acquire) {
        thread::sleep(Duration::from_millis(1));
        frames += 1;
    }
    frames
}

impl Player {
    fn start() -> Player {
        let stop = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stop);
        let audio = thread::spawn(move || play(&seen));
        Player { stop, audio }
    }

    fn stop_after(&self, length: Duration) {
        let stop = Arc::clone(&self.stop);
        tokio::spawn(async move {
            time::sleep(length).await;
            stop.store(true, Ordering::Release);
        });
    }

    async fn finished(self) -> Option<u64> {
        let audio = self.audio;
        let joined = tokio::task::spawn_blocking(|| audio.join()).await;
        joined.ok()?.ok()
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let player = Player::start();
    player.stop_after(Duration::from_millis(10));
    let frames = player.finished().await;
    println!("played: {}", frames.is_some());
}

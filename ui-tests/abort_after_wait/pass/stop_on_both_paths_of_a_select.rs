//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{self, Instant};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Mode {
    Run,
    Stop,
}

struct Farm {
    mode: watch::Sender<Mode>,
    hens: JoinSet<u32>,
}

async fn lay(mut mode: watch::Receiver<Mode>, pace: Duration) -> u32 {
    let mut eggs = 0;
    loop {
        tokio::select! {
            stopped = mode.wait_for(|mode| *mode == Mode::Stop) => {
                drop(stopped);
                return eggs;
            }
            () = time::sleep(pace) => eggs += 1,
        }
    }
}

impl Farm {
    fn start(hens: u64) -> Farm {
        let (mode, modes) = watch::channel(Mode::Run);
        let mut set = JoinSet::new();
        for hen in 1..=hens {
            set.spawn(lay(modes.clone(), Duration::from_millis(hen)));
        }
        Farm { mode, hens: set }
    }

    async fn collect(mut self, until: Instant) -> u32 {
        let early = tokio::select! {
            _ = self.hens.join_next() => true,
            () = time::sleep_until(until) => false,
        };
        self.mode.send_replace(Mode::Stop);
        let mut eggs = 0;
        while let Some(hen) = self.hens.join_next().await {
            eggs += hen.unwrap_or(0);
        }
        println!("a hen stopped early: {early}");
        eggs
    }
}

#[tokio::main]
async fn main() {
    let farm = Farm::start(3);
    let eggs = farm.collect(Instant::now() + Duration::from_millis(30)).await;
    println!("some eggs: {}", eggs > 0);
}

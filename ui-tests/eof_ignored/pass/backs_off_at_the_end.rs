//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc;

#[derive(Debug)]
enum Update {
    Position { line: u8, minute: u32 },
    Delay(u32),
}

struct Board {
    updates: mpsc::Receiver<Update>,
    delay: u32,
    quiet: u32,
}

impl Board {
    /// One update; where there is none any more, the board is looked at again only after a while.
    async fn refresh(&mut self) -> bool {
        match self.updates.recv().await {
            Some(Update::Position { line, minute }) => println!("line {line} in {minute} min"),
            Some(Update::Delay(minutes)) => self.delay += minutes,
            None => {
                tokio::time::sleep(Duration::from_millis(20)).await;
                return false;
            }
        }
        true
    }

    async fn run(mut self) {
        loop {
            if !self.refresh().await {
                self.quiet += 1;
                println!("no news for the {}. time, delay {}", self.quiet, self.delay);
            }
        }
    }

    async fn watch(mut self) {
        loop {
            match self.updates.recv().await {
                Some(update) => println!("{update:?}"),
                None => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }
}

fn board() -> (mpsc::Sender<Update>, Board) {
    let (feed, updates) = mpsc::channel(8);
    let board = Board {
        updates,
        delay: 0,
        quiet: 0,
    };
    (feed, board)
}

#[tokio::main]
async fn main() {
    let (feed, platform) = board();
    let (copy, office) = board();
    let shown = tokio::spawn(platform.run());
    let watched = tokio::spawn(office.watch());
    for update in [Update::Delay(3), Update::Position { line: 2, minute: 7 }] {
        feed.send(update).await.unwrap();
        copy.send(Update::Delay(1)).await.unwrap();
    }
    drop((feed, copy));
    tokio::time::sleep(Duration::from_millis(70)).await;
    shown.abort();
    watched.abort();
}

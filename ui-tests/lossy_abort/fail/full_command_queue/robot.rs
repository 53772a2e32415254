use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::time;

enum Command {
    Walk(u64),
    Stop,
}

pub struct Robot {
    commands: Sender<Command>,
    walked: Arc<AtomicU64>,
}

async fn drive(mut commands: Receiver<Command>, walked: Arc<AtomicU64>) {
    while let Some(command) = commands.recv().await {
        match command {
            Command::Walk(metres) => {
                time::sleep(Duration::from_millis(4 * metres)).await;
                walked.fetch_add(metres, Ordering::Relaxed);
            }
            Command::Stop => return,
        }
    }
}

impl Robot {
    pub fn switch_on() -> Robot {
        let (commands, inbox) = mpsc::channel(4);
        let walked = Arc::new(AtomicU64::new(0));
        tokio::spawn(drive(inbox, walked.clone()));
        Robot { commands, walked }
    }

    pub async fn walk(&self, metres: u64) -> bool {
        self.commands.send(Command::Walk(metres)).await.is_ok()
    }

    pub async fn emergency_stop(&self) {
        if self.commands.try_send(Command::Stop).is_err() { //~ lossy_abort
            eprintln!("no stop sent");
        }
        println!("stop!");
    }

    pub fn walked(&self) -> u64 {
        self.walked.load(Ordering::Relaxed)
    }

    pub fn is_on(&self) -> bool {
        !self.commands.is_closed()
    }
}

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::{JoinError, JoinHandle};
use tokio::time;

pub struct Janitor {
    retire: watch::Sender<bool>,
    rounds: JoinHandle<u32>,
}

async fn clean(mut retire: watch::Receiver<bool>, period: Duration) -> u32 {
    let mut rounds = 0;
    let mut interval = time::interval(period);
    loop {
        tokio::select! {
            changed = retire.changed() => {
                if changed.is_err() || *retire.borrow() {
                    return rounds;
                }
            }
            _ = interval.tick() => rounds += 1,
        }
    }
}

impl Janitor {
    pub fn hire(period: Duration) -> Janitor {
        let (retire, order) = watch::channel(false);
        let rounds = tokio::spawn(clean(order, period));
        Janitor { retire, rounds }
    }

    pub async fn dismiss(self) -> Result<u32, JoinError> {
        self.retire.send_replace(true);
        let rounds = self.rounds.await?;
        Ok(rounds)
    }
}

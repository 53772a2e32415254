use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub struct Monitor {
    token: CancellationToken,
    task: JoinHandle<u32>,
}

// It measures for its own log too, so a reader who left does not end it; the token does.
async fn measure(load: Sender<u32>, token: CancellationToken) -> u32 {
    let mut interval = tokio::time::interval(Duration::from_millis(2));
    let mut highest = 0;
    loop {
        tokio::select! {
            () = token.cancelled() => return highest,
            _ = interval.tick() => {}
        }
        highest += 1;
        let _ = load.try_send(highest);
    }
}

impl Monitor {
    pub fn start() -> (Monitor, Receiver<u32>) {
        let (sender, load) = mpsc::channel(4);
        let token = CancellationToken::new();
        let task = tokio::spawn(measure(sender, token.clone()));
        (Monitor { token, task }, load)
    }

    pub async fn stop(self) -> bool {
        self.token.cancel();
        self.task.await.is_ok_and(|highest| highest > 0)
    }
}

use std::collections::VecDeque;

use tokio::sync::Notify;

pub enum Message {
    Connected { peer: u32 },
    Probe,
}

#[derive(Default)]
pub struct Changes {
    pub queue: VecDeque<u32>,
    added: Notify,
}

impl Changes {
    pub async fn next(&mut self) -> u32 {
        loop {
            if let Some(peer) = self.queue.pop_front() {
                return peer;
            }
            self.added.notified().await;
        }
    }
}

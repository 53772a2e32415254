use futures::channel::mpsc;
use futures::{SinkExt, StreamExt};

pub struct Found {
    pub players: Vec<String>,
    pub table: u32,
}

#[derive(Clone)]
pub struct Matcher {
    queue: mpsc::Sender<String>,
}

impl Matcher {
    pub fn spawn(size: usize) -> (Matcher, mpsc::UnboundedReceiver<Found>) {
        let (queue, mut players) = mpsc::channel::<String>(8);
        let (found, matches) = mpsc::unbounded();
        tokio::spawn(async move {
            let mut waiting = Vec::new();
            let mut table = 0;
            while let Some(player) = players.next().await {
                waiting.push(player);
                if waiting.len() == size {
                    table += 1;
                    let found_now = Found { players: std::mem::take(&mut waiting), table };
                    if found.unbounded_send(found_now).is_err() {
                        break;
                    }
                }
            }
        });
        (Matcher { queue }, matches)
    }

    pub async fn enqueue(&mut self, player: &str) -> Result<(), mpsc::SendError> {
        self.queue.send(player.to_owned()).await
    }
}

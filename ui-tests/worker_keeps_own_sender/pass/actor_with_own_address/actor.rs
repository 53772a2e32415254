use std::collections::VecDeque;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

enum Message {
    Enqueue(String),
    Next,
    Length(oneshot::Sender<u32>),
}

#[derive(Clone)]
pub struct Address {
    messages: mpsc::Sender<Message>,
}

pub struct Player {
    inbox: mpsc::Receiver<Message>,
    me: mpsc::WeakSender<Message>,
    queue: VecDeque<String>,
    played: u32,
}

impl Address {
    pub async fn enqueue(&self, song: &str) -> Option<()> {
        let message = Message::Enqueue(song.to_owned());
        self.messages.send(message).await.ok()
    }

    pub async fn length(&self) -> Option<u32> {
        let (reply, length) = oneshot::channel();
        self.messages.send(Message::Length(reply)).await.ok()?;
        length.await.ok()
    }
}

impl Player {
    pub fn spawn() -> (Address, JoinHandle<u32>) {
        let (messages, inbox) = mpsc::channel(16);
        let address = Address { messages };
        let player = Player { inbox, me: address.messages.downgrade(), queue: VecDeque::new(), played: 0 };
        (address, tokio::spawn(player.run()))
    }

    async fn run(mut self) -> u32 {
        while let Some(message) = self.inbox.recv().await {
            match message {
                Message::Enqueue(song) => {
                    self.queue.push_back(song);
                    let sent = self.me.upgrade().map(|me| me.try_send(Message::Next));
                    if !matches!(sent, Some(Ok(()))) {
                        self.skip();
                    }
                }
                Message::Next => self.skip(),
                Message::Length(reply) => {
                    let _ = reply.send(self.queue.len() as u32);
                }
            }
        }
        self.played
    }

    fn skip(&mut self) {
        if self.queue.pop_front().is_some() {
            self.played += 1;
        }
    }
}

use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;
use tokio::time;

pub enum Message {
    Start(Vec<String>),
    Fetch { name: String, attempt: u32 },
    Finish,
}

#[derive(Debug, Default)]
pub struct Status {
    pub fetched: usize,
    pub retried: usize,
}

struct Downloader {
    inbox: Receiver<Message>,
    own: Sender<Message>,
    status: Status,
}

pub fn start() -> (Sender<Message>, JoinHandle<Status>) {
    let (sender, inbox) = mpsc::channel(4);
    let downloader = Downloader { inbox, own: sender.clone(), status: Status::default() };
    (sender, tokio::spawn(downloader.run()))
}

impl Downloader {
    async fn run(mut self) -> Status {
        while let Some(message) = self.inbox.recv().await {
            match message {
                Message::Start(names) => self.queue(names).await,
                Message::Fetch { name, attempt } => self.fetch(&name, attempt).await,
                Message::Finish => break,
            }
        }
        self.status
    }

    async fn queue(&mut self, names: Vec<String>) {
        for name in names {
            let fetch = Message::Fetch { name, attempt: 1 };
            if self.own.send(fetch).await.is_err() { //~ blocking_send_to_self
                break;
            }
        }
    }

    async fn fetch(&mut self, name: &str, attempt: u32) {
        time::sleep(Duration::from_millis(1)).await;
        self.status.fetched += usize::from(!name.is_empty());
        self.status.retried += usize::from(attempt > 1);
    }
}

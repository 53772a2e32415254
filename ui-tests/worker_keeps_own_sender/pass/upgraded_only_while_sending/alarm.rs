use std::time::Duration;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender, WeakUnboundedSender};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Debug)]
pub enum Command {
    Remind { after: Duration, text: String },
    Ring(String),
}

pub struct Alarm {
    inbox: UnboundedReceiver<Command>,
    own: WeakUnboundedSender<Command>,
    rung: Vec<String>,
}

impl Alarm {
    pub fn set() -> (UnboundedSender<Command>, JoinHandle<Vec<String>>) {
        let (commands, inbox) = mpsc::unbounded_channel();
        let alarm = Alarm { inbox, own: commands.downgrade(), rung: Vec::new() };
        (commands, tokio::spawn(alarm.run()))
    }

    async fn run(mut self) -> Vec<String> {
        while let Some(command) = self.inbox.recv().await {
            match command {
                Command::Remind { after, text } => {
                    let own = self.own.clone();
                    tokio::spawn(async move {
                        time::sleep(after).await;
                        if let Some(own) = own.upgrade() {
                            let _ = own.send(Command::Ring(text));
                        }
                    });
                }
                Command::Ring(text) => self.rung.push(text),
            }
        }
        self.rung
    }
}

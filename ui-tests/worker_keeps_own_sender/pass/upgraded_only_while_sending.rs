//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender, WeakUnboundedSender};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Debug)]
enum Command {
    Remind { after: Duration, text: String },
    Ring(String),
}

struct Alarm {
    inbox: UnboundedReceiver<Command>,
    own: WeakUnboundedSender<Command>,
    rung: Vec<String>,
}

impl Alarm {
    fn set() -> (UnboundedSender<Command>, JoinHandle<Vec<String>>) {
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

#[tokio::main]
async fn main() {
    let (commands, alarm) = Alarm::set();
    for (millis, text) in [(5, "tea"), (60_000, "next year")] {
        let after = Duration::from_millis(millis);
        let text = text.to_owned();
        let _ = commands.send(Command::Remind { after, text });
    }
    time::sleep(Duration::from_millis(40)).await;
    drop(commands);
    println!("{:?}", alarm.await.ok());
}

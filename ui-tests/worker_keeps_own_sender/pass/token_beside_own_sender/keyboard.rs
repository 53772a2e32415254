use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

#[derive(Clone, Copy, Debug)]
pub enum Event {
    Press(char),
    Repeat(char, u8),
}

pub struct Keyboard {
    pub events: Sender<Event>,
    pub unplug: CancellationToken,
    pub task: JoinHandle<String>,
}

async fn handle(mut inbox: Receiver<Event>, own: Sender<Event>, unplug: CancellationToken) -> String {
    let mut typed = String::new();
    loop {
        let event = tokio::select! {
            () = unplug.cancelled() => return typed,
            event = inbox.recv() => event,
        };
        match event {
            Some(Event::Press(key)) => {
                typed.push(key);
                let _ = own.try_send(Event::Repeat(key, 2));
            }
            Some(Event::Repeat(key, left)) => {
                typed.push(key);
                if left > 1 {
                    let _ = own.try_send(Event::Repeat(key, left - 1));
                }
            }
            None => return typed,
        }
    }
}

impl Keyboard {
    pub fn plug() -> Self {
        let (events, inbox) = mpsc::channel(32);
        let unplug = CancellationToken::new();
        let task = tokio::spawn(handle(inbox, events.clone(), unplug.clone()));
        Keyboard { events, unplug, task }
    }
}

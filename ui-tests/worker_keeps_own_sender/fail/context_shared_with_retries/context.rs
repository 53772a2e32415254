use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time;

#[derive(Debug)]
pub enum Command {
    Fetch { url: String, attempt: u8 },
    Forget(String),
}

pub struct Context {
    pub commands: mpsc::UnboundedSender<Command>,
    pub backoff: Duration,
}

impl Context {
    pub fn retry_later(self: &Arc<Self>, url: String, attempt: u8) {
        let context = Arc::clone(self);
        tokio::spawn(async move {
            time::sleep(context.backoff).await;
            let _ = context.commands.send(Command::Fetch { url, attempt });
        });
    }
}

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;

use crate::context::{Command, Context};

pub struct Fetcher {
    context: Arc<Context>,
    inbox: mpsc::UnboundedReceiver<Command>,
    fetched: BTreeSet<String>,
}

impl Fetcher {
    pub fn new(backoff: Duration) -> (mpsc::UnboundedSender<Command>, Fetcher) {
        let (commands, inbox) = mpsc::unbounded_channel();
        let context = Arc::new(Context { commands: commands.downgrade(), backoff });
        (commands, Fetcher { context, inbox, fetched: BTreeSet::new() })
    }

    pub async fn run(mut self) -> usize {
        while let Some(command) = self.inbox.recv().await {
            match command {
                Command::Fetch { url, attempt } if attempt < 2 && url.ends_with('/') => {
                    self.context.retry_later(url, attempt + 1);
                }
                Command::Fetch { url, .. } => {
                    self.fetched.insert(url);
                }
                Command::Forget(url) => {
                    self.fetched.remove(&url);
                }
            }
        }
        self.fetched.len()
    }
}

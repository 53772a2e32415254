//@ expect: worker_keeps_own_sender
//@ effect: hang

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time;

#[derive(Debug)]
enum Command {
    Fetch { url: String, attempt: u8 },
    Forget(String),
}

struct Context {
    commands: mpsc::UnboundedSender<Command>,
    backoff: Duration,
}

struct Fetcher {
    context: Arc<Context>,
    inbox: mpsc::UnboundedReceiver<Command>,
    fetched: BTreeSet<String>,
}

impl Context {
    fn retry_later(self: &Arc<Self>, url: String, attempt: u8) {
        let context = Arc::clone(self);
        tokio::spawn(async move {
            time::sleep(context.backoff).await;
            let _ = context.commands.send(Command::Fetch { url, attempt });
        });
    }
}

impl Fetcher {
    fn new(backoff: Duration) -> (mpsc::UnboundedSender<Command>, Fetcher) {
        let (commands, inbox) = mpsc::unbounded_channel();
        let context = Arc::new(Context { commands: commands.clone(), backoff });
        (commands, Fetcher { context, inbox, fetched: BTreeSet::new() })
    }

    async fn run(mut self) -> usize {
        while let Some(command) = self.inbox.recv().await { //~ worker_keeps_own_sender
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

#[tokio::main]
async fn main() {
    let (commands, fetcher) = Fetcher::new(Duration::from_millis(10));
    let running = tokio::spawn(fetcher.run());
    for url in ["http://a/", "http://b/index", "http://c/x"] {
        let _ = commands.send(Command::Fetch { url: url.to_owned(), attempt: 0 });
    }
    let _ = commands.send(Command::Forget("http://c/x".into()));
    time::sleep(Duration::from_millis(60)).await;
    drop(commands);
    println!("{:?} pages", running.await.ok());
}

//@ expect: none
//@ effect: none
//! A journal's task keeps each follower as long as it takes what is written; who follows it to the end lets go of the journal first.

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

struct Follower {
    name: &'static str,
    lines: mpsc::UnboundedSender<String>,
}

enum Request {
    Write(String),
    Follow(Follower),
}

#[derive(Clone)]
struct Journal {
    requests: mpsc::Sender<Request>,
}

impl Journal {
    fn open() -> (Self, JoinHandle<usize>) {
        let (requests, inbox) = mpsc::channel(16);
        (Self { requests }, tokio::spawn(keep(inbox)))
    }

    async fn write(&self, line: &str) {
        self.requests.send(Request::Write(line.to_owned())).await.ok();
    }

    async fn follow(&self, name: &'static str) -> mpsc::UnboundedReceiver<String> {
        let (lines, tail) = mpsc::unbounded_channel();
        self.requests.send(Request::Follow(Follower { name, lines })).await.ok();
        tail
    }
}

async fn keep(mut inbox: mpsc::Receiver<Request>) -> usize {
    let mut followers: Vec<Follower> = Vec::new();
    let mut written = 0;
    while let Some(request) = inbox.recv().await {
        match request {
            Request::Follow(follower) => {
                println!("{} follows", follower.name);
                followers.push(follower);
            }
            Request::Write(line) => {
                written += 1;
                followers.retain(|follower| follower.lines.send(line.clone()).is_ok());
            }
        }
    }
    written
}

#[tokio::main]
async fn main() {
    let (journal, task) = Journal::open();
    let mut tail = journal.follow("audit").await;
    journal.write("started").await;
    journal.write("stopped").await;
    drop(journal);
    while let Some(line) = tail.recv().await {
        println!("{line}");
    }
    println!("{} lines", task.await.unwrap());
}

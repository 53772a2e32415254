//@ expect: blocking_send_to_self
//@ effect: hang

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Mail {
    to: String,
    attempts: u32,
}

enum Post {
    Send(Mail),
    Close,
}

struct Mailer {
    outbox: SyncSender<Post>,
    thread: JoinHandle<usize>,
}

fn deliver(mail: &Mail) -> bool {
    mail.attempts > 1 || mail.to.ends_with(".org")
}

fn run(outbox: SyncSender<Post>, inbox: Receiver<Post>) -> usize {
    let mut delivered = 0;
    for post in inbox {
        let Post::Send(mut mail) = post else { break };
        mail.attempts += 1;
        thread::sleep(Duration::from_millis(1));
        if deliver(&mail) {
            delivered += 1;
        } else if outbox.send(Post::Send(mail)).is_err() { //~ blocking_send_to_self
            break;
        }
    }
    delivered
}

impl Mailer {
    fn start() -> Mailer {
        let (outbox, inbox) = sync_channel(3);
        let retries = outbox.clone();
        Mailer { outbox, thread: thread::spawn(move || run(retries, inbox)) }
    }

    fn post(&self, to: &str) -> bool {
        self.outbox.send(Post::Send(Mail { to: to.to_owned(), attempts: 0 })).is_ok()
    }
}

fn main() {
    let mailer = Mailer::start();
    let mut posted = 0;
    for number in 0..40 {
        posted += usize::from(mailer.post(&format!("reader{number}@example.com")));
    }
    if mailer.outbox.send(Post::Close).is_err() {
        eprintln!("closed before");
    }
    println!("{posted} posted, {:?} delivered", mailer.thread.join().ok());
}

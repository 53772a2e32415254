//@ expect: hangup_ignored
//@ effect: leak

use std::process::ExitCode;
use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::time;

struct Account {
    name: &'static str,
    unread: u32,
}

#[derive(Debug)]
struct Mail {
    account: &'static str,
    subject: String,
}

async fn poll(account: Arc<Account>, inbox: Sender<Mail>, period: Duration) {
    let mut interval = time::interval(period);
    let mut number = account.unread;
    loop {
        interval.tick().await;
        number += 1;
        let mail = Mail { account: account.name, subject: format!("message {number}") };
        if let Err(lost) = inbox.send(mail).await { //~ hangup_ignored
            eprintln!("lost: {}", lost.0.subject);
        }
    }
}

fn watch(name: &'static str) -> (Receiver<Mail>, Weak<Account>) {
    let account = Arc::new(Account { name, unread: 7 });
    let observed = Arc::downgrade(&account);
    let (sender, inbox) = mpsc::channel(2);
    tokio::spawn(poll(account, sender, Duration::from_millis(4)));
    (inbox, observed)
}

#[tokio::main]
async fn main() -> ExitCode {
    let (mut inbox, account) = watch("ann@example.org");
    for _ in 0..2 {
        if let Some(mail) = inbox.recv().await {
            println!("{}: {}", mail.account, mail.subject);
        }
    }
    drop(inbox);
    time::sleep(Duration::from_millis(80)).await;
    if account.strong_count() > 0 {
        println!("the account is still polled");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}

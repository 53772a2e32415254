//@ expect: worker_keeps_own_sender
//@ effect: hang

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
struct Mail {
    to: String,
    attempts: u32,
}

#[derive(Default)]
struct Outcome {
    delivered: Vec<String>,
    dropped: Vec<String>,
}

fn deliver(mail: &Mail) -> Result<(), &'static str> {
    thread::sleep(Duration::from_millis(1));
    if mail.to.ends_with("example.org") || mail.attempts > 1 { Ok(()) } else { Err("greylisted") }
}

fn postman(inbox: Receiver<Mail>, retry: Sender<Mail>) -> Outcome {
    let mut outcome = Outcome::default();
    for mut mail in inbox { //~ worker_keeps_own_sender
        mail.attempts += 1;
        match deliver(&mail) {
            Ok(()) => outcome.delivered.push(mail.to),
            Err(why) if mail.attempts > 3 => {
                eprintln!("{}: {why}", mail.to);
                outcome.dropped.push(mail.to);
            }
            Err(_) => {
                let _ = retry.send(mail);
            }
        }
    }
    outcome
}

fn main() {
    let (outbox, inbox) = mpsc::channel();
    let retry = outbox.clone();
    let postman = thread::spawn(move || postman(inbox, retry));
    for to in ["ann@example.org", "bob@example.com"] {
        let to = to.to_owned();
        if outbox.send(Mail { to, attempts: 0 }).is_err() {
            eprintln!("the postman went home");
        }
    }
    drop(outbox);
    match postman.join() {
        Ok(outcome) => println!("{} delivered, {} dropped", outcome.delivered.len(), outcome.dropped.len()),
        Err(_) => eprintln!("the postman panicked"),
    }
}

//@ expect: worker_outlives_owner
//@ effect: leak

use std::collections::VecDeque;
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::thread;
use std::time::Duration;

#[derive(Default)]
struct Shared {
    mails: Mutex<VecDeque<String>>,
    posted: Condvar,
}

struct Postman {
    shared: Arc<Shared>,
    name: &'static str,
}

impl Shared {
    fn next(&self) -> Option<String> {
        let mut mails = self.mails.lock().ok()?;
        loop {
            if let Some(mail) = mails.pop_front() {
                return Some(mail);
            }
            mails = self.posted.wait(mails).ok()?;
        }
    }
}

impl Postman {
    fn hire(name: &'static str) -> Postman {
        let shared = Arc::new(Shared::default());
        let round = Arc::clone(&shared);
        thread::spawn(move || { //~ worker_outlives_owner
            while let Some(mail) = round.next() {
                println!("{name} delivers {mail}");
            }
        });
        Postman { shared, name }
    }

    fn post(&self, mail: &str) {
        if let Ok(mut mails) = self.shared.mails.lock() {
            mails.push_back(mail.to_owned());
        }
        self.shared.posted.notify_one();
    }
}

impl Drop for Postman {
    fn drop(&mut self) {
        println!("{} retires", self.name);
    }
}

fn one_day() -> Weak<Shared> {
    let postman = Postman::hire("Pat");
    postman.post("a letter");
    postman.post("a parcel");
    thread::sleep(Duration::from_millis(30));
    Arc::downgrade(&postman.shared)
}

fn main() -> ExitCode {
    let shared = one_day();
    thread::sleep(Duration::from_millis(60));
    match shared.strong_count() {
        0 => ExitCode::SUCCESS,
        _ => {
            println!("the postman still waits for mail");
            ExitCode::from(3)
        }
    }
}

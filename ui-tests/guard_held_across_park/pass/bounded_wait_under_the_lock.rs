//@ expect: none
//@ effect: none

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

#[derive(Default)]
struct Session {
    user: Option<String>,
    failures: u32,
}

#[derive(Clone, Default)]
struct Login {
    session: Arc<Mutex<Session>>,
}

impl Login {
    fn accept(&self, name: &str) {
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        session.user = Some(name.to_owned());
    }

    fn login(&self, name: &'static str) -> bool {
        let mut session = self.session.lock().unwrap_or_else(PoisonError::into_inner);
        let (answer, answers) = channel();
        let login = self.clone();
        thread::spawn(move || {
            login.accept(name);
            let _ = answer.send(());
        });
        match answers.recv_timeout(Duration::from_millis(20)) {
            Ok(()) => true,
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                session.failures += 1;
                false
            }
        }
    }
}

fn main() {
    let login = Login::default();
    println!("in time: {}", login.login("ann"));
    thread::sleep(Duration::from_millis(20));
    let session = login.session.lock().unwrap_or_else(PoisonError::into_inner);
    println!("{:?} after {} failures", session.user, session.failures);
}

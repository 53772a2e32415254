//@ expect: worker_keeps_own_sender
//@ effect: leak

use std::process::ExitCode;
use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

enum Request {
    Open(&'static str),
    Rename(usize, &'static str),
}

struct Session {
    requests: Sender<Request>,
    windows: Mutex<Vec<String>>,
}

impl Session {
    fn apply(&self, request: Request) {
        let Ok(mut windows) = self.windows.lock() else {
            return;
        };
        match request {
            Request::Open(title) => windows.push(title.to_owned()),
            Request::Rename(at, title) => {
                if let Some(window) = windows.get_mut(at) {
                    *window = title.to_owned();
                }
            }
        }
    }
}

fn serve(session: &Session, requests: &Receiver<Request>) {
    for request in requests { //~ worker_keeps_own_sender
        session.apply(request);
    }
}

fn open_session() -> Arc<Session> {
    let (requests, inbox) = unbounded();
    let session = Arc::new(Session { requests, windows: Mutex::default() });
    let served = Arc::clone(&session);
    thread::spawn(move || serve(&served, &inbox));
    session
}

fn use_it() -> Option<Weak<Session>> {
    let session = open_session();
    session.requests.send(Request::Open("mail")).ok()?;
    session.requests.send(Request::Rename(0, "inbox")).ok()?;
    thread::sleep(Duration::from_millis(20));
    println!("{:?}", session.windows.lock().ok()?);
    Some(Arc::downgrade(&session))
}

fn main() -> ExitCode {
    let Some(session) = use_it() else {
        return ExitCode::FAILURE;
    };
    thread::sleep(Duration::from_millis(100));
    match session.strong_count() {
        0 => ExitCode::SUCCESS,
        n => {
            println!("{n} owner still serves a closed session");
            ExitCode::from(3)
        }
    }
}

//@ expect: worker_keeps_own_sender
//@ effect: leak

use std::process::ExitCode;
use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

type Windows = Mutex<Vec<String>>;

enum Request {
    Open(&'static str),
    Rename(usize, &'static str),
}

#[derive(Clone)]
struct Session {
    requests: Sender<Request>,
    windows: Arc<Windows>,
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

    fn serve(self, requests: &Receiver<Request>) {
        for request in requests { //~ worker_keeps_own_sender
            self.apply(request);
        }
    }
}

fn open_session() -> Session {
    let (requests, inbox) = unbounded();
    let session = Session { requests, windows: Arc::default() };
    let served = session.clone();
    thread::spawn(move || served.serve(&inbox));
    session
}

fn use_it() -> Option<Weak<Windows>> {
    let session = open_session();
    session.requests.send(Request::Open("mail")).ok()?;
    session.requests.send(Request::Rename(0, "inbox")).ok()?;
    thread::sleep(Duration::from_millis(20));
    println!("{:?}", session.windows.lock().ok()?);
    Some(Arc::downgrade(&session.windows))
}

fn main() -> ExitCode {
    let Some(windows) = use_it() else {
        return ExitCode::FAILURE;
    };
    thread::sleep(Duration::from_millis(100));
    match windows.strong_count() {
        0 => ExitCode::SUCCESS,
        n => {
            println!("{n} owner still serves a closed session");
            ExitCode::from(3)
        }
    }
}

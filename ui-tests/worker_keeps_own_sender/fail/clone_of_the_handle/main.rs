//@ expect: worker_keeps_own_sender
//@ effect: leak

mod session;

use std::process::ExitCode;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use session::{Request, Windows, open_session};

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

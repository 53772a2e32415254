use std::sync::{Arc, Mutex};
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

pub type Windows = Mutex<Vec<String>>;

pub enum Request {
    Open(&'static str),
    Rename(usize, &'static str),
}

#[derive(Clone)]
pub struct Session {
    pub requests: Sender<Request>,
    pub windows: Arc<Windows>,
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

pub fn open_session() -> Session {
    let (requests, inbox) = unbounded();
    let session = Session { requests, windows: Arc::default() };
    let served = session.clone();
    thread::spawn(move || served.serve(&inbox));
    session
}

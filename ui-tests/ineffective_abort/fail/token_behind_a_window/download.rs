use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use crate::token::CancelToken;

#[derive(Default)]
struct Window {
    credits: Mutex<u32>,
    granted: Condvar,
}

pub struct Download {
    token: CancelToken,
    window: Arc<Window>,
    thread: JoinHandle<u32>,
}

fn fetch(token: &CancelToken, window: &Window) -> u32 {
    let mut chunks = 0;
    while !token.is_cancelled() {
        let mut credits = window.credits.lock().unwrap();
        while *credits == 0 {
            credits = window.granted.wait(credits).unwrap();
        }
        *credits -= 1;
        drop(credits);
        chunks += 1;
    }
    chunks
}

impl Download {
    pub fn start() -> Download {
        let token = CancelToken::default();
        let window = Arc::new(Window::default());
        let thread = {
            let (token, window) = (token.clone(), window.clone());
            thread::Builder::new().name("download".into()).spawn(move || fetch(&token, &window)).unwrap()
        };
        Download { token, window, thread }
    }

    pub fn grant(&self, credits: u32) {
        *self.window.credits.lock().unwrap() += credits;
        self.window.granted.notify_all();
    }

    pub fn cancel(self) -> u32 {
        self.token.cancel(); //~ ineffective_abort
        self.thread.join().unwrap_or(0)
    }
}

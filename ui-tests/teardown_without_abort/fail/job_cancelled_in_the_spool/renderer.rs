use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::page::Page;
use crate::tray::Tray;

pub struct Renderer {
    cancelled: Arc<AtomicBool>,
    thread: JoinHandle<u32>,
}

impl Renderer {
    /// Renders copies of a document, so many pages each, until it is told that there are enough.
    pub fn start(document: &'static str, pages: u32, tray: Arc<Tray>) -> Renderer {
        let cancelled = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&cancelled);
        let thread = thread::spawn(move || {
            let mut rendered = 0;
            while !told.load(Ordering::Acquire) {
                tray.put(Page::render(document, rendered % pages + 1));
                rendered += 1;
                thread::sleep(Duration::from_millis(1));
            }
            rendered
        });
        Renderer { cancelled, thread }
    }

    pub fn cancel(self) -> Option<u32> {
        self.cancelled.store(true, Ordering::Release);
        self.thread.join().ok()
    }
}

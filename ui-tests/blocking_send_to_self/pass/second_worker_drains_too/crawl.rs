use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender};

pub enum Page {
    Visit { depth: u32 },
    End,
}

pub fn worker(queue: &Receiver<Page>, pages: &Sender<Page>, seen: &AtomicUsize) {
    for page in queue {
        let Page::Visit { depth } = page else { return };
        seen.fetch_add(1, Ordering::Relaxed);
        for _ in 0..depth {
            let link = Page::Visit { depth: depth - 1 };
            if pages.send(link).is_err() {
                return;
            }
        }
    }
}

pub fn archive(queue: &Receiver<Page>) -> usize {
    let mut archived = 0;
    while let Ok(page) = queue.recv_timeout(Duration::from_millis(100)) {
        match page {
            Page::Visit { .. } => archived += 1,
            Page::End => break,
        }
    }
    archived
}

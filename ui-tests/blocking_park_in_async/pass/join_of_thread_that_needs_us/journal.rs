use std::thread::{self, JoinHandle};

use tokio::sync::mpsc::Sender;

pub struct Journal {
    writer: JoinHandle<usize>,
}

fn write(pages: &Sender<String>) -> usize {
    let mut written = 0;
    for number in 1..=4 {
        let page = format!("page {number}");
        if pages.blocking_send(page).is_err() {
            break;
        }
        written += 1;
    }
    written
}

impl Journal {
    pub fn open(pages: Sender<String>) -> Journal {
        let writer = thread::spawn(move || write(&pages));
        Journal { writer }
    }

    pub async fn close(self) -> Option<usize> {
        let written = tokio::task::spawn_blocking(|| self.writer.join()).await;
        written.ok()?.ok()
    }
}

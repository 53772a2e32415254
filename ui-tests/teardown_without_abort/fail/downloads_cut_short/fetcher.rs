use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

type Waiters = Arc<Mutex<HashMap<u64, oneshot::Sender<Vec<u8>>>>>;

struct Download {
    id: u64,
    url: String,
}

pub struct Fetcher {
    jobs: mpsc::UnboundedSender<Download>,
    waiters: Waiters,
    task: Option<JoinHandle<()>>,
    next: u64,
}

async fn fetch_loop(mut jobs: mpsc::UnboundedReceiver<Download>, waiters: Waiters) {
    while let Some(job) = jobs.recv().await {
        tokio::time::sleep(Duration::from_millis(job.url.len() as u64)).await;
        let waiter = waiters.lock().unwrap().remove(&job.id);
        if let Some(waiter) = waiter {
            let _ = waiter.send(job.url.into_bytes());
        }
    }
    waiters.lock().unwrap().clear();
}

impl Fetcher {
    pub fn new() -> Fetcher {
        let (jobs, inbox) = mpsc::unbounded_channel();
        let waiters = Waiters::default();
        let task = tokio::spawn(fetch_loop(inbox, waiters.clone()));
        Fetcher {
            jobs,
            waiters,
            task: Some(task),
            next: 0,
        }
    }

    pub fn request(&mut self, url: &str) -> oneshot::Receiver<Vec<u8>> {
        let (waiter, body) = oneshot::channel();
        self.next += 1;
        let id = self.next;
        self.waiters.lock().unwrap().insert(id, waiter);
        let url = url.to_owned();
        if self.jobs.send(Download { id, url }).is_err() {
            self.waiters.lock().unwrap().remove(&id);
        }
        body
    }

    pub async fn shutdown(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort(); //~ teardown_without_abort
            if let Err(err) = task.await {
                println!("fetcher ended: {}", err.is_cancelled());
            }
        }
    }
}

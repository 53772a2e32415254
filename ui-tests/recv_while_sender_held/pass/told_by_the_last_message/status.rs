use std::sync::Arc;

use tokio::sync::watch;

#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    Starting,
    Ready,
    Failed(String),
}

#[derive(Clone)]
pub struct Board {
    pub status: Arc<watch::Sender<Status>>,
}

impl Board {
    pub fn new() -> Self {
        Board {
            status: Arc::new(watch::Sender::new(Status::Starting)),
        }
    }

    pub fn post(&self, status: Status) {
        self.status.send_replace(status);
    }
}

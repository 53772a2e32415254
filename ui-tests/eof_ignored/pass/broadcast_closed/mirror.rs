use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

#[derive(Clone, Debug)]
pub enum Change {
    Added(String),
    Removed(String),
}

pub struct Mirror {
    pub names: Vec<String>,
    pub missed: u64,
}

impl Mirror {
    fn apply(&mut self, change: Change) {
        match change {
            Change::Added(name) => self.names.push(name),
            Change::Removed(name) => self.names.retain(|known| *known != name),
        }
    }

    pub async fn follow(mut self, mut changes: Receiver<Change>, wanted: usize) -> Mirror {
        while self.names.len() < wanted {
            match changes.recv().await {
                Ok(change) => self.apply(change),
                Err(RecvError::Lagged(missed)) => self.missed += missed,
                Err(RecvError::Closed) => break,
            }
        }
        self
    }
}

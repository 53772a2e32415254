use std::sync::Arc;

use tokio::sync::{broadcast, mpsc};

use crate::handler::Handler;
use crate::shutdown::Shutdown;

pub struct Listener {
    pub notify_shutdown: Arc<broadcast::Sender<()>>,
    pub complete_tx: mpsc::Sender<()>,
    pub complete_rx: mpsc::Receiver<()>,
}

impl Listener {
    pub fn accept(&self, id: u32) {
        let mut handler = Handler {
            id,
            shutdown: Shutdown {
                stopping: false,
                notify: self.notify_shutdown.subscribe(),
            },
            _complete: self.complete_tx.clone(),
        };
        tokio::spawn(async move { handler.run().await });
    }
}

use tokio::sync::broadcast;

pub struct Shutdown {
    pub stopping: bool,
    pub notify: broadcast::Receiver<()>,
}

impl Shutdown {
    pub async fn recv(&mut self) {
        if self.stopping {
            return;
        }
        let _ = self.notify.recv().await;
        self.stopping = true;
    }
}

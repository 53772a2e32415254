use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time;

use crate::shutdown::Shutdown;

pub struct Handler {
    pub id: u32,
    pub shutdown: Shutdown,
    pub _complete: mpsc::Sender<()>,
}

impl Handler {
    pub async fn run(&mut self) -> u32 {
        let mut served = 0;
        while !self.shutdown.stopping {
            tokio::select! {
                () = time::sleep(Duration::from_millis(5)) => served += 1,
                () = self.shutdown.recv() => break,
            }
        }
        println!("handler {} served some: {}", self.id, served > 0);
        served
    }
}

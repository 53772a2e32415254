use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::{Mutex, oneshot};
use tokio::task::JoinHandle;

type Guests = Arc<Mutex<HashMap<u32, u32>>>;

pub struct Rooms {
    guests: Guests,
    closing: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

async fn tidy(guests: Guests, mut closing: oneshot::Receiver<()>) {
    loop {
        tokio::select! {
            _ = &mut closing => return,
            () = tokio::time::sleep(std::time::Duration::from_millis(2)) => {}
        }
        let mut guests = guests.lock().await;
        guests.retain(|room, count| {
            assert!(*room < 100, "no such room");
            *count > 0
        });
    }
}

impl Rooms {
    pub fn open() -> Rooms {
        let guests = Guests::default();
        let (closing, closed) = oneshot::channel();
        let task = tokio::spawn(tidy(guests.clone(), closed));
        Rooms { guests, closing: Some(closing), task }
    }

    pub async fn enter(&self, room: u32, count: u32) -> bool {
        self.guests.lock().await.insert(room, count).is_none()
    }

    pub async fn close(mut self) -> u32 {
        if let Some(closing) = self.closing.take() {
            closing.send(()).ok();
        }
        if let Err(err) = self.task.await {
            eprintln!("tidying: {err}");
        }
        // This lock has no poison: a task that panics with it lets go of it.
        self.guests.lock().await.values().sum()
    }
}

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use tokio::sync::oneshot;

/// What the handshake goes over.
pub struct Transport {
    pub rounds: u32,
}

struct Shared {
    transport: Transport,
    ready: Option<oneshot::Sender<()>>,
    round: u32,
}

impl Shared {
    /// Goes one round further.
    fn advance(&mut self) -> Result<bool, String> {
        if self.transport.rounds > 100 {
            return Err("the peer wants too many rounds".to_owned());
        }
        self.round += 1;
        Ok(self.round >= self.transport.rounds)
    }

    fn finish(&mut self) {
        if let Some(ready) = self.ready.take() {
            let _ = ready.send(());
        }
    }
}

/// Drives the handshake until it is done.
struct Driver {
    shared: Arc<Mutex<Shared>>,
}

impl Future for Driver {
    type Output = Result<(), String>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut shared = self.shared.lock().unwrap();
        match shared.advance() {
            Ok(false) => {
                cx.waker().wake_by_ref();
                Poll::Pending
            }
            Ok(true) => {
                shared.finish();
                Poll::Ready(Ok(()))
            }
            Err(error) => {
                shared.finish();
                Poll::Ready(Err(error))
            }
        }
    }
}

/// A connection in the making.
pub struct Dialling {
    shared: Arc<Mutex<Shared>>,
    ready: Option<oneshot::Receiver<()>>,
}

impl Dialling {
    /// Starts the handshake.
    pub fn new(transport: Transport) -> Self {
        let (sender, receiver) = oneshot::channel();
        let shared = Arc::new(Mutex::new(Shared { transport, ready: Some(sender), round: 0 }));
        let driver = Driver { shared: Arc::clone(&shared) };
        tokio::spawn(async move {
            if let Err(error) = driver.await {
                eprintln!("the handshake failed: {error}");
            }
        });
        Self { shared, ready: Some(receiver) }
    }

    /// Waits for the handshake, and says how many rounds it took.
    pub async fn connected(&mut self) -> u32 {
        if let Some(ready) = self.ready.take() {
            let _ = ready.await;
        }
        self.shared.lock().unwrap().round
    }
}

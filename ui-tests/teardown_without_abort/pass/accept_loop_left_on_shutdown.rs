//@ expect: none
//@ effect: none
//! A server whose accept loop ends when somebody who has its handle asks for a graceful shutdown: the tasks of its connections hear the same
//! signal, so that leaving the loop early skips nothing.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// A notification that also reaches those who ask later.
#[derive(Debug, Default)]
struct NotifyOnce {
    notified: AtomicBool,
    notify: Notify,
}

impl NotifyOnce {
    fn notify_waiters(&self) {
        self.notified.store(true, Ordering::SeqCst);
        self.notify.notify_waiters();
    }

    async fn notified(&self) {
        let mut notified = std::pin::pin!(self.notify.notified());
        notified.as_mut().enable();
        if !self.notified.load(Ordering::SeqCst) {
            notified.await;
        }
    }
}

#[derive(Debug, Default)]
struct Shared {
    graceful: NotifyOnce,
    connections: Notify,
    open: std::sync::atomic::AtomicUsize,
}

#[derive(Clone, Debug, Default)]
pub struct Handle(Arc<Shared>);

impl Handle {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn graceful_shutdown(&self) {
        self.0.graceful.notify_waiters();
    }

    async fn wait_graceful_shutdown(&self) {
        self.0.graceful.notified().await;
    }

    fn watcher(&self) -> Watcher {
        self.0.open.fetch_add(1, Ordering::SeqCst);
        Watcher(self.clone())
    }

    async fn wait_connections_end(&self) {
        while self.0.open.load(Ordering::SeqCst) > 0 {
            self.0.connections.notified().await;
        }
    }
}

/// Held by each connection; its end is told to who waits for all of them.
struct Watcher(Handle);

impl Drop for Watcher {
    fn drop(&mut self) {
        let shared = &self.0.0;
        if shared.open.fetch_sub(1, Ordering::SeqCst) == 1 {
            shared.connections.notify_one();
        }
    }
}

pub struct Server {
    listener: TcpListener,
    handle: Handle,
}

impl Server {
    pub async fn bind(address: &str) -> io::Result<Self> {
        Ok(Self { listener: TcpListener::bind(address).await?, handle: Handle::new() })
    }

    pub fn handle(&self) -> Handle {
        self.handle.clone()
    }

    pub async fn serve(self) -> io::Result<()> {
        let handle = self.handle;
        let listener = self.listener;
        let accept_loop = async {
            loop {
                let (stream, _) = tokio::select! {
                    biased;
                    result = listener.accept() => result?,
                    _ = handle.wait_graceful_shutdown() => return Ok::<(), io::Error>(()),
                };
                let watcher = handle.watcher();
                tokio::spawn(async move {
                    tokio::select! {
                        biased;
                        _ = watcher.0.wait_graceful_shutdown() => {}
                        _ = echo(stream) => {}
                    }
                });
            }
        };
        accept_loop.await?;
        handle.wait_connections_end().await;
        Ok(())
    }
}

async fn echo(mut stream: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 64];
    loop {
        let count = stream.read(&mut buffer).await?;
        if count == 0 {
            return Ok(());
        }
        stream.write_all(&buffer[..count]).await?;
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let server = Server::bind("127.0.0.1:0").await?;
    let address = server.listener.local_addr()?;
    let handle = server.handle();
    let running = tokio::spawn(server.serve());
    let mut client = TcpStream::connect(address).await?;
    client.write_all(b"ping").await?;
    let mut answer = [0; 4];
    client.read_exact(&mut answer).await?;
    handle.graceful_shutdown();
    running.await.expect("the server does not panic")
}

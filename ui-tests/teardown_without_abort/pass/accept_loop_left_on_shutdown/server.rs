use std::io;

use tokio::net::TcpListener;

use crate::echo;
use crate::shutdown::Handle;

pub struct Server {
    pub listener: TcpListener,
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

use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::task::JoinHandle;
use tokio::time;

pub struct Listener {
    task: JoinHandle<std::io::Result<usize>>,
    pub port: u16,
}

async fn listen(socket: UdpSocket, wanted: usize) -> std::io::Result<usize> {
    let mut packets = 0;
    let mut buf = [0; 512];
    while packets < wanted {
        let (size, from) = socket.recv_from(&mut buf).await?;
        println!("{size} bytes from a port: {}", from.port() > 0);
        packets += 1;
    }
    Ok(packets)
}

impl Listener {
    pub async fn bind(wanted: usize) -> std::io::Result<Listener> {
        let socket = UdpSocket::bind("127.0.0.1:0").await?;
        let port = socket.local_addr()?.port();
        let task = tokio::spawn(listen(socket, wanted));
        Ok(Listener { task, port })
    }

    pub async fn finish(mut self, patience: Duration) -> Option<usize> {
        match time::timeout(patience, &mut self.task).await {
            Ok(Ok(Ok(packets))) => Some(packets),
            Ok(Ok(Err(err))) => {
                eprintln!("port {}: {err}", self.port);
                None
            }
            Ok(Err(err)) => {
                eprintln!("listener failed: {err}");
                None
            }
            Err(_) => {
                self.task.abort();
                None
            }
        }
    }
}

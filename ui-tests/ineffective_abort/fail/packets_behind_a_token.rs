//@ expect: ineffective_abort
//@ effect: hang

use std::sync::Arc;
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::sync::Mutex;
use tokio_util::sync::CancellationToken;

#[derive(Default)]
struct Stats {
    packets: Mutex<u64>,
}

struct Sink {
    socket: UdpSocket,
    stats: Arc<Stats>,
    cancel: CancellationToken,
}

impl Sink {
    async fn run(self) -> std::io::Result<()> {
        let mut packet = [0; 1500];
        while !self.cancel.is_cancelled() {
            let (length, from) = self.socket.recv_from(&mut packet).await?;
            *self.stats.packets.lock().await += 1;
            println!("{length} bytes from {}", from.ip());
        }
        Ok(())
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let socket = UdpSocket::bind("127.0.0.1:0").await?;
    let addr = socket.local_addr()?;
    let stats = Arc::new(Stats::default());
    let cancel = CancellationToken::new();
    let sink = Sink {
        socket,
        stats: stats.clone(),
        cancel: cancel.clone(),
    };
    let running = tokio::spawn(sink.run());
    let probe = UdpSocket::bind("127.0.0.1:0").await?;
    for _ in 0..3 {
        probe.send_to(b"ping", addr).await?;
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    cancel.cancel(); //~ ineffective_abort
    running.await??;
    println!("{} packets", stats.packets.lock().await);
    Ok(())
}

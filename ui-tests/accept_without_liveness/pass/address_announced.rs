//@ expect: none
//@ effect: none

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

struct Greeter {
    listener: TcpListener,
    addr: SocketAddr,
    slots: Arc<Semaphore>,
}

impl Greeter {
    async fn bind() -> io::Result<Greeter> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let addr = listener.local_addr()?;
        tokio::spawn(announce(addr));
        Ok(Greeter {
            listener,
            addr,
            slots: Arc::new(Semaphore::new(2)),
        })
    }

    async fn serve(self, count: usize) -> io::Result<u64> {
        let mut tasks = JoinSet::new();
        let text = format!("served by {}", self.addr);
        tokio::spawn(async move { println!("has a text: {}", text.len() > 10) });
        for _ in 0..count {
            let Ok(slot) = Arc::clone(&self.slots).acquire_owned().await else {
                break;
            };
            let (stream, _) = self.listener.accept().await?;
            tasks.spawn(async move {
                let sent = greet(stream).await;
                drop(slot);
                sent
            });
        }
        let mut total = 0;
        while let Some(sent) = tasks.join_next().await {
            total += sent.unwrap_or(Ok(0))?;
        }
        Ok(total)
    }
}

async fn announce(addr: SocketAddr) {
    tokio::task::yield_now().await;
    println!("listening locally: {}", addr.ip().is_loopback());
}

async fn greet(mut stream: TcpStream) -> io::Result<u64> {
    stream.write_all(b"hello\n").await?;
    stream.shutdown().await?;
    Ok(6)
}

async fn call(addr: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect(addr).await?;
    let mut text = String::new();
    stream.read_to_string(&mut text).await?;
    Ok(text)
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let greeter = Greeter::bind().await?;
    let addr = greeter.addr;
    let serving = tokio::spawn(greeter.serve(3));
    for _ in 0..3 {
        print!("{}", call(addr).await?);
    }
    println!("{} bytes", serving.await.map_err(io::Error::other)??);
    Ok(())
}

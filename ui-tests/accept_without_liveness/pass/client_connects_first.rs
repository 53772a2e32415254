//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

#[derive(Debug, PartialEq)]
struct Frame(Vec<u8>);

struct Connection {
    stream: TcpStream,
    buffer: VecDeque<u8>,
}

impl Connection {
    fn parse(&mut self) -> Option<Frame> {
        let len = usize::from(*self.buffer.front()?);
        if self.buffer.len() <= len {
            return None;
        }
        self.buffer.pop_front();
        Some(Frame(self.buffer.drain(..len).collect()))
    }

    async fn read_frame(&mut self) -> std::io::Result<Option<Frame>> {
        let mut chunk = [0; 64];
        loop {
            if let Some(frame) = self.parse() {
                return Ok(Some(frame));
            }
            let n = self.stream.read(&mut chunk).await?;
            if n == 0 {
                return Ok(None);
            }
            self.buffer.extend(&chunk[..n]);
        }
    }
}

async fn client(addr: std::net::SocketAddr) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(addr).await?;
    stream.write_all(&[3, b'a', b'b', b'c', 5, b'd']).await?;
    tokio::time::sleep(Duration::from_millis(20)).await;
    Ok(())
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let sender = tokio::spawn(client(listener.local_addr()?));
    let (stream, _) = listener.accept().await?;
    let mut connection = Connection { stream, buffer: VecDeque::new() };
    while let Some(frame) = connection.read_frame().await? {
        println!("{frame:?}");
    }
    println!("{} bytes left over", connection.buffer.len());
    sender.await?
}

//@ expect: eof_ignored
//@ effect: spin

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};

#[derive(Debug)]
enum Frame {
    Ping,
    Text(String),
}

struct Connection {
    stream: DuplexStream,
    buffer: Vec<u8>,
}

impl Connection {
    fn new(stream: DuplexStream) -> Connection {
        Connection {
            stream,
            buffer: Vec::with_capacity(1024),
        }
    }

    fn parse(&mut self) -> Option<Frame> {
        let length = usize::from(*self.buffer.first()?);
        if self.buffer.len() <= length {
            return None;
        }
        let body: Vec<u8> = self.buffer.drain(..=length).skip(1).collect();
        if body.is_empty() {
            return Some(Frame::Ping);
        }
        Some(Frame::Text(String::from_utf8_lossy(&body).into_owned()))
    }

    async fn read_frame(&mut self) -> io::Result<Option<Frame>> {
        loop {
            if let Some(frame) = self.parse() {
                return Ok(Some(frame));
            }
            self.stream.read_buf(&mut self.buffer).await?; //~ eof_ignored
        }
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let (mut near, far) = tokio::io::duplex(256);
    let writer = tokio::spawn(async move {
        near.write_all(b"\x05hello\x00\x05wor").await?;
        near.shutdown().await
    });
    let mut connection = Connection::new(far);
    while let Some(frame) = connection.read_frame().await? {
        println!("{frame:?}");
    }
    writer.await?
}

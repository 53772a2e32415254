use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;

use crate::frame::{Frame, parse};

pub struct Connection {
    pub stream: UnixStream,
    pub buffer: Vec<u8>,
}

impl Connection {
    pub async fn serve(mut self) -> io::Result<usize> {
        let mut stored = Vec::new();
        let mut chunk = [0; 64];
        loop {
            let n = self.stream.read(&mut chunk).await?;
            if n == 0 {
                return Ok(stored.len());
            }
            self.buffer.extend_from_slice(&chunk[..n]);
            while let Some(frame) = parse(&mut self.buffer) {
                match frame {
                    Frame::Put(line) => stored.push(line),
                    Frame::Sync => self.stream.write_all(b"ok\n").await?,
                }
            }
        }
    }
}

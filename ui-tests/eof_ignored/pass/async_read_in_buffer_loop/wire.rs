use std::io;

use tokio::io::{AsyncRead, AsyncReadExt};

pub struct Wire<S> {
    stream: S,
    buffer: Vec<u8>,
}

impl<S: AsyncRead + Unpin> Wire<S> {
    pub fn new(stream: S) -> Self {
        Wire { stream, buffer: Vec::new() }
    }

    fn parse(&mut self) -> Option<Vec<u8>> {
        let (&length, rest) = self.buffer.split_first()?;
        let length = usize::from(length);
        if rest.len() < length {
            return None;
        }
        let frame = rest[..length].to_vec();
        self.buffer.drain(..=length);
        Some(frame)
    }

    pub async fn frame(&mut self) -> io::Result<Vec<u8>> {
        let mut chunk = [0; 16];
        loop {
            if let Some(frame) = self.parse() {
                return Ok(frame);
            }
            let read = self.stream.read(&mut chunk).await?;
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.buffer.extend_from_slice(&chunk[..read]);
        }
    }
}

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, ReadHalf, WriteHalf, split};
use tokio::sync::mpsc;

pub struct Link {
    outbox: mpsc::Sender<Vec<u8>>,
    writer: tokio::task::JoinHandle<io::Result<usize>>,
    pub reader: ReadHalf<DuplexStream>,
}

async fn write_out(mut half: WriteHalf<DuplexStream>, mut outbox: mpsc::Receiver<Vec<u8>>) -> io::Result<usize> {
    let mut written = 0;
    while let Some(bytes) = outbox.recv().await {
        half.write_all(&bytes).await?;
        written += bytes.len();
    }
    half.shutdown().await?;
    Ok(written)
}

impl Link {
    pub fn new(stream: DuplexStream) -> Link {
        let (reader, half) = split(stream);
        let (outbox, queue) = mpsc::channel(4);
        Link { outbox, writer: tokio::spawn(write_out(half, queue)), reader }
    }

    pub async fn say(&self, text: &str) -> io::Result<()> {
        self.outbox.send(text.as_bytes().to_vec()).await.map_err(io::Error::other)
    }

    pub async fn hang_up(&mut self) -> io::Result<(usize, usize)> {
        let written = (&mut self.writer).await??; //~ join_while_sender_held
        let mut rest = Vec::new();
        self.reader.read_to_end(&mut rest).await?;
        Ok((written, rest.len()))
    }
}

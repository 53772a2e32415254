use std::io;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::task::JoinHandle;
use tokio::time;
use tokio_util::sync::CancellationToken;

#[derive(Default, Debug)]
pub struct Meter {
    frames: u32,
    bytes: u64,
}

pub struct Link {
    token: CancellationToken,
    reader: JoinHandle<io::Result<Meter>>,
    remote: DuplexStream,
}

async fn read_frames(mut stream: DuplexStream, token: CancellationToken) -> io::Result<Meter> {
    let mut meter = Meter::default();
    while !token.is_cancelled() {
        let length = tokio::select! {
            () = token.cancelled() => break,
            length = stream.read_u8() => length?,
        };
        let mut frame = vec![0; usize::from(length)];
        stream.read_exact(&mut frame).await?;
        meter.frames += 1;
        meter.bytes += u64::from(length);
    }
    Ok(meter)
}

impl Link {
    pub fn open() -> Link {
        let (local, remote) = tokio::io::duplex(256);
        let token = CancellationToken::new();
        let reader = tokio::spawn(read_frames(local, token.clone()));
        Link { token, reader, remote }
    }

    pub async fn send(&mut self, frame: &[u8]) -> io::Result<()> {
        self.remote.write_u8(frame.len() as u8).await?;
        self.remote.write_all(frame).await
    }

    pub async fn close(self) -> io::Result<Meter> {
        time::sleep(Duration::from_millis(20)).await;
        self.token.cancel();
        self.reader.await.map_err(io::Error::other)?
    }
}

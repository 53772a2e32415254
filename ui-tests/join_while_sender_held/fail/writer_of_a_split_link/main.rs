//@ expect: join_while_sender_held
//@ effect: hang

mod link;

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};

use link::Link;

async fn echo_once(mut stream: DuplexStream) -> io::Result<()> {
    let mut buf = [0; 64];
    let n = stream.read(&mut buf).await?;
    stream.write_all(&buf[..n]).await
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let (near, far) = duplex(256);
    let echo = tokio::spawn(echo_once(far));
    let mut link = Link::new(near);
    link.say("ping").await?;
    let mut buf = [0; 4];
    link.reader.read_exact(&mut buf).await?;
    echo.await??;
    println!("{:?}", link.hang_up().await?);
    Ok(())
}

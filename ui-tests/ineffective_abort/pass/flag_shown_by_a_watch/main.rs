//@ expect: none
//@ effect: none

mod frame;
mod link;

use std::io;
use std::time::Duration;

use tokio::io::AsyncWriteExt;

use link::LinkConfig;

#[tokio::main]
async fn main() -> io::Result<()> {
    let (mut device, port) = tokio::io::duplex(256);
    let link = LinkConfig::new("ttyUSB0").delimiter(b';').open(port);
    device.write_all(b"T=21.5;H=40;T=21").await?;
    device.write_all(b".7;").await?;
    tokio::time::sleep(Duration::from_millis(30)).await;
    let stats = link.close().await?;
    println!("{} frames, {} bytes", stats.frames, stats.bytes);
    device.shutdown().await
}

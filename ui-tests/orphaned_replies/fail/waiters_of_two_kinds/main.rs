//@ expect: orphaned_replies
//@ effect: hang

mod client;
mod reader;
mod wire;

use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};

use client::Client;

/// A server that answers `limit` requests and hangs up.
async fn serve(stream: tokio::io::DuplexStream, limit: usize) -> std::io::Result<()> {
    let (read, mut write) = tokio::io::split(stream);
    let mut lines = BufReader::new(read).lines();
    let mut answered = 0;
    while let Some(line) = lines.next_line().await? {
        if answered == limit {
            break;
        }
        let Some((id, _)) = line.split_once(' ') else { continue };
        write.write_all(format!("{id} pong\n").as_bytes()).await?;
        answered += 1;
    }
    Ok(())
}

#[tokio::main]
async fn main() {
    let (near, far) = tokio::io::duplex(1024);
    tokio::spawn(serve(far, 2));
    let client = Client::connect(near);
    for n in 0..3 {
        match client.call(&format!("ping {n}")).await {
            Ok(answer) => println!("{answer}"),
            Err(err) => println!("failed: {err}"),
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

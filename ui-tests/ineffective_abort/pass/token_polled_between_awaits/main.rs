//@ expect: none
//@ effect: none

mod link;

use std::io;

use link::Link;

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut link = Link::open();
    for frame in [&b"one"[..], b"three"] {
        link.send(frame).await?;
    }
    println!("{:?}", link.close().await?);
    Ok(())
}

//@ expect: eof_ignored
//@ effect: spin

mod connection;
mod frame;

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixStream;

use connection::Connection;

#[tokio::main]
async fn main() -> io::Result<()> {
    let (near, mut far) = UnixStream::pair()?;
    let connection = Connection {
        stream: near,
        buffer: Vec::new(),
    };
    let server = tokio::spawn(connection.serve());
    far.write_all(b"first\nsecond\nsync\n").await?;
    let mut ok = [0; 3];
    far.read_exact(&mut ok).await?;
    println!("{}", String::from_utf8_lossy(&ok).trim());
    drop(far);
    println!("{} lines stored", server.await.map_err(io::Error::other)??);
    Ok(())
}

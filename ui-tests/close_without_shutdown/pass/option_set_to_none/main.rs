//@ expect: none
//@ effect: none

mod client;

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;

use client::Client;

fn main() -> io::Result<()> {
    let (ours, mut theirs) = UnixStream::pair()?;
    let mut client = Client::new(ours)?;
    client.request(b"ping")?;
    let mut request = [0; 4];
    theirs.read_exact(&mut request)?;
    theirs.write_all(b"pong")?;
    println!("bytes received: {}", client.disconnect());
    drop(theirs);
    Ok(())
}

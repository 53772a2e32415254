//@ expect: none
//@ effect: none

mod status;

use std::io::{self, Read, Write};
use std::net::TcpStream;

use status::StatusServer;

fn main() -> io::Result<()> {
    let mut server = StatusServer::bind()?;
    for _ in 0..2 {
        let mut client = TcpStream::connect(server.addr)?;
        client.write_all(b"status")?;
        let mut reply = String::new();
        client.read_to_string(&mut reply)?;
        println!("{reply}");
    }
    println!("served some: {}", server.shutdown() >= 2);
    Ok(())
}

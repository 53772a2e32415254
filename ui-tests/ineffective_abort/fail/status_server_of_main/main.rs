//@ expect: ineffective_abort
//@ effect: hang

mod status;

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

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
    // The server is back where it waits for the next.
    thread::sleep(Duration::from_millis(100));
    println!("served some: {}", server.shutdown() >= 2);
    Ok(())
}

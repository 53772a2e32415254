//@ expect: ineffective_abort
//@ effect: hang

mod server;

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::thread;

use server::Server;

fn main() -> io::Result<()> {
    let server = Server::bind()?;
    let mut stream = TcpStream::connect(server.addr)?;
    stream.write_all(b"world")?;
    stream.shutdown(std::net::Shutdown::Write)?;
    let mut reply = String::new();
    stream.read_to_string(&mut reply)?;
    println!("{reply}");
    // The acceptor waits for the next client by now.
    thread::sleep(std::time::Duration::from_millis(200));
    Ok(())
}

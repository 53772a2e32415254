//@ expect: none
//@ effect: none

mod command;
mod connection;
mod store;

use std::io::{self, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use connection::Connection;
use store::Store;

fn talk(address: std::net::SocketAddr) -> io::Result<()> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(b"set color blue\n\nget color\n")
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let peer = thread::spawn(move || talk(address));
    let (stream, _) = listener.accept()?;
    let mut store = Store::default();
    let answered = Connection::new(stream).serve(&mut store)?;
    println!("{answered} answers, peer went well: {}", matches!(peer.join(), Ok(Ok(()))));
    Ok(())
}

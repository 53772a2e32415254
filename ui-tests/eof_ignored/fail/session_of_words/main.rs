//@ expect: eof_ignored
//@ effect: spin

mod session;

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use session::Session;

fn serve_client(stream: TcpStream) -> io::Result<usize> {
    let reader = BufReader::new(stream.try_clone()?);
    Session { reader, writer: stream, vars: HashMap::new() }.serve()
}

fn client(addr: std::net::SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect(addr)?;
    writeln!(stream, "set color blue")?;
    writeln!(stream, "get color")?;
    let mut replies = BufReader::new(stream.try_clone()?).lines();
    let stored = replies.next().transpose()?.unwrap_or_default();
    let color = replies.next().transpose()?.unwrap_or_default();
    Ok(format!("{stored} {color}"))
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let addr = listener.local_addr()?;
    let peer = thread::spawn(move || client(addr));
    let (stream, _) = listener.accept()?;
    let handled = serve_client(stream)?;
    println!("{handled} commands");
    println!("{}", peer.join().unwrap()?);
    Ok(())
}

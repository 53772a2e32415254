//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

// The stream that is dropped is the peer's, and no duplicate of it exists: the reader sees the end.
fn count_lines(stream: TcpStream) -> usize {
    BufReader::new(stream).lines().map_while(Result::ok).count()
}

fn say(stream: &mut TcpStream, lines: &[&str]) -> io::Result<()> {
    for line in lines {
        writeln!(stream, "{line}")?;
    }
    stream.flush()
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut client = TcpStream::connect(listener.local_addr()?)?;
    let (server, _) = listener.accept()?;
    let reader = thread::spawn(move || count_lines(server));
    say(&mut client, &["one", "two", "three"])?;
    drop(client);
    println!("{:?} lines", reader.join().ok());
    Ok(())
}

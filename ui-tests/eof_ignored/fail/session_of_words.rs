//@ expect: eof_ignored
//@ effect: spin

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

struct Session<R, W> {
    reader: R,
    writer: W,
    vars: HashMap<String, String>,
}

impl<R: BufRead, W: Write> Session<R, W> {
    fn serve(&mut self) -> io::Result<usize> {
        let mut line = String::new();
        let mut handled = 0;
        loop {
            line.clear();
            self.reader.read_line(&mut line)?; //~ eof_ignored
            let mut words = line.split_whitespace();
            match (words.next(), words.next(), words.next()) {
                (Some("set"), Some(key), Some(value)) => {
                    self.vars.insert(key.to_string(), value.to_string());
                    writeln!(self.writer, "stored")?;
                }
                (Some("get"), Some(key), None) => {
                    let value = self.vars.get(key).map_or("nil", String::as_str);
                    writeln!(self.writer, "{value}")?;
                }
                (Some("quit"), ..) => return Ok(handled),
                (None, ..) => continue,
                _ => writeln!(self.writer, "error")?,
            }
            handled += 1;
        }
    }
}

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

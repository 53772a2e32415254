//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};

#[derive(Debug, Default)]
struct Headers {
    pairs: Vec<(String, String)>,
    malformed: usize,
}

fn read_headers(stream: TcpStream) -> io::Result<Headers> {
    let mut reader = BufReader::new(stream);
    let mut headers = Headers::default();
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 {
        let text = line.trim_end();
        if text.is_empty() {
            break;
        }
        match text.split_once(": ") {
            Some((name, value)) => headers.pairs.push((name.into(), value.into())),
            None => headers.malformed += 1,
        }
        line.clear();
    }
    Ok(headers)
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    for text in ["host: here\r\nlength: 3\r\n\r\nabc", "host: there\r\nwhat"] {
        let address = listener.local_addr()?;
        let mut stream = TcpStream::connect(address)?;
        let (peer, _) = listener.accept()?;
        stream.write_all(text.as_bytes())?;
        drop(stream);
        println!("{:?}", read_headers(peer)?);
    }
    Ok(())
}

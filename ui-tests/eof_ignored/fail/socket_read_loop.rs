//@ expect: eof_ignored
//@ effect: spin

use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::thread;

#[derive(Default)]
struct Parser {
    partial: Vec<u8>,
    lines: Vec<String>,
}

impl Parser {
    fn feed(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if byte == b'\n' {
                let line = std::mem::take(&mut self.partial);
                self.lines.push(String::from_utf8_lossy(&line).into_owned());
            } else {
                self.partial.push(byte);
            }
        }
    }

    fn complete(&self) -> bool {
        self.lines.last().is_some_and(|line| line == "END")
    }
}

fn read_message(mut stream: UnixStream) -> io::Result<Vec<String>> {
    let mut parser = Parser::default();
    let mut buf = [0; 32];
    while !parser.complete() {
        match stream.read(&mut buf) { //~ eof_ignored
            Ok(n) => parser.feed(&buf[..n]),
            Err(err) if err.kind() == ErrorKind::Interrupted => {}
            Err(err) => return Err(err),
        }
    }
    Ok(parser.lines)
}

fn main() -> io::Result<()> {
    for text in ["one\ntwo\nEND\n", "three\nfo"] {
        let (ours, mut theirs) = UnixStream::pair()?;
        let peer = thread::spawn(move || theirs.write_all(text.as_bytes()));
        match read_message(ours) {
            Ok(lines) => println!("{lines:?}"),
            Err(err) => eprintln!("{err}"),
        }
        if let Ok(Err(err)) = peer.join() {
            eprintln!("peer: {err}");
        }
    }
    Ok(())
}

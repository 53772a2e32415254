use std::io::{self, BufRead, BufReader};
use std::net::TcpStream;

use crate::command::Command;
use crate::store::Store;

pub struct Connection {
    lines: BufReader<TcpStream>,
    line: String,
}

impl Connection {
    pub fn new(stream: TcpStream) -> Connection {
        Connection { lines: BufReader::new(stream), line: String::new() }
    }

    pub fn serve(&mut self, store: &mut Store) -> io::Result<u32> {
        let mut answered = 0;
        loop {
            self.line.clear();
            self.lines.read_line(&mut self.line)?; //~ eof_ignored
            match Command::parse(&self.line) {
                Command::Set(key, value) => store.set(key, value),
                Command::Get(key) => {
                    println!("{key}: {}", store.get(&key));
                    answered += 1;
                }
                Command::Quit => return Ok(answered),
                Command::Nothing => {}
            }
        }
    }
}

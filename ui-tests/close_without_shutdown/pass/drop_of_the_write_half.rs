//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Chat {
    stream: TcpStream,
    reader: JoinHandle<usize>,
}

fn print_lines(stream: TcpStream) -> usize {
    let mut count = 0;
    for line in BufReader::new(stream).lines() {
        match line {
            Ok(line) => println!("< {line}"),
            Err(err) => {
                eprintln!("connection lost: {err}");
                break;
            }
        }
        count += 1;
    }
    count
}

impl Chat {
    fn join(server: &TcpListener) -> io::Result<(Chat, TcpStream)> {
        let stream = TcpStream::connect(server.local_addr()?)?;
        let (peer, _) = server.accept()?;
        let half = stream.try_clone()?;
        let reader = thread::spawn(move || print_lines(half));
        Ok((Chat { stream, reader }, peer))
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.stream, "{text}")
    }

    fn leave(self) -> usize {
        let _ = self.stream.shutdown(Shutdown::Both);
        self.reader.join().unwrap_or(0)
    }
}

fn main() -> io::Result<()> {
    let server = TcpListener::bind("127.0.0.1:0")?;
    let (mut chat, mut peer) = Chat::join(&server)?;
    chat.say("hello")?;
    writeln!(peer, "welcome")?;
    thread::sleep(Duration::from_millis(30));
    println!("{} lines read", chat.leave());
    drop(peer);
    Ok(())
}

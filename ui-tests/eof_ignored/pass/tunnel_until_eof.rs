//@ expect: none
//@ effect: none

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

struct Tunnel {
    upstream: TcpStream,
    downstream: TcpStream,
}

#[derive(Default, Debug)]
struct Traffic {
    up: usize,
    down: usize,
}

fn copy(mut from: TcpStream, mut to: TcpStream) -> io::Result<usize> {
    let mut buffer = vec![0u8; 1024];
    let mut total = 0;
    loop {
        let count = match from.read(&mut buffer) {
            Ok(0) => return Ok(total),
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        to.write_all(&buffer[..count])?;
        total += count;
    }
}

impl Tunnel {
    fn run(self) -> io::Result<Traffic> {
        let (up_read, up_write) = (self.upstream.try_clone()?, self.upstream);
        let (down_read, down_write) = (self.downstream.try_clone()?, self.downstream);
        let up: JoinHandle<io::Result<usize>> = thread::spawn(move || copy(down_read, up_write));
        let down = copy(up_read, down_write)?;
        let up = up.join().map_err(|_| io::Error::other("panicked"))??;
        Ok(Traffic { up, down })
    }
}

fn main() -> io::Result<()> {
    let (front, back) = (TcpListener::bind("127.0.0.1:0")?, TcpListener::bind("127.0.0.1:0")?);
    let mut client = TcpStream::connect(front.local_addr()?)?;
    let upstream = TcpStream::connect(back.local_addr()?)?;
    let (mut server, _) = back.accept()?;
    let (downstream, _) = front.accept()?;
    client.write_all(b"hello")?;
    server.write_all(b"hi")?;
    client.shutdown(std::net::Shutdown::Write)?;
    server.shutdown(std::net::Shutdown::Write)?;
    println!("{:?}", Tunnel { upstream, downstream }.run()?);
    Ok(())
}

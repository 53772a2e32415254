//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;

struct Relay {
    streams: BTreeMap<SocketAddr, TcpStream>,
    pumps: Vec<thread::JoinHandle<io::Result<u64>>>,
}

fn pump(mut from: impl Read) -> io::Result<u64> {
    io::copy(&mut from, &mut io::sink())
}

fn hang_up(addr: SocketAddr, stream: TcpStream) {
    println!("closing a stream of {}", addr.ip());
    if let Err(err) = stream.shutdown(std::net::Shutdown::Both) {
        eprintln!("{addr}: {err}");
    }
}

impl Relay {
    fn add(&mut self, addr: SocketAddr, stream: TcpStream) -> io::Result<()> {
        let from = stream.try_clone()?;
        self.streams.insert(addr, stream);
        self.pumps.push(thread::spawn(move || pump(from)));
        Ok(())
    }

    fn close(self) -> u64 {
        for (addr, stream) in self.streams {
            hang_up(addr, stream);
        }
        let mut total = 0;
        for pump in self.pumps {
            match pump.join() {
                Ok(Ok(bytes)) => total += bytes,
                Ok(Err(err)) => eprintln!("pump: {err}"),
                Err(_) => eprintln!("a pump panicked"),
            }
        }
        total
    }
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut relay = Relay { streams: BTreeMap::new(), pumps: Vec::new() };
    let client = TcpStream::connect(listener.local_addr()?)?;
    let (stream, addr) = listener.accept()?;
    relay.add(addr, stream)?;
    println!("{} bytes relayed", relay.close());
    drop(client);
    Ok(())
}

//@ expect: none
//@ effect: none

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Sender, channel};
use std::thread;

struct Probe {
    listener: TcpListener,
    address: SocketAddr,
}

impl Probe {
    fn bind() -> io::Result<Probe> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        println!("listening on a port: {}", address.port() > 0);
        Ok(Probe { listener, address })
    }

    fn answer(&self) -> io::Result<()> {
        let (mut stream, _) = self.listener.accept()?;
        stream.write_all(b"pong")
    }
}

fn announce(address: SocketAddr, log: &Sender<String>) {
    let _ = log.send(format!("probe at {}", address.ip()));
}

fn main() -> io::Result<()> {
    let probe = Probe::bind()?;
    let (log, lines) = channel();
    let address = probe.address;
    let announcer = thread::spawn(move || announce(address, &log));
    let answering = thread::spawn(move || probe.answer());
    let mut answer = String::new();
    TcpStream::connect(address)?.read_to_string(&mut answer)?;
    println!("{answer}");
    for line in lines {
        println!("{line}");
    }
    if announcer.join().is_err() {
        eprintln!("not announced");
    }
    answering.join().unwrap_or(Ok(()))
}

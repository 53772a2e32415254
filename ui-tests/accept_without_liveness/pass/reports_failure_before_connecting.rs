//@ expect: none
//@ effect: none

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Settings {
    address: SocketAddr,
    token: String,
}

fn client(settings: &Settings) -> io::Result<usize> {
    if settings.token.is_empty() {
        return Err(io::Error::other("no token"));
    }
    let mut stream = TcpStream::connect(settings.address)?;
    stream.write_all(settings.token.as_bytes())?;
    Ok(settings.token.len())
}

fn accept(listener: &TcpListener, worker: &JoinHandle<io::Result<usize>>) -> io::Result<Option<TcpStream>> {
    listener.set_nonblocking(true)?;
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                stream.set_nonblocking(false)?;
                return Ok(Some(stream));
            }
            Err(err) if err.kind() != io::ErrorKind::WouldBlock => return Err(err),
            Err(_) if worker.is_finished() => return Ok(None),
            Err(_) => thread::sleep(Duration::from_millis(1)),
        }
    }
}

fn exchange(token: &str) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let settings = Settings { address: listener.local_addr()?, token: token.to_owned() };
    let worker = thread::spawn(move || client(&settings));
    let mut received = String::new();
    if let Some(mut stream) = accept(&listener, &worker)? {
        stream.read_to_string(&mut received)?;
    }
    println!("client: {:?}", worker.join().map(|sent| sent.is_ok()).ok());
    Ok(received)
}

fn main() -> io::Result<()> {
    for token in ["secret", ""] {
        println!("{:?}", exchange(token)?);
    }
    Ok(())
}

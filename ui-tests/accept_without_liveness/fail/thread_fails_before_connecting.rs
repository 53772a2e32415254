//@ expect: accept_without_liveness
//@ effect: hang

use std::io::{self, Read, Write};
use std::net::SocketAddr;
use std::thread::{self, JoinHandle};

use std::net::{TcpListener, TcpStream};

struct Settings {
    address: Option<SocketAddr>,
    token: String,
}

#[derive(Debug)]
enum ClientError {
    NoToken,
    Io(io::Error),
}

fn client(settings: Settings) -> Result<usize, ClientError> {
    if settings.token.is_empty() {
        return Err(ClientError::NoToken);
    }
    let Some(address) = settings.address else {
        return Ok(0);
    };
    let mut stream = TcpStream::connect(address).map_err(ClientError::Io)?;
    stream.write_all(settings.token.as_bytes()).map_err(ClientError::Io)?;
    Ok(settings.token.len())
}

fn exchange(token: &str) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let settings = Settings { address: Some(listener.local_addr()?), token: token.to_owned() };
    let worker: JoinHandle<_> = thread::spawn(move || client(settings));
    let (mut stream, _) = listener.accept()?; //~ accept_without_liveness
    let mut received = String::new();
    stream.read_to_string(&mut received)?;
    match worker.join() {
        Ok(Ok(sent)) => println!("{sent} bytes sent"),
        Ok(Err(err)) => println!("client: {err:?}"),
        Err(_) => eprintln!("the client panicked"),
    }
    Ok(received)
}

fn main() -> io::Result<()> {
    for token in ["secret", ""] {
        println!("{:?}", exchange(token)?);
    }
    Ok(())
}

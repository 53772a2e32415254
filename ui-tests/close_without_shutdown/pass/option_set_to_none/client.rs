use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::thread::{self, JoinHandle};

pub struct Client {
    socket: Option<UnixStream>,
    receiver: Option<JoinHandle<usize>>,
}

fn receive(mut socket: UnixStream) -> usize {
    let mut buf = [0; 256];
    let mut total = 0;
    loop {
        match socket.read(&mut buf) {
            Ok(0) => return total,
            Ok(n) => total += n,
            Err(err) if err.kind() == ErrorKind::Interrupted => {}
            Err(err) => {
                eprintln!("receive: {err}");
                return total;
            }
        }
    }
}

impl Client {
    pub fn new(socket: UnixStream) -> io::Result<Client> {
        let incoming = socket.try_clone()?;
        Ok(Client { socket: Some(socket), receiver: Some(thread::spawn(move || receive(incoming))) })
    }

    pub fn request(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.socket {
            Some(socket) => socket.write_all(bytes),
            None => Err(ErrorKind::NotConnected.into()),
        }
    }

    pub fn disconnect(&mut self) -> usize {
        if let Some(socket) = self.socket.take() {
            let _ = socket.shutdown(std::net::Shutdown::Both);
        }
        let receiver = self.receiver.take();
        receiver.and_then(|thread| thread.join().ok()).unwrap_or(0)
    }
}

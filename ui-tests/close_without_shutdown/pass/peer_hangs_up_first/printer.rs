use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::thread::{self, JoinHandle};

pub struct Printer {
    stream: TcpStream,
    status: JoinHandle<io::Result<Vec<u8>>>,
}

impl Printer {
    pub fn new(stream: TcpStream) -> io::Result<Printer> {
        let mut incoming = stream.try_clone()?;
        let status = thread::spawn(move || {
            let mut status = Vec::new();
            incoming.read_to_end(&mut status)?;
            Ok(status)
        });
        Ok(Printer { stream, status })
    }

    pub fn send(&mut self, job: &str) -> io::Result<()> {
        self.stream.write_all(job.as_bytes())
    }

    pub fn finish(self) -> Option<usize> {
        drop(self.stream);
        let status = self.status.join().ok()?.ok()?;
        Some(status.len())
    }
}

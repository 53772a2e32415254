//@ expect: unbounded_teardown_wait
//@ effect: hang

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;

struct Upload {
    stream: TcpStream,
    sent: usize,
}

impl Upload {
    fn begin(stream: TcpStream) -> Upload {
        Upload { stream, sent: 0 }
    }

    fn write(&mut self, part: &[u8]) -> io::Result<()> {
        self.stream.write_all(part)?;
        self.sent += part.len();
        Ok(())
    }
}

// The server is to say that it has stored everything.
impl Drop for Upload {
    fn drop(&mut self) {
        let mut receipt = String::new();
        if self.stream.shutdown(Shutdown::Write).is_err() {
            return;
        }
        match self.stream.read_to_string(&mut receipt) { //~ unbounded_teardown_wait
            Ok(_) => println!("{} bytes: {receipt}", self.sent),
            Err(err) => eprintln!("no receipt: {err}"),
        }
    }
}

fn store(listener: &TcpListener) -> io::Result<()> {
    for number in 0..2 {
        let (mut stream, _) = listener.accept()?;
        let mut content = Vec::new();
        stream.read_to_end(&mut content)?;
        if number == 1 {
            thread::park();
        }
        stream.write_all(b"stored")?;
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let addr = listener.local_addr()?;
    thread::spawn(move || store(&listener));
    for content in ["first file", "second file"] {
        let mut upload = Upload::begin(TcpStream::connect(addr)?);
        upload.write(content.as_bytes())?;
    }
    println!("all stored");
    Ok(())
}

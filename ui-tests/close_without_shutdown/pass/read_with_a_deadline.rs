//@ expect: none
//@ effect: none

use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Feed {
    stream: TcpStream,
    closing: Arc<AtomicBool>,
    reader: JoinHandle<usize>,
}

// The reader looks up twenty times a second, so that the flag is enough.
fn read(mut stream: TcpStream, closing: &AtomicBool) -> usize {
    let mut buf = [0; 64];
    let mut total = 0;
    while !closing.load(Ordering::Relaxed) {
        match stream.read(&mut buf) {
            Ok(0) => break,
            Ok(count) => total += count,
            Err(err) if matches!(err.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(_) => break,
        }
    }
    total
}

impl Feed {
    fn new(stream: TcpStream) -> io::Result<Feed> {
        stream.set_read_timeout(Some(Duration::from_millis(50)))?;
        let half = stream.try_clone()?;
        let closing = Arc::new(AtomicBool::new(false));
        let flag = closing.clone();
        Ok(Feed { stream, closing, reader: thread::spawn(move || read(half, &flag)) })
    }

    fn close(self) -> usize {
        self.closing.store(true, Ordering::Relaxed);
        drop(self.stream);
        self.reader.join().unwrap_or(0)
    }
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let feed = Feed::new(TcpStream::connect(listener.local_addr()?)?)?;
    let (mut peer, _) = listener.accept()?;
    peer.write_all(b"news")?;
    thread::sleep(Duration::from_millis(20));
    println!("{} bytes", feed.close());
    drop(peer);
    Ok(())
}

//@ expect: close_without_shutdown
//@ effect: hang

use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

struct Session {
    writer: Option<BufWriter<UnixStream>>,
    replies: Receiver<u8>,
    reader: Option<JoinHandle<()>>,
}

fn forward(socket: UnixStream, replies: Sender<u8>) {
    for byte in BufReader::new(socket).bytes() {
        match byte {
            Ok(byte) if replies.send(byte).is_ok() => {}
            _ => break,
        }
    }
}

impl Session {
    fn open(socket: UnixStream) -> io::Result<Session> {
        let incoming = socket.try_clone()?;
        let (sender, replies) = channel();
        let reader = Some(thread::spawn(move || forward(incoming, sender)));
        Ok(Session { writer: Some(BufWriter::new(socket)), replies, reader })
    }

    fn ask(&mut self, question: u8) -> io::Result<()> {
        let Some(writer) = &mut self.writer else { return Ok(()) };
        writer.write_all(&[question])?;
        writer.flush()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        drop(self.writer.take()); //~ close_without_shutdown
        if let Some(reader) = self.reader.take() {
            println!("reader ended: {}", reader.join().is_ok());
        }
    }
}

fn main() -> io::Result<()> {
    let path = std::env::temp_dir().join(format!("owner_drops_its_writer.{}", std::process::id()));
    let listener = UnixListener::bind(&path)?;
    let mut session = Session::open(UnixStream::connect(&path)?)?;
    let (mut peer, _) = listener.accept()?;
    std::fs::remove_file(&path)?;
    session.ask(b'?')?;
    peer.write_all(b"!")?;
    println!("{:?}", session.replies.recv().ok());
    drop(session);
    peer.write_all(b"anybody?")
}

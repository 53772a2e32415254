//@ expect: abort_after_wait
//@ effect: hang

//! A client of a line protocol whose replies a thread collects. The server may fail before it has begun to serve: that it would be gone
//! then is no reason to wait for the thread before the line is shut down.

use std::io::{self, BufRead, BufReader, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

type Log = Arc<Mutex<Vec<String>>>;

struct Session {
    socket: UnixStream,
    reader: Option<JoinHandle<io::Result<usize>>>,
    replies: Log,
}

struct SessionOptions {
    peer: UnixStream,
    name: String,
}

impl SessionOptions {
    fn to(peer: UnixStream) -> Self {
        SessionOptions { peer, name: String::new() }
    }

    fn named(mut self, name: &str) -> Self {
        self.name = name.to_string();
        self
    }

    fn connect(self) -> io::Result<Session> {
        let socket = self.peer;
        let replies = Log::default();
        let input = socket.try_clone()?;
        let log = replies.clone();
        let reader = thread::Builder::new().name(self.name).spawn(move || collect(input, log))?;
        Ok(Session { socket, reader: Some(reader), replies })
    }
}

fn collect(input: UnixStream, log: Log) -> io::Result<usize> {
    let mut lines = 0;
    let mut input = BufReader::new(input);
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        if let Ok(mut log) = log.lock() {
            log.push(line.trim_end().to_string());
        }
        line.clear();
        lines += 1;
    }
    Ok(lines)
}

impl Session {
    fn request(&mut self, text: &str) -> io::Result<()> {
        self.socket.write_all(text.as_bytes())?;
        self.socket.write_all(b"\n")
    }

    fn hang_up(&mut self) -> io::Result<usize> {
        let lines = match self.reader.take() {
            Some(reader) => reader.join().map_err(|_| io::Error::other("the reader crashed"))??, //~ abort_after_wait
            None => 0,
        };
        self.socket.shutdown(Shutdown::Both)?;
        Ok(lines)
    }
}

fn echo_server(client: UnixStream) -> io::Result<()> {
    let mut out = client.try_clone()?;
    for line in BufReader::new(client).lines() {
        writeln!(out, "ok {}", line?)?;
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let (peer, far) = UnixStream::pair()?;
    thread::spawn(move || echo_server(far));

    let mut session = SessionOptions::to(peer).named("client").connect()?;
    for request in ["list", "stat", "noop"] {
        session.request(request)?;
    }
    thread::sleep(Duration::from_millis(100));
    let lines = session.hang_up()?;
    let replies = session.replies.lock().map(|log| log.len()).unwrap_or(0);
    println!("{lines} lines, {replies} replies");
    Ok(())
}

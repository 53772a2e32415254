//! What goes between a worker and its registrar, over Unix sockets.

use std::io::{self, Read, Write};
use std::net::Shutdown;
use std::os::fd::OwnedFd;
use std::os::unix::net::{UnixDatagram, UnixStream};
use std::path::Path;
use std::sync::Arc;

use must_abort::must_abort;

use crate::spec::Spec;

/// The longest line or spec.
const FRAME: usize = 256;
const CANCEL: u8 = b'C';

/// The lines that a worker says, a datagram each. Datagrams have no end of file: who receives them waits until there is one, or until
/// somebody here aborts.
#[must_abort(abort)]
#[derive(Clone)]
pub struct Lines {
    socket: Arc<UnixDatagram>,
}

/// The worker's end of it.
pub struct Speaker {
    socket: UnixDatagram,
}

/// Makes both.
pub fn lines() -> io::Result<(Speaker, Lines)> {
    let (theirs, ours) = UnixDatagram::pair()?;
    Ok((Speaker { socket: theirs }, Lines { socket: Arc::new(ours) }))
}

impl Lines {
    /// The next line; `None` after an abort.
    pub fn recv(&self) -> Option<String> {
        let mut frame = [0; FRAME];
        match self.socket.recv(&mut frame) {
            Ok(0) | Err(_) => None,
            Ok(len) => Some(String::from_utf8_lossy(&frame[..len]).into_owned()),
        }
    }

    /// Nothing more is received, by whomever.
    pub fn abort(&self) {
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}

impl Speaker {
    /// Says a line. One that does not arrive is lost, as datagrams are.
    pub fn say(&self, line: &str) {
        let _ = self.socket.send(line.as_bytes());
    }
}

impl From<Speaker> for OwnedFd {
    fn from(speaker: Speaker) -> OwnedFd {
        OwnedFd::from(speaker.socket)
    }
}

impl From<OwnedFd> for Speaker {
    fn from(socket: OwnedFd) -> Speaker {
        Speaker { socket: socket.into() }
    }
}

/// The connection over which a worker gets its spec, and is asked to end.
pub struct Link {
    stream: UnixStream,
}

impl Link {
    /// Of one who came to the door.
    pub fn new(stream: UnixStream) -> Link {
        Link { stream }
    }

    /// Knocks at a door.
    pub fn connect(door: &Path) -> io::Result<Link> {
        UnixStream::connect(door).map(Link::new)
    }

    pub fn send_spec(&mut self, spec: &Spec) -> io::Result<()> {
        let text = spec.to_string();
        let len = u8::try_from(text.len()).map_err(io::Error::other)?;
        self.stream.write_all(&[len])?;
        self.stream.write_all(text.as_bytes())
    }

    pub fn recv_spec(&mut self) -> io::Result<Spec> {
        let mut len = [0];
        self.stream.read_exact(&mut len)?;
        let mut text = vec![0; usize::from(len[0])];
        self.stream.read_exact(&mut text)?;
        self.stream.set_nonblocking(true)?;
        String::from_utf8_lossy(&text).parse()
    }

    /// Asks the worker to end.
    pub fn cancel(&mut self) -> io::Result<()> {
        self.stream.write_all(&[CANCEL])
    }

    /// Whether the worker was asked to end, or nobody is there any more who would.
    pub fn is_cancelled(&mut self) -> bool {
        match self.stream.read(&mut [0]) {
            Ok(_) => true,
            Err(error) => error.kind() != io::ErrorKind::WouldBlock,
        }
    }
}

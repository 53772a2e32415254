//! `std::os::unix::net`
use crate::io::{self, Read, Write};
use crate::net::{Acceptor, Options, Shutdown, Socket};
use crate::path::Path;
use crate::sync::Arc;
use crate::time::Duration;

#[derive(Clone)]
pub struct SocketAddr {
    len: u32,
}
// Both ends are in one handle; the peer is another process, or another handle of this program that is not known to be it.
#[derive(Debug)]
pub struct UnixStream {
    socket: Socket,
    options: Arc<Options>,
}
impl UnixStream {
    pub(crate) fn open() -> UnixStream {
        UnixStream { socket: Socket::open(), options: Arc::new(Options { read: None, write: None, nonblocking: false }) }
    }
    pub fn connect<P: AsRef<Path>>(path: P) -> io::Result<UnixStream> {
        // Who accepts sees it, even if it fails in the end.
        let stream = UnixStream::open();
        if unknown!() { Ok(stream) } else { Err(unknown!()) }
    }
    pub fn pair() -> io::Result<(UnixStream, UnixStream)> {
        if unknown!() {
            return Err(unknown!());
        }
        let (a, b) = Socket::pair();
        let options = Options { read: None, write: None, nonblocking: false };
        let more = Options { read: None, write: None, nonblocking: false };
        Ok((UnixStream { socket: a, options: Arc::new(options) }, UnixStream { socket: b, options: Arc::new(more) }))
    }
    pub fn peer_addr(&self) -> io::Result<SocketAddr> {
        primitive!()
    }
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        primitive!()
    }
    pub fn shutdown(&self, how: Shutdown) -> io::Result<()> {
        self.socket.shutdown(how);
        if unknown!() { Ok(()) } else { Err(unknown!()) }
    }
    pub fn try_clone(&self) -> io::Result<UnixStream> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(self.again())
    }
    pub(crate) fn again(&self) -> UnixStream {
        UnixStream { socket: self.socket.again(), options: self.options.clone() }
    }
    pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {
        self.options.set_read(timeout);
        Ok(())
    }
    pub fn set_write_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {
        self.options.set_write(timeout);
        Ok(())
    }
    pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {
        self.options.set_nonblocking(nonblocking);
        Ok(())
    }
    fn receive(&self) -> io::Result<usize> {
        if self.options.nonblocking || self.options.read.is_some() {
            self.socket.read_deadline()
        } else {
            self.socket.read()
        }
    }
    fn transmit(&self) -> io::Result<usize> {
        if self.options.nonblocking || self.options.write.is_some() {
            self.socket.write_lossy()
        } else {
            self.socket.write()
        }
    }
}
impl Read for UnixStream {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.receive()
    }
}
impl Write for UnixStream {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.transmit()
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
impl Read for &UnixStream {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.receive()
    }
}
impl Write for &UnixStream {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.transmit()
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
#[derive(Debug)]
pub struct UnixListener {
    socket: Acceptor,
    options: Arc<Options>,
}
impl UnixListener {
    pub fn bind<P: AsRef<Path>>(path: P) -> io::Result<UnixListener> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(UnixListener {
            socket: Acceptor::open(),
            options: Arc::new(Options { read: None, write: None, nonblocking: false }),
        })
    }
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        primitive!()
    }
    pub fn try_clone(&self) -> io::Result<UnixListener> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(UnixListener { socket: self.socket.again(), options: self.options.clone() })
    }
    pub fn accept(&self) -> io::Result<(UnixStream, SocketAddr)> {
        if self.options.nonblocking {
            if self.socket.accept_deadline().is_err() {
                return Err(io::Error::from(io::ErrorKind::WouldBlock));
            }
        } else {
            self.socket.accept()?;
        }
        Ok((UnixStream::open(), unknown!()))
    }
    pub fn incoming(&self) -> Incoming<'_> {
        Incoming { listener: self }
    }
    pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {
        self.options.set_nonblocking(nonblocking);
        Ok(())
    }
}
pub struct Incoming<'a> {
    listener: &'a UnixListener,
}
impl<'a> Iterator for Incoming<'a> {
    type Item = io::Result<UnixStream>;
    fn next(&mut self) -> Option<io::Result<UnixStream>> {
        match self.listener.accept() {
            Ok((stream, _)) => Some(Ok(stream)),
            Err(e) => Some(Err(e)),
        }
    }
}
impl<'a> IntoIterator for &'a UnixListener {
    type Item = io::Result<UnixStream>;
    type IntoIter = Incoming<'a>;
    fn into_iter(self) -> Incoming<'a> {
        self.incoming()
    }
}
// Datagrams come from whoever knows the address: the end of one peer is no end of file for the other.
#[derive(Debug)]
pub struct UnixDatagram {
    socket: Datagrams,
    options: Arc<Options>,
}
#[derive(Debug)]
pub(crate) struct Datagrams {
    incoming: Inbox,
    outgoing: Outbox,
}
#[must_abort(on_drop = "silent", role = "receiver")]
#[derive(Debug)]
pub(crate) struct Inbox {
    end: u8,
}
#[must_abort(on_drop = "silent", role = "sender")]
#[derive(Debug)]
pub(crate) struct Outbox {
    end: u8,
}
#[pairs(tx = 0, rx = 1, capacity = 65536)]
fn mail() -> (Outbox, Inbox) {
    primitive!()
}
impl Inbox {
    #[pairs]
    fn open() -> Inbox {
        primitive!()
    }
    #[same(self)]
    fn again(&self) -> Inbox {
        primitive!()
    }
    #[parks(self)]
    fn take(&self) -> io::Result<usize> {
        primitive!()
    }
    #[parks(self, deadline)]
    fn take_deadline(&self) -> io::Result<usize> {
        primitive!()
    }
    // Reads that are parked on any handle of it return.
    #[aborts(self)]
    fn shut(&self) {
        primitive!()
    }
}
impl Outbox {
    #[pairs]
    fn open() -> Outbox {
        primitive!()
    }
    #[same(self)]
    fn again(&self) -> Outbox {
        primitive!()
    }
    #[sends(self)]
    fn post(&self) -> io::Result<usize> {
        primitive!()
    }
    #[sends(self, lossy)]
    fn post_lossy(&self) -> io::Result<usize> {
        primitive!()
    }
}
impl UnixDatagram {
    fn open() -> io::Result<UnixDatagram> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(UnixDatagram::of(Datagrams { incoming: Inbox::open(), outgoing: Outbox::open() }))
    }
    fn of(socket: Datagrams) -> UnixDatagram {
        UnixDatagram { socket, options: Arc::new(Options { read: None, write: None, nonblocking: false }) }
    }
    pub fn bind<P: AsRef<Path>>(path: P) -> io::Result<UnixDatagram> {
        UnixDatagram::open()
    }
    pub fn unbound() -> io::Result<UnixDatagram> {
        UnixDatagram::open()
    }
    pub fn pair() -> io::Result<(UnixDatagram, UnixDatagram)> {
        if unknown!() {
            return Err(unknown!());
        }
        let (there, here) = mail();
        let (back, home) = mail();
        let one = UnixDatagram::of(Datagrams { incoming: home, outgoing: there });
        Ok((one, UnixDatagram::of(Datagrams { incoming: here, outgoing: back })))
    }
    pub fn connect<P: AsRef<Path>>(&self, path: P) -> io::Result<()> {
        if unknown!() { Ok(()) } else { Err(unknown!()) }
    }
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        primitive!()
    }
    pub fn peer_addr(&self) -> io::Result<SocketAddr> {
        primitive!()
    }
    pub fn try_clone(&self) -> io::Result<UnixDatagram> {
        if unknown!() {
            return Err(unknown!());
        }
        let socket = Datagrams { incoming: self.socket.incoming.again(), outgoing: self.socket.outgoing.again() };
        Ok(UnixDatagram { socket, options: self.options.clone() })
    }
    pub fn recv(&self, buf: &mut [u8]) -> io::Result<usize> {
        if self.options.nonblocking || self.options.read.is_some() {
            self.socket.incoming.take_deadline()
        } else {
            self.socket.incoming.take()
        }
    }
    pub fn recv_from(&self, buf: &mut [u8]) -> io::Result<(usize, SocketAddr)> {
        match self.recv(buf) {
            Ok(len) => Ok((len, unknown!())),
            Err(e) => Err(e),
        }
    }
    pub fn send(&self, buf: &[u8]) -> io::Result<usize> {
        if self.options.nonblocking || self.options.write.is_some() {
            self.socket.outgoing.post_lossy()
        } else {
            self.socket.outgoing.post()
        }
    }
    pub fn send_to<P: AsRef<Path>>(&self, buf: &[u8], path: P) -> io::Result<usize> {
        self.send(buf)
    }
    pub fn set_read_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {
        self.options.set_read(timeout);
        Ok(())
    }
    pub fn set_write_timeout(&self, timeout: Option<Duration>) -> io::Result<()> {
        self.options.set_write(timeout);
        Ok(())
    }
    pub fn set_nonblocking(&self, nonblocking: bool) -> io::Result<()> {
        self.options.set_nonblocking(nonblocking);
        Ok(())
    }
    pub fn shutdown(&self, how: Shutdown) -> io::Result<()> {
        match how {
            Shutdown::Write => {}
            _ => self.socket.incoming.shut(),
        }
        if unknown!() { Ok(()) } else { Err(unknown!()) }
    }
}

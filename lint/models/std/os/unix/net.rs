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

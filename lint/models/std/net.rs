//! `std::net`
use crate::io::{self, Read, Write};
use crate::str::FromStr;
use crate::sync::Arc;
use crate::time::Duration;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shutdown {
    Read,
    Write,
    Both,
}
// Shared by all handles of one socket.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) read: Option<Duration>,
    pub(crate) write: Option<Duration>,
    pub(crate) nonblocking: bool,
}
impl Options {
    // Options of what others have a handle of too: set through a plain reference.
    pub(crate) fn set_read(&self, dur: Option<Duration>) {
        self.read = dur;
    }
    pub(crate) fn set_write(&self, dur: Option<Duration>) {
        self.write = dur;
    }
    pub(crate) fn set_nonblocking(&self, nonblocking: bool) {
        self.nonblocking = nonblocking;
    }
}
// A socket is a stream each way. The peer of `open` is out of view: another process, or another socket of this program that
// is not known to be it.
#[derive(Debug)]
pub(crate) struct Socket {
    incoming: Inbound,
    outgoing: Outbound,
}
#[must_abort(on_drop = "eof", role = "receiver")]
#[derive(Debug)]
pub(crate) struct Inbound {
    end: u8,
}
#[must_abort(on_drop = "eof", role = "sender")]
#[derive(Debug)]
pub(crate) struct Outbound {
    end: u8,
}
#[pairs(tx = 0, rx = 1, capacity = 65536)]
fn one_way() -> (Outbound, Inbound) {
    primitive!()
}
impl Inbound {
    #[pairs]
    fn open() -> Inbound {
        primitive!()
    }
    #[same(self)]
    fn again(&self) -> Inbound {
        primitive!()
    }
    #[parks(self)]
    fn read(&self) -> io::Result<usize> {
        primitive!()
    }
    #[parks(self, deadline)]
    fn read_deadline(&self) -> io::Result<usize> {
        primitive!()
    }
    // Reads that are parked on any handle of it return.
    #[aborts(self)]
    fn shut(&self) {
        primitive!()
    }
}
impl Outbound {
    #[pairs]
    fn open() -> Outbound {
        primitive!()
    }
    #[same(self)]
    fn again(&self) -> Outbound {
        primitive!()
    }
    #[sends(self)]
    fn write(&self) -> io::Result<usize> {
        primitive!()
    }
    #[sends(self, lossy)]
    fn write_lossy(&self) -> io::Result<usize> {
        primitive!()
    }
    // The peer's reads end.
    #[closes(self)]
    fn shut(&self) {
        primitive!()
    }
}
impl Socket {
    pub(crate) fn open() -> Socket {
        Socket { incoming: Inbound::open(), outgoing: Outbound::open() }
    }
    pub(crate) fn pair() -> (Socket, Socket) {
        let (there, here) = one_way();
        let (back, home) = one_way();
        (Socket { incoming: home, outgoing: there }, Socket { incoming: here, outgoing: back })
    }
    pub(crate) fn again(&self) -> Socket {
        Socket { incoming: self.incoming.again(), outgoing: self.outgoing.again() }
    }
    pub(crate) fn read(&self) -> io::Result<usize> {
        self.incoming.read()
    }
    pub(crate) fn read_deadline(&self) -> io::Result<usize> {
        self.incoming.read_deadline()
    }
    pub(crate) fn write(&self) -> io::Result<usize> {
        self.outgoing.write()
    }
    pub(crate) fn write_lossy(&self) -> io::Result<usize> {
        self.outgoing.write_lossy()
    }
    pub(crate) fn shutdown(&self, how: Shutdown) {
        match how {
            Shutdown::Read => self.incoming.shut(),
            Shutdown::Write => self.outgoing.shut(),
            Shutdown::Both => {
                self.incoming.shut();
                self.outgoing.shut();
            }
        }
    }
}
// Nobody ends it: there is always one more who may connect.
#[must_abort(on_drop = "silent", role = "receiver")]
#[derive(Debug)]
pub(crate) struct Acceptor {
    end: u8,
}
impl Acceptor {
    #[pairs]
    pub(crate) fn open() -> Acceptor {
        primitive!()
    }
    #[same(self)]
    pub(crate) fn again(&self) -> Acceptor {
        primitive!()
    }
    #[parks(self)]
    pub(crate) fn accept(&self) -> io::Result<()> {
        primitive!()
    }
    #[parks(self, deadline)]
    pub(crate) fn accept_deadline(&self) -> io::Result<()> {
        primitive!()
    }
}
// Both ends are in one handle; the peer is another process, or another handle of this program that is not known to be it.
#[derive(Debug)]
pub struct TcpStream {
    socket: Socket,
    options: Arc<Options>,
}
impl TcpStream {
    pub(crate) fn open() -> TcpStream {
        TcpStream { socket: Socket::open(), options: Arc::new(Options { read: None, write: None, nonblocking: false }) }
    }
    pub fn connect<A: ToSocketAddrs>(addr: A) -> io::Result<TcpStream> {
        // Who accepts sees it, even if it fails in the end.
        let stream = TcpStream::open();
        if unknown!() { Ok(stream) } else { Err(unknown!()) }
    }
    pub fn connect_timeout(addr: &SocketAddr, timeout: Duration) -> io::Result<TcpStream> {
        // Who accepts sees it, even if it fails in the end.
        let stream = TcpStream::open();
        if unknown!() { Ok(stream) } else { Err(unknown!()) }
    }
    pub fn nodelay(&self) -> io::Result<bool> {
        primitive!()
    }
    pub fn set_nodelay(&self, nodelay: bool) -> io::Result<()> {
        primitive!()
    }
    pub fn peek(&self, buf: &mut [u8]) -> io::Result<usize> {
        self.receive()
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
    pub fn try_clone(&self) -> io::Result<TcpStream> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(self.again())
    }
    pub(crate) fn again(&self) -> TcpStream {
        TcpStream { socket: self.socket.again(), options: self.options.clone() }
    }
    pub fn set_read_timeout(&self, dur: Option<Duration>) -> io::Result<()> {
        self.options.set_read(dur);
        Ok(())
    }
    pub fn set_write_timeout(&self, dur: Option<Duration>) -> io::Result<()> {
        self.options.set_write(dur);
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
impl Read for TcpStream {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.receive()
    }
}
impl Write for TcpStream {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.transmit()
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
impl Read for &TcpStream {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        self.receive()
    }
}
impl Write for &TcpStream {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        self.transmit()
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
#[derive(Debug)]
pub struct TcpListener {
    socket: Acceptor,
    options: Arc<Options>,
}
impl TcpListener {
    pub fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<TcpListener> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(TcpListener {
            socket: Acceptor::open(),
            options: Arc::new(Options { read: None, write: None, nonblocking: false }),
        })
    }
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        primitive!()
    }
    pub fn try_clone(&self) -> io::Result<TcpListener> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(TcpListener { socket: self.socket.again(), options: self.options.clone() })
    }
    pub fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        if self.options.nonblocking {
            if self.socket.accept_deadline().is_err() {
                return Err(io::Error::from(io::ErrorKind::WouldBlock));
            }
        } else {
            self.socket.accept()?;
        }
        Ok((TcpStream::open(), unknown!()))
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
    listener: &'a TcpListener,
}
impl<'a> Iterator for Incoming<'a> {
    type Item = io::Result<TcpStream>;
    fn next(&mut self) -> Option<io::Result<TcpStream>> {
        match self.listener.accept() {
            Ok((stream, _)) => Some(Ok(stream)),
            Err(e) => Some(Err(e)),
        }
    }
}

#[derive(Debug)]
pub struct UdpSocket {
    socket: Socket,
    options: Arc<Options>,
}
impl UdpSocket {
    pub fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<UdpSocket> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(UdpSocket {
            socket: Socket::open(),
            options: Arc::new(Options { read: None, write: None, nonblocking: false }),
        })
    }
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        primitive!()
    }
    pub fn try_clone(&self) -> io::Result<UdpSocket> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(UdpSocket { socket: self.socket.again(), options: self.options.clone() })
    }
    pub fn connect<A: ToSocketAddrs>(&self, addr: A) -> io::Result<()> {
        primitive!()
    }
    pub fn set_read_timeout(&self, dur: Option<Duration>) -> io::Result<()> {
        self.options.set_read(dur);
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
    pub fn recv(&self, buf: &mut [u8]) -> io::Result<usize> {
        self.receive()
    }
    pub fn recv_from(&self, buf: &mut [u8]) -> io::Result<(usize, SocketAddr)> {
        let n = self.receive()?;
        Ok((n, unknown!()))
    }
    pub fn send(&self, buf: &[u8]) -> io::Result<usize> {
        unknown!()
    }
    pub fn send_to<A: ToSocketAddrs>(&self, buf: &[u8], addr: A) -> io::Result<usize> {
        unknown!()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ipv4Addr {
    octets: u32,
}
impl Ipv4Addr {
    pub const LOCALHOST: Ipv4Addr = primitive!();
    pub const UNSPECIFIED: Ipv4Addr = primitive!();
    pub const fn new(a: u8, b: u8, c: u8, d: u8) -> Ipv4Addr {
        primitive!()
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ipv6Addr {
    octets: u128,
}
impl Ipv6Addr {
    pub const LOCALHOST: Ipv6Addr = primitive!();
    pub const UNSPECIFIED: Ipv6Addr = primitive!();
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IpAddr {
    V4(Ipv4Addr),
    V6(Ipv6Addr),
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocketAddrV4 {
    ip: Ipv4Addr,
}
impl SocketAddrV4 {
    pub const fn new(ip: Ipv4Addr, port: u16) -> SocketAddrV4 {
        SocketAddrV4 { ip }
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocketAddrV6 {
    ip: Ipv6Addr,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SocketAddr {
    V4(SocketAddrV4),
    V6(SocketAddrV6),
}
impl SocketAddr {
    pub const fn new(ip: IpAddr, port: u16) -> SocketAddr {
        primitive!()
    }
    pub const fn ip(&self) -> IpAddr {
        primitive!()
    }
    pub const fn port(&self) -> u16 {
        primitive!()
    }
    pub const fn set_port(&mut self, new_port: u16) {
        primitive!()
    }
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddrParseError {
    why: (),
}
impl FromStr for SocketAddr {
    type Err = AddrParseError;
    fn from_str(s: &str) -> Result<SocketAddr, AddrParseError> {
        primitive!()
    }
}
impl FromStr for IpAddr {
    type Err = AddrParseError;
    fn from_str(s: &str) -> Result<IpAddr, AddrParseError> {
        primitive!()
    }
}
impl FromStr for Ipv4Addr {
    type Err = AddrParseError;
    fn from_str(s: &str) -> Result<Ipv4Addr, AddrParseError> {
        primitive!()
    }
}
impl From<Ipv4Addr> for IpAddr {
    fn from(ipv4: Ipv4Addr) -> IpAddr {
        IpAddr::V4(ipv4)
    }
}
impl<I: Into<IpAddr>> From<(I, u16)> for SocketAddr {
    fn from(pieces: (I, u16)) -> SocketAddr {
        primitive!()
    }
}
pub trait ToSocketAddrs {
    type Iter: Iterator<Item = SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<Self::Iter>;
}
impl ToSocketAddrs for SocketAddr {
    type Iter = crate::option::IntoIter<SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<crate::option::IntoIter<SocketAddr>> {
        primitive!()
    }
}
impl ToSocketAddrs for SocketAddrV4 {
    type Iter = crate::option::IntoIter<SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<crate::option::IntoIter<SocketAddr>> {
        primitive!()
    }
}
impl ToSocketAddrs for (IpAddr, u16) {
    type Iter = crate::option::IntoIter<SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<crate::option::IntoIter<SocketAddr>> {
        primitive!()
    }
}
impl ToSocketAddrs for (Ipv4Addr, u16) {
    type Iter = crate::option::IntoIter<SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<crate::option::IntoIter<SocketAddr>> {
        primitive!()
    }
}
impl ToSocketAddrs for (&str, u16) {
    type Iter = crate::vec::IntoIter<SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<crate::vec::IntoIter<SocketAddr>> {
        primitive!()
    }
}
impl ToSocketAddrs for (String, u16) {
    type Iter = crate::vec::IntoIter<SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<crate::vec::IntoIter<SocketAddr>> {
        primitive!()
    }
}
impl ToSocketAddrs for str {
    type Iter = crate::vec::IntoIter<SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<crate::vec::IntoIter<SocketAddr>> {
        primitive!()
    }
}
impl ToSocketAddrs for String {
    type Iter = crate::vec::IntoIter<SocketAddr>;
    fn to_socket_addrs(&self) -> io::Result<crate::vec::IntoIter<SocketAddr>> {
        primitive!()
    }
}
impl<T: ToSocketAddrs + ?Sized> ToSocketAddrs for &T {
    type Iter = T::Iter;
    fn to_socket_addrs(&self) -> io::Result<T::Iter> {
        primitive!()
    }
}

//! `tokio::net`
use crate::io::{AsyncRead, AsyncWrite, ReadBuf, Receives, Transmits};
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};

// The peer is out of view: another process, or another socket of this program that is not known to be it.
#[must_abort(on_drop = "eof", role = "receiver")]
#[derive(Debug)]
pub(crate) struct Incoming {
    end: u8,
}
#[must_abort(on_drop = "eof", role = "sender")]
#[derive(Debug)]
pub(crate) struct Outgoing {
    end: u8,
}
impl Incoming {
    #[pairs]
    pub(crate) fn open() -> Incoming {
        primitive!()
    }
    #[same(self)]
    pub(crate) fn again(&self) -> Incoming {
        primitive!()
    }
    #[parks(self)]
    pub(crate) async fn read(&self) -> io::Result<usize> {
        primitive!()
    }
    #[parks(self, deadline)]
    pub(crate) fn try_read(&self) -> io::Result<usize> {
        primitive!()
    }
}
impl Outgoing {
    #[pairs]
    pub(crate) fn open() -> Outgoing {
        primitive!()
    }
    #[same(self)]
    pub(crate) fn again(&self) -> Outgoing {
        primitive!()
    }
    #[sends(self)]
    pub(crate) async fn write(&self) -> io::Result<usize> {
        primitive!()
    }
    #[sends(self, lossy)]
    pub(crate) fn try_write(&self) -> io::Result<usize> {
        primitive!()
    }
    #[closes(self)]
    pub(crate) fn close(&self) {
        primitive!()
    }
}
#[pairs(tx = 0, rx = 1, capacity = 65536)]
pub(crate) fn one_way() -> (Outgoing, Incoming) {
    primitive!()
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
    #[parks(self)]
    pub(crate) async fn accept(&self) -> io::Result<()> {
        primitive!()
    }
}

pub trait ToSocketAddrs {}
impl ToSocketAddrs for SocketAddr {}
impl ToSocketAddrs for (std::net::IpAddr, u16) {}
impl ToSocketAddrs for (std::net::Ipv4Addr, u16) {}
impl ToSocketAddrs for (&str, u16) {}
impl ToSocketAddrs for (String, u16) {}
impl ToSocketAddrs for str {}
impl ToSocketAddrs for String {}
impl<T: ToSocketAddrs + ?Sized> ToSocketAddrs for &T {}

#[derive(Debug)]
pub struct TcpStream {
    incoming: Incoming,
    outgoing: Outgoing,
}
impl TcpStream {
    pub(crate) fn open() -> TcpStream {
        TcpStream { incoming: Incoming::open(), outgoing: Outgoing::open() }
    }
    pub async fn connect<A: ToSocketAddrs>(addr: A) -> io::Result<TcpStream> {
        // Who accepts sees it, even if it fails in the end.
        let stream = TcpStream::open();
        if unknown!() { Ok(stream) } else { Err(unknown!()) }
    }
    pub async fn peek(&self, buf: &mut [u8]) -> io::Result<usize> {
        self.incoming.read().await
    }
    pub fn nodelay(&self) -> io::Result<bool> {
        unknown!()
    }
    pub fn set_nodelay(&self, nodelay: bool) -> io::Result<()> {
        unknown!()
    }
    pub fn from_std(stream: std::net::TcpStream) -> io::Result<TcpStream> {
        Ok(TcpStream::open())
    }
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        unknown!()
    }
    pub fn peer_addr(&self) -> io::Result<SocketAddr> {
        unknown!()
    }
    pub async fn readable(&self) -> io::Result<()> {
        self.incoming.read().await?;
        Ok(())
    }
    pub async fn writable(&self) -> io::Result<()> {
        self.outgoing.write().await?;
        Ok(())
    }
    pub fn try_read(&self, buf: &mut [u8]) -> io::Result<usize> {
        self.incoming.try_read()
    }
    pub fn try_write(&self, buf: &[u8]) -> io::Result<usize> {
        self.outgoing.try_write()
    }
    pub fn split<'a>(&'a mut self) -> (tcp::ReadHalf<'a>, tcp::WriteHalf<'a>) {
        (tcp::ReadHalf { stream: self }, tcp::WriteHalf { stream: self })
    }
    // Dropping the write half ends the peer's reads.
    pub fn into_split(self) -> (tcp::OwnedReadHalf, tcp::OwnedWriteHalf) {
        (tcp::OwnedReadHalf { incoming: self.incoming }, tcp::OwnedWriteHalf { outgoing: self.outgoing })
    }
}
impl AsyncRead for TcpStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for TcpStream {
    async fn receive(&mut self) -> io::Result<usize> {
        self.incoming.read().await
    }
}
impl AsyncWrite for TcpStream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Transmits for TcpStream {
    async fn transmit(&mut self) -> io::Result<usize> {
        self.outgoing.write().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        self.outgoing.close();
        Ok(())
    }
}
#[derive(Debug)]
pub struct TcpListener {
    acceptor: Acceptor,
}
impl TcpListener {
    pub async fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<TcpListener> {
        if unknown!() { Ok(TcpListener { acceptor: Acceptor::open() }) } else { Err(unknown!()) }
    }
    pub async fn accept(&self) -> io::Result<(TcpStream, SocketAddr)> {
        self.acceptor.accept().await?;
        Ok((TcpStream::open(), unknown!()))
    }
    pub fn from_std(listener: std::net::TcpListener) -> io::Result<TcpListener> {
        Ok(TcpListener { acceptor: Acceptor::open() })
    }
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        unknown!()
    }
}
pub mod tcp {
    use super::TcpStream;
    use crate::io::{AsyncRead, AsyncWrite, ReadBuf, Receives, Transmits};
    use std::io;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    #[derive(Debug)]
    pub struct ReadHalf<'a> {
        pub(crate) stream: &'a TcpStream,
    }
    #[derive(Debug)]
    pub struct WriteHalf<'a> {
        pub(crate) stream: &'a TcpStream,
    }
    #[derive(Debug)]
    pub struct OwnedReadHalf {
        pub(crate) incoming: super::Incoming,
    }
    #[derive(Debug)]
    pub struct OwnedWriteHalf {
        pub(crate) outgoing: super::Outgoing,
    }
    impl OwnedReadHalf {
        pub fn reunite(self, other: OwnedWriteHalf) -> Result<TcpStream, ReuniteError> {
            Ok(TcpStream { incoming: self.incoming, outgoing: other.outgoing })
        }
    }
    impl OwnedWriteHalf {
        // Its drop does not shut the direction down then.
        pub fn forget(self) {
            std::mem::forget(self.outgoing.again());
        }
    }
    #[derive(Debug)]
    pub struct ReuniteError(pub OwnedReadHalf, pub OwnedWriteHalf);
    impl AsyncRead for ReadHalf<'_> {
        fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
    }
    impl Receives for ReadHalf<'_> {
        async fn receive(&mut self) -> io::Result<usize> {
            self.stream.incoming.read().await
        }
    }
    impl AsyncWrite for WriteHalf<'_> {
        fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
            unknown!()
        }
        fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
        fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
    }
    impl Transmits for WriteHalf<'_> {
        async fn transmit(&mut self) -> io::Result<usize> {
            self.stream.outgoing.write().await
        }
        async fn finish(&mut self) -> io::Result<()> {
            self.stream.outgoing.close();
            Ok(())
        }
    }
    impl AsyncRead for OwnedReadHalf {
        fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
    }
    impl Receives for OwnedReadHalf {
        async fn receive(&mut self) -> io::Result<usize> {
            self.incoming.read().await
        }
    }
    impl AsyncWrite for OwnedWriteHalf {
        fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
            unknown!()
        }
        fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
        fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
    }
    impl Transmits for OwnedWriteHalf {
        async fn transmit(&mut self) -> io::Result<usize> {
            self.outgoing.write().await
        }
        async fn finish(&mut self) -> io::Result<()> {
            self.outgoing.close();
            Ok(())
        }
    }
}
#[derive(Debug)]
pub struct UnixStream {
    incoming: Incoming,
    outgoing: Outgoing,
}
impl UnixStream {
    pub(crate) fn open() -> UnixStream {
        UnixStream { incoming: Incoming::open(), outgoing: Outgoing::open() }
    }
    pub async fn connect<P>(path: P) -> io::Result<UnixStream>
    where
        P: AsRef<Path>,
    {
        // Who accepts sees it, even if it fails in the end.
        let stream = UnixStream::open();
        if unknown!() { Ok(stream) } else { Err(unknown!()) }
    }
    pub fn pair() -> io::Result<(UnixStream, UnixStream)> {
        if unknown!() {
            return Err(unknown!());
        }
        let (there, here) = one_way();
        let (back, home) = one_way();
        Ok((UnixStream { incoming: home, outgoing: there }, UnixStream { incoming: here, outgoing: back }))
    }
    pub fn from_std(stream: std::os::unix::net::UnixStream) -> io::Result<UnixStream> {
        Ok(UnixStream::open())
    }
    pub fn local_addr(&self) -> io::Result<unix::SocketAddr> {
        unknown!()
    }
    pub fn peer_addr(&self) -> io::Result<unix::SocketAddr> {
        unknown!()
    }
    pub async fn readable(&self) -> io::Result<()> {
        self.incoming.read().await?;
        Ok(())
    }
    pub async fn writable(&self) -> io::Result<()> {
        self.outgoing.write().await?;
        Ok(())
    }
    pub fn try_read(&self, buf: &mut [u8]) -> io::Result<usize> {
        self.incoming.try_read()
    }
    pub fn try_write(&self, buf: &[u8]) -> io::Result<usize> {
        self.outgoing.try_write()
    }
    pub fn split<'a>(&'a mut self) -> (unix::ReadHalf<'a>, unix::WriteHalf<'a>) {
        (unix::ReadHalf { stream: self }, unix::WriteHalf { stream: self })
    }
    // Dropping the write half ends the peer's reads.
    pub fn into_split(self) -> (unix::OwnedReadHalf, unix::OwnedWriteHalf) {
        (unix::OwnedReadHalf { incoming: self.incoming }, unix::OwnedWriteHalf { outgoing: self.outgoing })
    }
}
impl AsyncRead for UnixStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for UnixStream {
    async fn receive(&mut self) -> io::Result<usize> {
        self.incoming.read().await
    }
}
impl AsyncWrite for UnixStream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Transmits for UnixStream {
    async fn transmit(&mut self) -> io::Result<usize> {
        self.outgoing.write().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        self.outgoing.close();
        Ok(())
    }
}
#[derive(Debug)]
pub struct UnixListener {
    acceptor: Acceptor,
}
impl UnixListener {
    pub fn bind<P>(path: P) -> io::Result<UnixListener>
    where
        P: AsRef<Path>,
    {
        if unknown!() { Ok(UnixListener { acceptor: Acceptor::open() }) } else { Err(unknown!()) }
    }
    pub async fn accept(&self) -> io::Result<(UnixStream, unix::SocketAddr)> {
        self.acceptor.accept().await?;
        Ok((UnixStream::open(), unknown!()))
    }
    pub fn from_std(listener: std::os::unix::net::UnixListener) -> io::Result<UnixListener> {
        Ok(UnixListener { acceptor: Acceptor::open() })
    }
    pub fn local_addr(&self) -> io::Result<unix::SocketAddr> {
        unknown!()
    }
}
pub mod unix {
    use super::UnixStream;
    use crate::io::{AsyncRead, AsyncWrite, ReadBuf, Receives, Transmits};
    use std::io;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    #[derive(Clone)]
    pub struct SocketAddr {
        len: u32,
    }
    #[derive(Debug)]
    pub struct ReadHalf<'a> {
        pub(crate) stream: &'a UnixStream,
    }
    #[derive(Debug)]
    pub struct WriteHalf<'a> {
        pub(crate) stream: &'a UnixStream,
    }
    #[derive(Debug)]
    pub struct OwnedReadHalf {
        pub(crate) incoming: super::Incoming,
    }
    #[derive(Debug)]
    pub struct OwnedWriteHalf {
        pub(crate) outgoing: super::Outgoing,
    }
    impl OwnedReadHalf {
        pub fn reunite(self, other: OwnedWriteHalf) -> Result<UnixStream, ReuniteError> {
            Ok(UnixStream { incoming: self.incoming, outgoing: other.outgoing })
        }
    }
    impl OwnedWriteHalf {
        // Its drop does not shut the direction down then.
        pub fn forget(self) {
            std::mem::forget(self.outgoing.again());
        }
    }
    #[derive(Debug)]
    pub struct ReuniteError(pub OwnedReadHalf, pub OwnedWriteHalf);
    impl AsyncRead for ReadHalf<'_> {
        fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
    }
    impl Receives for ReadHalf<'_> {
        async fn receive(&mut self) -> io::Result<usize> {
            self.stream.incoming.read().await
        }
    }
    impl AsyncWrite for WriteHalf<'_> {
        fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
            unknown!()
        }
        fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
        fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
    }
    impl Transmits for WriteHalf<'_> {
        async fn transmit(&mut self) -> io::Result<usize> {
            self.stream.outgoing.write().await
        }
        async fn finish(&mut self) -> io::Result<()> {
            self.stream.outgoing.close();
            Ok(())
        }
    }
    impl AsyncRead for OwnedReadHalf {
        fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
    }
    impl Receives for OwnedReadHalf {
        async fn receive(&mut self) -> io::Result<usize> {
            self.incoming.read().await
        }
    }
    impl AsyncWrite for OwnedWriteHalf {
        fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
            unknown!()
        }
        fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
        fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
            unknown!()
        }
    }
    impl Transmits for OwnedWriteHalf {
        async fn transmit(&mut self) -> io::Result<usize> {
            self.outgoing.write().await
        }
        async fn finish(&mut self) -> io::Result<()> {
            self.outgoing.close();
            Ok(())
        }
    }
}
#[derive(Debug)]
pub struct UdpSocket {
    incoming: Incoming,
}
impl UdpSocket {
    pub async fn bind<A: ToSocketAddrs>(addr: A) -> io::Result<UdpSocket> {
        if unknown!() { Ok(UdpSocket { incoming: Incoming::open() }) } else { Err(unknown!()) }
    }
    pub fn from_std(socket: std::net::UdpSocket) -> io::Result<UdpSocket> {
        Ok(UdpSocket { incoming: Incoming::open() })
    }
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        unknown!()
    }
    pub async fn connect<A: ToSocketAddrs>(&self, addr: A) -> io::Result<()> {
        unknown!()
    }
    pub async fn send(&self, buf: &[u8]) -> io::Result<usize> {
        unknown!()
    }
    pub async fn send_to<A: ToSocketAddrs>(&self, buf: &[u8], target: A) -> io::Result<usize> {
        unknown!()
    }
    pub async fn recv(&self, buf: &mut [u8]) -> io::Result<usize> {
        self.incoming.read().await
    }
    pub async fn recv_from(&self, buf: &mut [u8]) -> io::Result<(usize, SocketAddr)> {
        let n = self.incoming.read().await?;
        Ok((n, unknown!()))
    }
}
pub async fn lookup_host<T>(host: T) -> io::Result<impl Iterator<Item = SocketAddr>>
where
    T: ToSocketAddrs,
{
    if unknown!() { Ok(Vec::new().into_iter()) } else { Err(unknown!()) }
}

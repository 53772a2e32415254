//! `std::os::fd`
pub type RawFd = i32;

// An owned descriptor keeps whatever end it was made of.
#[derive(Debug)]
pub struct OwnedFd {
    end: Held,
}
#[derive(Debug)]
pub(crate) enum Held {
    Raw(RawFd),
    Reader(crate::io::PipeReader),
    Writer(crate::io::PipeWriter),
    Stdin(crate::process::ChildStdin),
    Stdout(crate::process::ChildStdout),
    Stderr(crate::process::ChildStderr),
    Tcp(crate::net::TcpStream),
    Unix(crate::os::unix::net::UnixStream),
    Datagram(crate::os::unix::net::UnixDatagram),
    File(crate::fs::File),
}
impl OwnedFd {
    pub fn try_clone(&self) -> crate::io::Result<OwnedFd> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(self.again())
    }
    // One more descriptor of the same end.
    #[same(self)]
    pub(crate) fn again(&self) -> OwnedFd {
        primitive!()
    }
}
#[derive(Debug, Clone, Copy)]
pub struct BorrowedFd<'fd> {
    fd: &'fd RawFd,
}
impl BorrowedFd<'_> {
    pub fn try_clone_to_owned(&self) -> crate::io::Result<OwnedFd> {
        primitive!()
    }
}
pub trait AsFd {
    fn as_fd(&self) -> BorrowedFd<'_>;
}
pub trait AsRawFd {
    fn as_raw_fd(&self) -> RawFd;
}
pub trait IntoRawFd {
    fn into_raw_fd(self) -> RawFd;
}
pub trait FromRawFd {
    unsafe fn from_raw_fd(fd: RawFd) -> Self;
}
impl From<crate::io::PipeReader> for OwnedFd {
    fn from(owned: crate::io::PipeReader) -> OwnedFd {
        OwnedFd { end: Held::Reader(owned) }
    }
}
impl From<crate::io::PipeWriter> for OwnedFd {
    fn from(owned: crate::io::PipeWriter) -> OwnedFd {
        OwnedFd { end: Held::Writer(owned) }
    }
}
impl From<crate::process::ChildStdin> for OwnedFd {
    fn from(owned: crate::process::ChildStdin) -> OwnedFd {
        OwnedFd { end: Held::Stdin(owned) }
    }
}
impl From<crate::process::ChildStdout> for OwnedFd {
    fn from(owned: crate::process::ChildStdout) -> OwnedFd {
        OwnedFd { end: Held::Stdout(owned) }
    }
}
impl From<crate::process::ChildStderr> for OwnedFd {
    fn from(owned: crate::process::ChildStderr) -> OwnedFd {
        OwnedFd { end: Held::Stderr(owned) }
    }
}
impl From<crate::net::TcpStream> for OwnedFd {
    fn from(owned: crate::net::TcpStream) -> OwnedFd {
        OwnedFd { end: Held::Tcp(owned) }
    }
}
impl From<crate::os::unix::net::UnixStream> for OwnedFd {
    fn from(owned: crate::os::unix::net::UnixStream) -> OwnedFd {
        OwnedFd { end: Held::Unix(owned) }
    }
}
impl From<crate::os::unix::net::UnixDatagram> for OwnedFd {
    fn from(owned: crate::os::unix::net::UnixDatagram) -> OwnedFd {
        OwnedFd { end: Held::Datagram(owned) }
    }
}
impl From<crate::fs::File> for OwnedFd {
    fn from(owned: crate::fs::File) -> OwnedFd {
        OwnedFd { end: Held::File(owned) }
    }
}
impl AsFd for crate::io::PipeReader {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::io::PipeReader {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::io::PipeWriter {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::io::PipeWriter {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::process::ChildStdin {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::process::ChildStdin {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::process::ChildStdout {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::process::ChildStdout {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::process::ChildStderr {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::process::ChildStderr {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::net::TcpStream {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::net::TcpStream {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::os::unix::net::UnixStream {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::os::unix::net::UnixStream {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::os::unix::net::UnixDatagram {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::os::unix::net::UnixDatagram {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::fs::File {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::fs::File {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsRawFd for OwnedFd {
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for OwnedFd {
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::net::TcpListener {
    #[detaches(self.socket)]
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::net::TcpListener {
    #[detaches(self.socket)]
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
impl AsRawFd for crate::os::unix::net::UnixListener {
    #[detaches(self.socket)]
    fn as_raw_fd(&self) -> RawFd {
        primitive!()
    }
}
impl AsFd for crate::os::unix::net::UnixListener {
    #[detaches(self.socket)]
    fn as_fd(&self) -> BorrowedFd<'_> {
        primitive!()
    }
}
// Native: the end is leaked into a number.
impl IntoRawFd for OwnedFd {
    fn into_raw_fd(self) -> RawFd {
        crate::mem::forget(self);
        unknown!()
    }
}
// Native: the end is leaked into a number.
impl IntoRawFd for crate::net::TcpStream {
    fn into_raw_fd(self) -> RawFd {
        crate::mem::forget(self);
        unknown!()
    }
}
// Native: the end is leaked into a number.
impl IntoRawFd for crate::os::unix::net::UnixDatagram {
    fn into_raw_fd(self) -> RawFd {
        crate::mem::forget(self);
        unknown!()
    }
}
// Native: the end is leaked into a number.
impl IntoRawFd for crate::os::unix::net::UnixStream {
    fn into_raw_fd(self) -> RawFd {
        crate::mem::forget(self);
        unknown!()
    }
}
// Native: the end is leaked into a number.
impl IntoRawFd for crate::fs::File {
    fn into_raw_fd(self) -> RawFd {
        crate::mem::forget(self);
        unknown!()
    }
}
// Native: the end is leaked into a number.
impl IntoRawFd for crate::process::ChildStdin {
    fn into_raw_fd(self) -> RawFd {
        crate::mem::forget(self);
        unknown!()
    }
}
// Native: the end is leaked into a number.
impl IntoRawFd for crate::process::ChildStdout {
    fn into_raw_fd(self) -> RawFd {
        crate::mem::forget(self);
        unknown!()
    }
}
impl FromRawFd for OwnedFd {
    unsafe fn from_raw_fd(fd: RawFd) -> OwnedFd {
        primitive!()
    }
}
impl FromRawFd for crate::net::TcpStream {
    unsafe fn from_raw_fd(fd: RawFd) -> crate::net::TcpStream {
        primitive!()
    }
}
impl FromRawFd for crate::os::unix::net::UnixStream {
    unsafe fn from_raw_fd(fd: RawFd) -> crate::os::unix::net::UnixStream {
        primitive!()
    }
}
impl FromRawFd for crate::os::unix::net::UnixDatagram {
    unsafe fn from_raw_fd(fd: RawFd) -> crate::os::unix::net::UnixDatagram {
        primitive!()
    }
}
impl FromRawFd for crate::fs::File {
    unsafe fn from_raw_fd(fd: RawFd) -> crate::fs::File {
        primitive!()
    }
}
impl From<OwnedFd> for crate::net::TcpStream {
    fn from(fd: OwnedFd) -> crate::net::TcpStream {
        match fd.end {
            Held::Tcp(end) => end,
            _ => unknown!(),
        }
    }
}
impl From<OwnedFd> for crate::os::unix::net::UnixStream {
    fn from(fd: OwnedFd) -> crate::os::unix::net::UnixStream {
        match fd.end {
            Held::Unix(end) => end,
            _ => unknown!(),
        }
    }
}
impl From<OwnedFd> for crate::os::unix::net::UnixDatagram {
    fn from(fd: OwnedFd) -> crate::os::unix::net::UnixDatagram {
        match fd.end {
            Held::Datagram(end) => end,
            _ => unknown!(),
        }
    }
}
impl From<OwnedFd> for crate::fs::File {
    fn from(fd: OwnedFd) -> crate::fs::File {
        match fd.end {
            Held::File(end) => end,
            _ => unknown!(),
        }
    }
}
impl From<OwnedFd> for crate::process::ChildStdin {
    fn from(fd: OwnedFd) -> crate::process::ChildStdin {
        match fd.end {
            Held::Stdin(end) => end,
            _ => unknown!(),
        }
    }
}
impl From<OwnedFd> for crate::process::ChildStdout {
    fn from(fd: OwnedFd) -> crate::process::ChildStdout {
        match fd.end {
            Held::Stdout(end) => end,
            _ => unknown!(),
        }
    }
}
impl From<OwnedFd> for crate::process::ChildStderr {
    fn from(fd: OwnedFd) -> crate::process::ChildStderr {
        match fd.end {
            Held::Stderr(end) => end,
            _ => unknown!(),
        }
    }
}
impl From<OwnedFd> for crate::io::PipeReader {
    fn from(fd: OwnedFd) -> crate::io::PipeReader {
        match fd.end {
            Held::Reader(end) => end,
            _ => unknown!(),
        }
    }
}
impl From<OwnedFd> for crate::io::PipeWriter {
    fn from(fd: OwnedFd) -> crate::io::PipeWriter {
        match fd.end {
            Held::Writer(end) => end,
            _ => unknown!(),
        }
    }
}

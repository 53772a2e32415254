//! `std::io`
use crate::fmt;

pub mod prelude {
    pub use super::{BufRead, Read, Seek, Write};
}

pub type Result<T> = crate::result::Result<T, Error>;
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorKind {
    NotFound,
    PermissionDenied,
    ConnectionRefused,
    ConnectionReset,
    ConnectionAborted,
    NotConnected,
    AddrInUse,
    AddrNotAvailable,
    BrokenPipe,
    AlreadyExists,
    WouldBlock,
    InvalidInput,
    InvalidData,
    TimedOut,
    WriteZero,
    Interrupted,
    Unsupported,
    UnexpectedEof,
    OutOfMemory,
    Other,
}
impl Error {
    pub fn new<E>(kind: ErrorKind, error: E) -> Error
    where
        E: Into<Box<dyn crate::error::Error + Send + Sync>>,
    {
        Error { kind }
    }
    pub fn other<E>(error: E) -> Error
    where
        E: Into<Box<dyn crate::error::Error + Send + Sync>>,
    {
        Error { kind: ErrorKind::Other }
    }
    pub fn last_os_error() -> Error {
        primitive!()
    }
    pub fn from_raw_os_error(code: i32) -> Error {
        primitive!()
    }
    pub fn raw_os_error(&self) -> Option<i32> {
        primitive!()
    }
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
    pub fn get_ref(&self) -> Option<&(dyn crate::error::Error + Send + Sync + 'static)> {
        primitive!()
    }
}
impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Error {
        Error { kind }
    }
}
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
impl crate::error::Error for Error {}

pub trait Read {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize>;
    // Only EOF ends it.
    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
        let mut total = 0;
        loop {
            let n = self.read(buf)?;
            if n == 0 {
                return Ok(total);
            }
            total += n;
        }
    }
    fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
        let mut total = 0;
        loop {
            let n = self.read(buf)?;
            if n == 0 {
                return Ok(total);
            }
            total += n;
        }
    }
    // How much is asked for is not known; what comes is taken to be enough.
    fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
        let n = self.read(buf)?;
        if n == 0 { Err(Error { kind: ErrorKind::UnexpectedEof }) } else { Ok(()) }
    }
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }
    fn bytes(self) -> Bytes<Self>
    where
        Self: Sized,
    {
        Bytes { inner: self }
    }
    fn chain<R: Read>(self, next: R) -> Chain<Self, R>
    where
        Self: Sized,
    {
        Chain { first: Some(self), second: next }
    }
    fn take(self, limit: u64) -> Take<Self>
    where
        Self: Sized,
    {
        Take { inner: self, limit }
    }
}
pub trait Write {
    fn write(&mut self, buf: &[u8]) -> Result<usize>;
    fn flush(&mut self) -> Result<()>;
    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        self.write(buf)?;
        Ok(())
    }
    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
        self.write(unknown!())?;
        Ok(())
    }
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }
}
pub trait BufRead: Read {
    fn fill_buf(&mut self) -> Result<&[u8]>;
    fn consume(&mut self, amt: usize);
    fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {
        self.read(buf)
    }
    fn read_line(&mut self, buf: &mut String) -> Result<usize> {
        self.read(buf)
    }
    fn split(self, byte: u8) -> Split<Self>
    where
        Self: Sized,
    {
        Split { buf: self }
    }
    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines { buf: self }
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeekFrom {
    Start(u64),
    End(i64),
    Current(i64),
}
pub trait Seek {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64>;
}

pub struct Lines<B> {
    buf: B,
}
impl<B: BufRead> Iterator for Lines<B> {
    type Item = Result<String>;
    fn next(&mut self) -> Option<Result<String>> {
        let mut line = String::new();
        match self.buf.read_line(&mut line) {
            Ok(0) => None,
            Ok(_) => Some(Ok(line)),
            Err(e) => Some(Err(e)),
        }
    }
}
pub struct Split<B> {
    buf: B,
}
impl<B: BufRead> Iterator for Split<B> {
    type Item = Result<Vec<u8>>;
    fn next(&mut self) -> Option<Result<Vec<u8>>> {
        let mut part = Vec::new();
        match self.buf.read_until(unknown!(), &mut part) {
            Ok(0) => None,
            Ok(_) => Some(Ok(part)),
            Err(e) => Some(Err(e)),
        }
    }
}
pub struct Bytes<R> {
    inner: R,
}
impl<R: Read> Iterator for Bytes<R> {
    type Item = Result<u8>;
    fn next(&mut self) -> Option<Result<u8>> {
        match self.inner.read(unknown!()) {
            Ok(0) => None,
            Ok(_) => Some(Ok(unknown!())),
            Err(e) => Some(Err(e)),
        }
    }
}
pub struct Chain<T, U> {
    first: Option<T>,
    second: U,
}
impl<T: Read, U: Read> Read for Chain<T, U> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if unknown!() { self.first.as_mut().unwrap().read(buf) } else { self.second.read(buf) }
    }
}
pub struct Take<T> {
    inner: T,
    limit: u64,
}
impl<T> Take<T> {
    pub fn into_inner(self) -> T {
        self.inner
    }
    pub fn get_ref(&self) -> &T {
        &self.inner
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }
}
impl<T: Read> Read for Take<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if unknown!() { Ok(0) } else { self.inner.read(buf) }
    }
}
impl<T: BufRead> BufRead for Take<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        self.inner.fill_buf()
    }
    fn consume(&mut self, amt: usize) {}
}

pub struct BufReader<R: ?Sized> {
    inner: R,
}
impl<R: Read> BufReader<R> {
    pub fn new(inner: R) -> BufReader<R> {
        BufReader { inner }
    }
    pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {
        BufReader { inner }
    }
}
impl<R> BufReader<R> {
    pub fn get_ref(&self) -> &R {
        &self.inner
    }
    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }
    pub fn into_inner(self) -> R {
        self.inner
    }
}
impl<R: ?Sized + Read> Read for BufReader<R> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.inner.read(buf)
    }
}
impl<R: ?Sized + Read> BufRead for BufReader<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        self.inner.read(unknown!())?;
        Ok(unknown!())
    }
    fn consume(&mut self, amt: usize) {}
}
pub struct BufWriter<W: ?Sized + Write> {
    inner: W,
}
impl<W: Write> BufWriter<W> {
    pub fn new(inner: W) -> BufWriter<W> {
        BufWriter { inner }
    }
    pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> {
        BufWriter { inner }
    }
    pub fn get_ref(&self) -> &W {
        &self.inner
    }
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.inner
    }
    pub fn into_inner(self) -> crate::result::Result<W, IntoInnerError<BufWriter<W>>> {
        Ok(self.inner)
    }
}
#[derive(Debug)]
pub struct IntoInnerError<W> {
    inner: W,
}
impl<W: ?Sized + Write> Write for BufWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.inner.write(buf)
    }
    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}
pub struct LineWriter<W: ?Sized + Write> {
    inner: W,
}
impl<W: Write> LineWriter<W> {
    pub fn new(inner: W) -> LineWriter<W> {
        LineWriter { inner }
    }
}
impl<W: ?Sized + Write> Write for LineWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.inner.write(buf)
    }
    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}
#[derive(Debug, Clone, Default)]
pub struct Cursor<T> {
    inner: T,
}
impl<T> Cursor<T> {
    pub const fn new(inner: T) -> Cursor<T> {
        Cursor { inner }
    }
    pub fn into_inner(self) -> T {
        self.inner
    }
    pub const fn get_ref(&self) -> &T {
        &self.inner
    }
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }
    pub const fn position(&self) -> u64 {
        primitive!()
    }
    pub const fn set_position(&mut self, pos: u64) {
        primitive!()
    }
}
impl<T: AsRef<[u8]>> Read for Cursor<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        unknown!()
    }
}
impl<T: AsRef<[u8]>> BufRead for Cursor<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        unknown!()
    }
    fn consume(&mut self, amt: usize) {}
}
impl Write for Cursor<Vec<u8>> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        unknown!()
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
impl Write for Vec<u8> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        Ok(unknown!())
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
impl Read for &[u8] {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        Ok(unknown!())
    }
}
impl BufRead for &[u8] {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(self)
    }
    fn consume(&mut self, amt: usize) {}
}
impl<R: Read + ?Sized> Read for &mut R {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        (**self).read(buf)
    }
}
impl<W: Write + ?Sized> Write for &mut W {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        (**self).write(buf)
    }
    fn flush(&mut self) -> Result<()> {
        (**self).flush()
    }
}
impl<B: BufRead + ?Sized> BufRead for &mut B {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        (**self).fill_buf()
    }
    fn consume(&mut self, amt: usize) {}
}
impl<R: Read + ?Sized> Read for Box<R> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        (**self).read(buf)
    }
}
impl<W: Write + ?Sized> Write for Box<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        (**self).write(buf)
    }
    fn flush(&mut self) -> Result<()> {
        (**self).flush()
    }
}
impl<B: BufRead + ?Sized> BufRead for Box<B> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        (**self).fill_buf()
    }
    fn consume(&mut self, amt: usize) {}
}

#[must_abort(on_drop = "eof", role = "receiver")]
#[derive(Debug)]
pub struct PipeReader {
    end: u8,
}
#[must_abort(on_drop = "eof", role = "sender")]
#[derive(Debug)]
pub struct PipeWriter {
    end: u8,
}
#[pairs(rx = 0, tx = 1, capacity = 65536)]
pub fn pipe() -> Result<(PipeReader, PipeWriter)> {
    primitive!()
}
impl PipeReader {
    pub fn try_clone(&self) -> Result<PipeReader> {
        if unknown!() { Ok(self.again()) } else { Err(unknown!()) }
    }
    #[same(self)]
    pub(crate) fn again(&self) -> PipeReader {
        primitive!()
    }
}
impl PipeWriter {
    pub fn try_clone(&self) -> Result<PipeWriter> {
        if unknown!() { Ok(self.again()) } else { Err(unknown!()) }
    }
    #[same(self)]
    pub(crate) fn again(&self) -> PipeWriter {
        primitive!()
    }
}
impl Read for PipeReader {
    #[parks(self)]
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        primitive!()
    }
}
impl Read for &PipeReader {
    #[parks(self)]
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        primitive!()
    }
}
impl Write for PipeWriter {
    #[sends(self)]
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        primitive!()
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}
impl Write for &PipeWriter {
    #[sends(self)]
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        primitive!()
    }
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

// The program's own stdin: who feeds it is out of sight, so a read is finite.
#[derive(Debug)]
pub struct Stdin {
    fd: i32,
}
pub struct StdinLock<'a> {
    stdin: &'a Stdin,
}
pub fn stdin() -> Stdin {
    Stdin { fd: 0 }
}
impl Stdin {
    pub fn lock(&self) -> StdinLock<'static> {
        StdinLock { stdin: self }
    }
    pub fn read_line(&self, buf: &mut String) -> Result<usize> {
        unknown!()
    }
    pub fn lines(self) -> Lines<StdinLock<'static>> {
        Lines { buf: self.lock() }
    }
}
impl Read for Stdin {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        unknown!()
    }
}
impl Read for StdinLock<'_> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        unknown!()
    }
}
impl BufRead for StdinLock<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        unknown!()
    }
    fn consume(&mut self, amt: usize) {}
}
#[derive(Debug)]
pub struct Stdout {
    fd: i32,
}
pub struct StdoutLock<'a> {
    stdout: &'a Stdout,
}
#[derive(Debug)]
pub struct Stderr {
    fd: i32,
}
pub struct StderrLock<'a> {
    stderr: &'a Stderr,
}
pub fn stdout() -> Stdout {
    Stdout { fd: 1 }
}
pub fn stderr() -> Stderr {
    Stderr { fd: 2 }
}
impl Stdout {
    pub fn lock(&self) -> StdoutLock<'static> {
        StdoutLock { stdout: self }
    }
}
impl Stderr {
    pub fn lock(&self) -> StderrLock<'static> {
        StderrLock { stderr: self }
    }
}
impl Write for Stdout {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        unknown!()
    }
    fn flush(&mut self) -> Result<()> {
        unknown!()
    }
}
impl Write for StdoutLock<'_> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        unknown!()
    }
    fn flush(&mut self) -> Result<()> {
        unknown!()
    }
}
impl Write for Stderr {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        unknown!()
    }
    fn flush(&mut self) -> Result<()> {
        unknown!()
    }
}
impl Write for StderrLock<'_> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        unknown!()
    }
    fn flush(&mut self) -> Result<()> {
        unknown!()
    }
}
impl Write for Sink {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        unknown!()
    }
    fn flush(&mut self) -> Result<()> {
        unknown!()
    }
}
pub struct Sink;
pub const fn sink() -> Sink {
    Sink
}
pub struct Empty;
pub const fn empty() -> Empty {
    Empty
}
impl Read for Empty {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        Ok(0)
    }
}
pub trait IsTerminal {
    fn is_terminal(&self) -> bool;
}
impl IsTerminal for Stdin {
    fn is_terminal(&self) -> bool {
        unknown!()
    }
}
impl IsTerminal for Stdout {
    fn is_terminal(&self) -> bool {
        unknown!()
    }
}
impl IsTerminal for Stderr {
    fn is_terminal(&self) -> bool {
        unknown!()
    }
}
pub fn copy<R, W>(reader: &mut R, writer: &mut W) -> Result<u64>
where
    R: Read + ?Sized,
    W: Write + ?Sized,
{
    loop {
        let n = reader.read(unknown!())?;
        if n == 0 {
            return Ok(unknown!());
        }
        writer.write_all(unknown!())?;
    }
}
pub fn read_to_string<R: Read>(reader: R) -> Result<String> {
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    Ok(text)
}

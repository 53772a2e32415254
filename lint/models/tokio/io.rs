//! `tokio::io`: what is read or written in a program goes through `Receives` and `Transmits`, which the polls stand for.
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

pub(crate) mod ext;

pub use ext::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, Lines, Split, Take};
pub use std::io::{Error, ErrorKind, Result, SeekFrom};

pub struct ReadBuf<'a> {
    buf: &'a mut [u8],
}
impl<'a> ReadBuf<'a> {
    pub fn new(buf: &'a mut [u8]) -> ReadBuf<'a> {
        ReadBuf { buf }
    }
    pub fn filled(&self) -> &[u8] {
        self.buf
    }
    pub fn remaining(&self) -> usize {
        unknown!()
    }
    pub fn put_slice(&mut self, buf: &[u8]) {
        primitive!()
    }
}
// What reads and writes is what `receive` and `transmit` do; the supertraits are this stub's own.
pub trait AsyncRead: Receives {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>>;
}
pub trait AsyncBufRead: AsyncRead {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>>;
    fn consume(self: Pin<&mut Self>, amt: usize);
}
pub trait AsyncWrite: Transmits {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>>;
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>>;
    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>>;
}
// One read: `Ok(0)` at EOF.
pub(crate) trait Receives {
    async fn receive(&mut self) -> io::Result<usize>;
}
// One write, and the end of writing.
pub(crate) trait Transmits {
    async fn transmit(&mut self) -> io::Result<usize>;
    async fn finish(&mut self) -> io::Result<()>;
}
impl<T: ?Sized + AsyncRead + Unpin> AsyncRead for &mut T {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl<T: ?Sized + Receives> Receives for &mut T {
    async fn receive(&mut self) -> io::Result<usize> {
        (**self).receive().await
    }
}
impl<T: ?Sized + AsyncWrite + Unpin> AsyncWrite for &mut T {
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
impl<T: ?Sized + Transmits> Transmits for &mut T {
    async fn transmit(&mut self) -> io::Result<usize> {
        (**self).transmit().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        (**self).finish().await
    }
}
impl<T: ?Sized + AsyncBufRead + Unpin> AsyncBufRead for &mut T {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        unknown!()
    }
    fn consume(self: Pin<&mut Self>, amt: usize) {}
}
impl<T: ?Sized + AsyncRead + Unpin> AsyncRead for Box<T> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl<T: ?Sized + Receives> Receives for Box<T> {
    async fn receive(&mut self) -> io::Result<usize> {
        (**self).receive().await
    }
}
impl<T: ?Sized + AsyncWrite + Unpin> AsyncWrite for Box<T> {
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
impl<T: ?Sized + Transmits> Transmits for Box<T> {
    async fn transmit(&mut self) -> io::Result<usize> {
        (**self).transmit().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        (**self).finish().await
    }
}
impl<T: ?Sized + AsyncBufRead + Unpin> AsyncBufRead for Box<T> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        unknown!()
    }
    fn consume(self: Pin<&mut Self>, amt: usize) {}
}
impl AsyncRead for &[u8] {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for &[u8] {
    async fn receive(&mut self) -> io::Result<usize> {
        Ok(unknown!())
    }
}
impl AsyncBufRead for &[u8] {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        unknown!()
    }
    fn consume(self: Pin<&mut Self>, amt: usize) {}
}
impl AsyncWrite for Vec<u8> {
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
impl Transmits for Vec<u8> {
    async fn transmit(&mut self) -> io::Result<usize> {
        Ok(unknown!())
    }
    async fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(Debug)]
pub struct BufReader<R> {
    inner: R,
}
impl<R: AsyncRead> BufReader<R> {
    pub fn new(inner: R) -> Self {
        BufReader { inner }
    }
    pub fn with_capacity(capacity: usize, inner: R) -> Self {
        BufReader { inner }
    }
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
impl<R: AsyncRead> AsyncRead for BufReader<R> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl<R: Receives> Receives for BufReader<R> {
    async fn receive(&mut self) -> io::Result<usize> {
        self.inner.receive().await
    }
}
impl<R: AsyncRead> AsyncBufRead for BufReader<R> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        unknown!()
    }
    fn consume(self: Pin<&mut Self>, amt: usize) {}
}
impl<R: AsyncRead + AsyncWrite> AsyncWrite for BufReader<R> {
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
impl<R: Transmits> Transmits for BufReader<R> {
    async fn transmit(&mut self) -> io::Result<usize> {
        self.inner.transmit().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        self.inner.finish().await
    }
}

#[derive(Debug)]
pub struct BufWriter<W> {
    inner: W,
}
impl<W: AsyncWrite> BufWriter<W> {
    pub fn new(inner: W) -> Self {
        BufWriter { inner }
    }
    pub fn with_capacity(capacity: usize, inner: W) -> Self {
        BufWriter { inner }
    }
    pub fn get_ref(&self) -> &W {
        &self.inner
    }
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.inner
    }
    pub fn into_inner(self) -> W {
        self.inner
    }
}
impl<W: AsyncWrite> AsyncWrite for BufWriter<W> {
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
impl<W: Transmits> Transmits for BufWriter<W> {
    async fn transmit(&mut self) -> io::Result<usize> {
        self.inner.transmit().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        self.inner.finish().await
    }
}

// Two ends that share one stream; a half that is dropped closes nothing until the other is.
pub struct ReadHalf<T> {
    stream: std::sync::Arc<T>,
}
pub struct WriteHalf<T> {
    stream: std::sync::Arc<T>,
}
pub fn split<T>(stream: T) -> (ReadHalf<T>, WriteHalf<T>)
where
    T: AsyncRead + AsyncWrite,
{
    let stream = std::sync::Arc::new(stream);
    (ReadHalf { stream: stream.clone() }, WriteHalf { stream })
}
impl<T: Unpin> ReadHalf<T> {
    pub fn unsplit(self, wr: WriteHalf<T>) -> T {
        drop(wr);
        std::sync::Arc::into_inner(self.stream).unwrap()
    }
}
impl<T: AsyncRead> AsyncRead for ReadHalf<T> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl<T: Receives> Receives for ReadHalf<T> {
    async fn receive(&mut self) -> io::Result<usize> {
        let stream = &*self.stream;
        stream.receive().await
    }
}
impl<T: AsyncWrite> AsyncWrite for WriteHalf<T> {
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
impl<T: Transmits> Transmits for WriteHalf<T> {
    async fn transmit(&mut self) -> io::Result<usize> {
        let stream = &*self.stream;
        stream.transmit().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        let stream = &*self.stream;
        stream.finish().await
    }
}

// A pipe each way.
#[derive(Debug)]
pub struct DuplexStream {
    incoming: PipeOut,
    outgoing: PipeIn,
}
#[must_abort(on_drop = "eof", role = "receiver")]
#[derive(Debug)]
pub(crate) struct PipeOut {
    end: u8,
}
#[must_abort(on_drop = "eof", role = "sender")]
#[derive(Debug)]
pub(crate) struct PipeIn {
    end: u8,
}
#[pairs(tx = 0, rx = 1, capacity = size)]
fn one_way(size: usize) -> (PipeIn, PipeOut) {
    primitive!()
}
impl PipeOut {
    #[parks(self)]
    pub(crate) async fn read(&mut self) -> io::Result<usize> {
        primitive!()
    }
}
impl PipeIn {
    #[sends(self)]
    pub(crate) async fn write(&mut self) -> io::Result<usize> {
        primitive!()
    }
    #[closes(self)]
    pub(crate) fn close(&mut self) {
        primitive!()
    }
}
pub fn duplex(max_buf_size: usize) -> (DuplexStream, DuplexStream) {
    let (there, here) = one_way(max_buf_size);
    let (back, home) = one_way(max_buf_size);
    (DuplexStream { incoming: home, outgoing: there }, DuplexStream { incoming: here, outgoing: back })
}
impl AsyncRead for DuplexStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for DuplexStream {
    async fn receive(&mut self) -> io::Result<usize> {
        self.incoming.read().await
    }
}
impl AsyncWrite for DuplexStream {
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
impl Transmits for DuplexStream {
    async fn transmit(&mut self) -> io::Result<usize> {
        self.outgoing.write().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        self.outgoing.close();
        Ok(())
    }
}
// A pipe that one holds at both ends.
#[derive(Debug)]
pub struct SimplexStream {
    outgoing: PipeIn,
    incoming: PipeOut,
}
impl SimplexStream {
    pub fn new_unsplit(max_buf_size: usize) -> SimplexStream {
        let (outgoing, incoming) = one_way(max_buf_size);
        SimplexStream { outgoing, incoming }
    }
}
// The drop of one half is not seen by the other.
pub fn simplex(max_buf_size: usize) -> (ReadHalf<SimplexStream>, WriteHalf<SimplexStream>) {
    split(SimplexStream::new_unsplit(max_buf_size))
}
impl AsyncRead for SimplexStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for SimplexStream {
    async fn receive(&mut self) -> io::Result<usize> {
        self.incoming.read().await
    }
}
impl AsyncWrite for SimplexStream {
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
impl Transmits for SimplexStream {
    async fn transmit(&mut self) -> io::Result<usize> {
        self.outgoing.write().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        self.outgoing.close();
        Ok(())
    }
}
#[derive(Debug)]
pub struct Stdin {
    fd: i32,
}
pub fn stdin() -> Stdin {
    Stdin { fd: unknown!() }
}
impl AsyncRead for Stdin {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for Stdin {
    async fn receive(&mut self) -> io::Result<usize> {
        unknown!()
    }
}
#[derive(Debug)]
pub struct Stdout {
    fd: i32,
}
pub fn stdout() -> Stdout {
    Stdout { fd: unknown!() }
}
impl AsyncWrite for Stdout {
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
impl Transmits for Stdout {
    async fn transmit(&mut self) -> io::Result<usize> {
        unknown!()
    }
    async fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}
#[derive(Debug)]
pub struct Stderr {
    fd: i32,
}
pub fn stderr() -> Stderr {
    Stderr { fd: unknown!() }
}
impl AsyncWrite for Stderr {
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
impl Transmits for Stderr {
    async fn transmit(&mut self) -> io::Result<usize> {
        unknown!()
    }
    async fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}
#[derive(Debug)]
pub struct Empty {
    fd: i32,
}
pub fn empty() -> Empty {
    Empty { fd: unknown!() }
}
impl AsyncRead for Empty {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for Empty {
    async fn receive(&mut self) -> io::Result<usize> {
        Ok(0)
    }
}
#[derive(Debug)]
pub struct Sink {
    fd: i32,
}
pub fn sink() -> Sink {
    Sink { fd: unknown!() }
}
impl AsyncWrite for Sink {
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
impl Transmits for Sink {
    async fn transmit(&mut self) -> io::Result<usize> {
        unknown!()
    }
    async fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub async fn copy<'a, R, W>(reader: &'a mut R, writer: &'a mut W) -> io::Result<u64>
where
    R: AsyncRead + Unpin + ?Sized,
    W: AsyncWrite + Unpin + ?Sized,
{
    loop {
        let n = reader.receive().await?;
        if n == 0 {
            return Ok(unknown!());
        }
        writer.transmit().await?;
    }
}
pub async fn copy_bidirectional<A, B>(a: &mut A, b: &mut B) -> io::Result<(u64, u64)>
where
    A: AsyncRead + AsyncWrite + Unpin + ?Sized,
    B: AsyncRead + AsyncWrite + Unpin + ?Sized,
{
    copy(a, b).await?;
    b.finish().await?;
    copy(b, a).await?;
    a.finish().await?;
    Ok((unknown!(), unknown!()))
}

//! `futures::io`: what is read or written goes through the hidden traits of `futures_io`.
use futures_io::{Receives, Transmits};
use std::io;

pub use futures_io::{AsyncBufRead, AsyncRead, AsyncWrite};

pub trait AsyncReadExt: AsyncRead {
    async fn read<'a>(&'a mut self, buf: &'a mut [u8]) -> io::Result<usize>
    where
        Self: Unpin,
    {
        self.receive().await
    }
    // How much is asked for is not known; what comes is taken to be enough.
    async fn read_exact<'a>(&'a mut self, buf: &'a mut [u8]) -> io::Result<()>
    where
        Self: Unpin,
    {
        let n = self.receive().await?;
        if n == 0 { Err(io::Error::from(io::ErrorKind::UnexpectedEof)) } else { Ok(()) }
    }
    async fn read_to_end<'a>(&'a mut self, buf: &'a mut Vec<u8>) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let mut total = 0;
        loop {
            let n = self.receive().await?;
            if n == 0 {
                return Ok(total);
            }
            total += n;
        }
    }
    async fn read_to_string<'a>(&'a mut self, buf: &'a mut String) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let mut total = 0;
        loop {
            let n = self.receive().await?;
            if n == 0 {
                return Ok(total);
            }
            total += n;
        }
    }
}
impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}
pub trait AsyncWriteExt: AsyncWrite {
    async fn write<'a>(&'a mut self, buf: &'a [u8]) -> io::Result<usize>
    where
        Self: Unpin,
    {
        self.transmit().await
    }
    async fn write_all<'a>(&'a mut self, buf: &'a [u8]) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.transmit().await?;
        Ok(())
    }
    async fn flush(&mut self) -> io::Result<()>
    where
        Self: Unpin,
    {
        Ok(())
    }
    async fn close(&mut self) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.finish().await
    }
}
impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}
pub trait AsyncBufReadExt: AsyncBufRead {
    async fn read_line<'a>(&'a mut self, buf: &'a mut String) -> io::Result<usize>
    where
        Self: Unpin,
    {
        self.receive().await
    }
    async fn read_until<'a>(&'a mut self, byte: u8, buf: &'a mut Vec<u8>) -> io::Result<usize>
    where
        Self: Unpin,
    {
        self.receive().await
    }
    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines { reader: self }
    }
}
impl<R: AsyncBufRead + ?Sized> AsyncBufReadExt for R {}
pub struct Lines<R> {
    reader: R,
}
impl<R: AsyncBufRead> futures_core::Stream for Lines<R> {
    type Item = io::Result<String>;
    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<io::Result<String>>> {
        unknown!()
    }
}
impl<R: Receives> futures_core::stream::Pulls for Lines<R> {
    async fn pull(&mut self) -> Option<io::Result<String>> {
        match self.reader.receive().await {
            Ok(0) => None,
            Ok(_) => Some(Ok(unknown!())),
            Err(e) => Some(Err(e)),
        }
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
impl<R: Receives> Receives for BufReader<R> {
    async fn receive(&mut self) -> io::Result<usize> {
        self.inner.receive().await
    }
}
impl<R: AsyncRead> AsyncRead for BufReader<R> {
    fn poll_read(
        self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
        buf: &mut [u8],
    ) -> std::task::Poll<io::Result<usize>> {
        unknown!()
    }
}
impl<R: AsyncRead> AsyncBufRead for BufReader<R> {
    fn poll_fill_buf(
        self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<io::Result<&[u8]>> {
        unknown!()
    }
    fn consume(self: std::pin::Pin<&mut Self>, amt: usize) {}
}

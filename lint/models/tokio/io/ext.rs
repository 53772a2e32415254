//! The extension traits: each method is made of single reads and writes.
use super::{AsyncBufRead, AsyncRead, AsyncWrite, ReadBuf, Receives, Transmits};
use bytes::BufMut;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

pub trait AsyncReadExt: AsyncRead {
    async fn read<'a>(&'a mut self, buf: &'a mut [u8]) -> io::Result<usize>
    where
        Self: Unpin,
    {
        self.receive().await
    }
    async fn read_buf<'a, B>(&'a mut self, buf: &'a mut B) -> io::Result<usize>
    where
        Self: Unpin,
        B: BufMut + ?Sized,
    {
        self.receive().await
    }
    // How much is asked for is not known; what comes is taken to be enough.
    async fn read_exact<'a>(&'a mut self, buf: &'a mut [u8]) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let n = self.receive().await?;
        if n == 0 { Err(io::Error::from(io::ErrorKind::UnexpectedEof)) } else { Ok(unknown!()) }
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
    async fn read_to_string<'a>(&'a mut self, dst: &'a mut String) -> io::Result<usize>
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
    fn take(self, limit: u64) -> Take<Self>
    where
        Self: Sized,
    {
        Take { inner: self }
    }
    async fn read_u8<'a>(&'a mut self) -> io::Result<u8>
    where
        Self: Unpin,
    {
        self.read_exact(unknown!()).await?;
        Ok(unknown!())
    }
    async fn read_u16<'a>(&'a mut self) -> io::Result<u16>
    where
        Self: Unpin,
    {
        self.read_exact(unknown!()).await?;
        Ok(unknown!())
    }
    async fn read_u32<'a>(&'a mut self) -> io::Result<u32>
    where
        Self: Unpin,
    {
        self.read_exact(unknown!()).await?;
        Ok(unknown!())
    }
    async fn read_u64<'a>(&'a mut self) -> io::Result<u64>
    where
        Self: Unpin,
    {
        self.read_exact(unknown!()).await?;
        Ok(unknown!())
    }
    async fn read_i32<'a>(&'a mut self) -> io::Result<i32>
    where
        Self: Unpin,
    {
        self.read_exact(unknown!()).await?;
        Ok(unknown!())
    }
    async fn read_i64<'a>(&'a mut self) -> io::Result<i64>
    where
        Self: Unpin,
    {
        self.read_exact(unknown!()).await?;
        Ok(unknown!())
    }
}
impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}

pub trait AsyncWriteExt: AsyncWrite {
    async fn write<'a>(&'a mut self, src: &'a [u8]) -> io::Result<usize>
    where
        Self: Unpin,
    {
        self.transmit().await
    }
    async fn write_all<'a>(&'a mut self, src: &'a [u8]) -> io::Result<()>
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
    async fn shutdown(&mut self) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.finish().await
    }
    async fn write_u8<'a>(&'a mut self, n: u8) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.transmit().await?;
        Ok(())
    }
    async fn write_u16<'a>(&'a mut self, n: u16) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.transmit().await?;
        Ok(())
    }
    async fn write_u32<'a>(&'a mut self, n: u32) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.transmit().await?;
        Ok(())
    }
    async fn write_u64<'a>(&'a mut self, n: u64) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.transmit().await?;
        Ok(())
    }
    async fn write_i32<'a>(&'a mut self, n: i32) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.transmit().await?;
        Ok(())
    }
    async fn write_i64<'a>(&'a mut self, n: i64) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.transmit().await?;
        Ok(())
    }
}
impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}

pub trait AsyncBufReadExt: AsyncBufRead {
    async fn read_until<'a>(&'a mut self, byte: u8, buf: &'a mut Vec<u8>) -> io::Result<usize>
    where
        Self: Unpin,
    {
        self.receive().await
    }
    async fn read_line<'a>(&'a mut self, buf: &'a mut String) -> io::Result<usize>
    where
        Self: Unpin,
    {
        self.receive().await
    }
    async fn fill_buf(&mut self) -> io::Result<&[u8]>
    where
        Self: Unpin,
    {
        self.receive().await?;
        Ok(unknown!())
    }
    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines { reader: self }
    }
    fn split(self, byte: u8) -> Split<Self>
    where
        Self: Sized + Unpin,
    {
        Split { reader: self }
    }
}
impl<R: AsyncBufRead + ?Sized> AsyncBufReadExt for R {}

pub struct Lines<R> {
    reader: R,
}
impl<R: AsyncBufRead + Unpin> Lines<R> {
    pub async fn next_line(&mut self) -> io::Result<Option<String>> {
        match self.reader.receive().await {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(unknown!())),
            Err(e) => Err(e),
        }
    }
    pub fn get_ref(&mut self) -> &R {
        &self.reader
    }
    pub fn get_mut(&mut self) -> &mut R {
        &mut self.reader
    }
    pub fn into_inner(self) -> R {
        self.reader
    }
}
pub struct Split<R> {
    reader: R,
}
impl<R: AsyncBufRead + Unpin> Split<R> {
    pub async fn next_segment(&mut self) -> io::Result<Option<Vec<u8>>> {
        match self.reader.receive().await {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(unknown!())),
            Err(e) => Err(e),
        }
    }
}
#[derive(Debug)]
pub struct Take<R> {
    inner: R,
}
impl<R: AsyncRead> Take<R> {
    pub fn limit(&self) -> u64 {
        unknown!()
    }
    pub fn into_inner(self) -> R {
        self.inner
    }
}
impl<R: AsyncRead> AsyncRead for Take<R> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl<R: Receives> Receives for Take<R> {
    async fn receive(&mut self) -> io::Result<usize> {
        if unknown!() { Ok(0) } else { self.inner.receive().await }
    }
}

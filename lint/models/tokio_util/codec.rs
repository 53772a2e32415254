//! `tokio_util::codec`: frames are single reads and writes of what is framed.
use bytes::BytesMut;
use futures_core::Stream;
use futures_core::stream::Pulls;
use futures_sink::{Accepts, Sink};
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::{AsyncRead, AsyncWrite, Receives, Transmits};

pub trait Decoder {
    type Item;
    type Error: From<io::Error>;
    fn decode(&mut self, src: &mut BytesMut) -> Result<Option<Self::Item>, Self::Error>;
    fn decode_eof(&mut self, buf: &mut BytesMut) -> Result<Option<Self::Item>, Self::Error> {
        self.decode(buf)
    }
    fn framed<T: AsyncRead + AsyncWrite + Sized>(self, io: T) -> Framed<T, Self>
    where
        Self: Sized,
    {
        Framed { inner: io, codec: self }
    }
}
pub trait Encoder<Item> {
    type Error: From<io::Error>;
    fn encode(&mut self, item: Item, dst: &mut BytesMut) -> Result<(), Self::Error>;
}
#[derive(Debug, Clone)]
pub struct LinesCodec {
    at: usize,
}
#[derive(Debug)]
pub enum LinesCodecError {
    MaxLineLengthExceeded,
    Io(io::Error),
}
impl From<io::Error> for LinesCodecError {
    fn from(e: io::Error) -> LinesCodecError {
        LinesCodecError::Io(e)
    }
}
impl LinesCodec {
    pub fn new() -> LinesCodec {
        LinesCodec { at: 0 }
    }
    pub fn new_with_max_length(max_length: usize) -> Self {
        LinesCodec { at: 0 }
    }
}
impl Decoder for LinesCodec {
    type Item = String;
    type Error = LinesCodecError;
    fn decode(&mut self, buf: &mut BytesMut) -> Result<Option<String>, LinesCodecError> {
        unknown!()
    }
}
impl<T: AsRef<str>> Encoder<T> for LinesCodec {
    type Error = LinesCodecError;
    fn encode(&mut self, line: T, buf: &mut BytesMut) -> Result<(), LinesCodecError> {
        unknown!()
    }
}
#[derive(Debug, Clone)]
pub struct LengthDelimitedCodec {
    at: usize,
}
impl LengthDelimitedCodec {
    pub fn new() -> Self {
        LengthDelimitedCodec { at: 0 }
    }
}
impl Decoder for LengthDelimitedCodec {
    type Item = BytesMut;
    type Error = io::Error;
    fn decode(&mut self, src: &mut BytesMut) -> io::Result<Option<BytesMut>> {
        unknown!()
    }
}
impl Encoder<bytes::Bytes> for LengthDelimitedCodec {
    type Error = io::Error;
    fn encode(&mut self, data: bytes::Bytes, dst: &mut BytesMut) -> Result<(), io::Error> {
        unknown!()
    }
}
pub struct Framed<T, U> {
    inner: T,
    codec: U,
}
impl<T, U> Framed<T, U> {
    pub fn get_ref(&self) -> &T {
        &self.inner
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }
    pub fn into_inner(self) -> T {
        self.inner
    }
}
impl<T, U> Framed<T, U>
where
    T: AsyncRead + AsyncWrite,
{
    pub fn new(inner: T, codec: U) -> Framed<T, U> {
        Framed { inner, codec }
    }
}
impl<T, U> Stream for Framed<T, U>
where
    T: AsyncRead,
    U: Decoder,
{
    type Item = Result<U::Item, U::Error>;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<U::Item, U::Error>>> {
        unknown!()
    }
}
impl<T: Receives, U: Decoder> Pulls for Framed<T, U> {
    async fn pull(&mut self) -> Option<Result<U::Item, U::Error>> {
        match self.inner.receive().await {
            Ok(0) => None,
            Ok(_) => Some(unknown!()),
            Err(e) => Some(Err(U::Error::from(e))),
        }
    }
}
impl<T, I, U> Sink<I> for Framed<T, U>
where
    T: AsyncWrite,
    U: Encoder<I>,
{
    type Error = U::Error;
    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), U::Error>> {
        unknown!()
    }
    fn start_send(self: Pin<&mut Self>, item: I) -> Result<(), U::Error> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), U::Error>> {
        unknown!()
    }
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), U::Error>> {
        unknown!()
    }
}
impl<T: Transmits, I, U: Encoder<I>> Accepts<I> for Framed<T, U> {
    async fn accept(&mut self, item: I) -> Result<(), U::Error> {
        self.inner.transmit().await?;
        Ok(())
    }
    async fn finish(&mut self) -> Result<(), U::Error> {
        self.inner.finish().await?;
        Ok(())
    }
}
pub struct FramedRead<T, D> {
    inner: T,
    codec: D,
}
impl<T, D> FramedRead<T, D> {
    pub fn get_ref(&self) -> &T {
        &self.inner
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }
    pub fn into_inner(self) -> T {
        self.inner
    }
}
impl<T, D> FramedRead<T, D>
where
    T: AsyncRead,
    D: Decoder,
{
    pub fn new(inner: T, decoder: D) -> FramedRead<T, D> {
        FramedRead { inner, codec: decoder }
    }
}
impl<T, D> Stream for FramedRead<T, D>
where
    T: AsyncRead,
    D: Decoder,
{
    type Item = Result<D::Item, D::Error>;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<D::Item, D::Error>>> {
        unknown!()
    }
}
impl<T: Receives, D: Decoder> Pulls for FramedRead<T, D> {
    async fn pull(&mut self) -> Option<Result<D::Item, D::Error>> {
        match self.inner.receive().await {
            Ok(0) => None,
            Ok(_) => Some(unknown!()),
            Err(e) => Some(Err(D::Error::from(e))),
        }
    }
}
pub struct FramedWrite<T, E> {
    inner: T,
    codec: E,
}
impl<T, E> FramedWrite<T, E> {
    pub fn get_ref(&self) -> &T {
        &self.inner
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }
    pub fn into_inner(self) -> T {
        self.inner
    }
}
impl<T, E> FramedWrite<T, E>
where
    T: AsyncWrite,
{
    pub fn new(inner: T, encoder: E) -> FramedWrite<T, E> {
        FramedWrite { inner, codec: encoder }
    }
}
impl<T, I, E> Sink<I> for FramedWrite<T, E>
where
    T: AsyncWrite,
    E: Encoder<I>,
{
    type Error = E::Error;
    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E::Error>> {
        unknown!()
    }
    fn start_send(self: Pin<&mut Self>, item: I) -> Result<(), E::Error> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E::Error>> {
        unknown!()
    }
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), E::Error>> {
        unknown!()
    }
}
impl<T: Transmits, I, E: Encoder<I>> Accepts<I> for FramedWrite<T, E> {
    async fn accept(&mut self, item: I) -> Result<(), E::Error> {
        self.inner.transmit().await?;
        Ok(())
    }
    async fn finish(&mut self) -> Result<(), E::Error> {
        self.inner.finish().await?;
        Ok(())
    }
}

//! `tokio::fs`
use crate::io::{AsyncRead, AsyncWrite, ReadBuf, Receives, Transmits};
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Debug)]
pub struct File {
    fd: i32,
}
impl File {
    pub async fn open(path: impl AsRef<Path>) -> io::Result<File> {
        unknown!()
    }
    pub async fn create(path: impl AsRef<Path>) -> io::Result<File> {
        unknown!()
    }
    pub fn from_std(std: std::fs::File) -> File {
        unknown!()
    }
    pub async fn into_std(self) -> std::fs::File {
        unknown!()
    }
    pub async fn sync_all(&self) -> io::Result<()> {
        unknown!()
    }
    pub async fn sync_data(&self) -> io::Result<()> {
        unknown!()
    }
    pub async fn metadata(&self) -> io::Result<Metadata> {
        unknown!()
    }
}
impl AsyncRead for File {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for File {
    async fn receive(&mut self) -> io::Result<usize> {
        unknown!()
    }
}
impl AsyncWrite for File {
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
impl Transmits for File {
    async fn transmit(&mut self) -> io::Result<usize> {
        unknown!()
    }
    async fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}
pub async fn read(path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
    unknown!()
}
pub async fn read_to_string(path: impl AsRef<Path>) -> io::Result<String> {
    unknown!()
}
pub async fn metadata(path: impl AsRef<Path>) -> io::Result<Metadata> {
    unknown!()
}
pub async fn canonicalize(path: impl AsRef<Path>) -> io::Result<PathBuf> {
    unknown!()
}
pub async fn remove_file(path: impl AsRef<Path>) -> io::Result<()> {
    unknown!()
}
pub async fn create_dir(path: impl AsRef<Path>) -> io::Result<()> {
    unknown!()
}
pub async fn create_dir_all(path: impl AsRef<Path>) -> io::Result<()> {
    unknown!()
}
pub async fn remove_dir(path: impl AsRef<Path>) -> io::Result<()> {
    unknown!()
}
pub async fn remove_dir_all(path: impl AsRef<Path>) -> io::Result<()> {
    unknown!()
}
pub async fn try_exists(path: impl AsRef<Path>) -> io::Result<bool> {
    unknown!()
}
pub async fn write(path: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> io::Result<()> {
    unknown!()
}
pub async fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> io::Result<()> {
    unknown!()
}

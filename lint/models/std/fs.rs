//! `std::fs`: files never park for long and are no channel.
use crate::ffi::OsString;
use crate::io::{self, Read, Seek, SeekFrom, Write};
use crate::path::{Path, PathBuf};
use crate::time::SystemTime;

#[derive(Debug)]
pub struct File {
    fd: i32,
}
impl File {
    pub fn open<P: AsRef<Path>>(path: P) -> io::Result<File> {
        primitive!()
    }
    pub fn create<P: AsRef<Path>>(path: P) -> io::Result<File> {
        primitive!()
    }
    pub fn create_new<P: AsRef<Path>>(path: P) -> io::Result<File> {
        primitive!()
    }
    pub fn options() -> OpenOptions {
        OpenOptions::new()
    }
    pub fn sync_all(&self) -> io::Result<()> {
        primitive!()
    }
    pub fn sync_data(&self) -> io::Result<()> {
        primitive!()
    }
    pub fn set_len(&self, size: u64) -> io::Result<()> {
        primitive!()
    }
    pub fn metadata(&self) -> io::Result<Metadata> {
        primitive!()
    }
    pub fn try_clone(&self) -> io::Result<File> {
        primitive!()
    }
}
impl Read for File {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        unknown!()
    }
}
impl Write for File {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        unknown!()
    }
    fn flush(&mut self) -> io::Result<()> {
        unknown!()
    }
}
impl Seek for File {
    fn seek(&mut self, pos: SeekFrom) -> io::Result<u64> {
        unknown!()
    }
}
impl Read for &File {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        unknown!()
    }
}
impl Write for &File {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        unknown!()
    }
    fn flush(&mut self) -> io::Result<()> {
        unknown!()
    }
}
impl Seek for &File {
    fn seek(&mut self, pos: SeekFrom) -> io::Result<u64> {
        unknown!()
    }
}
#[derive(Debug, Clone)]
pub struct OpenOptions {
    read: bool,
}
impl OpenOptions {
    pub fn new() -> OpenOptions {
        OpenOptions { read: false }
    }
    pub fn read(&mut self, read: bool) -> &mut OpenOptions {
        self
    }
    pub fn write(&mut self, write: bool) -> &mut OpenOptions {
        self
    }
    pub fn append(&mut self, append: bool) -> &mut OpenOptions {
        self
    }
    pub fn truncate(&mut self, truncate: bool) -> &mut OpenOptions {
        self
    }
    pub fn create(&mut self, create: bool) -> &mut OpenOptions {
        self
    }
    pub fn create_new(&mut self, create_new: bool) -> &mut OpenOptions {
        self
    }
    pub fn open<P: AsRef<Path>>(&self, path: P) -> io::Result<File> {
        primitive!()
    }
}
#[derive(Debug, Clone)]
pub struct Metadata {
    len: u64,
}
impl Metadata {
    pub fn file_type(&self) -> FileType {
        primitive!()
    }
    pub fn is_dir(&self) -> bool {
        unknown!()
    }
    pub fn is_file(&self) -> bool {
        unknown!()
    }
    pub fn is_symlink(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> u64 {
        primitive!()
    }
    pub fn modified(&self) -> io::Result<SystemTime> {
        primitive!()
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileType {
    mode: u32,
}
impl FileType {
    pub fn is_dir(&self) -> bool {
        unknown!()
    }
    pub fn is_file(&self) -> bool {
        unknown!()
    }
    pub fn is_symlink(&self) -> bool {
        unknown!()
    }
}
#[derive(Debug)]
pub struct ReadDir {
    fd: i32,
}
impl Iterator for ReadDir {
    type Item = io::Result<DirEntry>;
    fn next(&mut self) -> Option<io::Result<DirEntry>> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
#[derive(Debug)]
pub struct DirEntry {
    path: PathBuf,
}
impl DirEntry {
    pub fn path(&self) -> PathBuf {
        self.path.clone()
    }
    pub fn metadata(&self) -> io::Result<Metadata> {
        primitive!()
    }
    pub fn file_type(&self) -> io::Result<FileType> {
        primitive!()
    }
    pub fn file_name(&self) -> OsString {
        primitive!()
    }
}
pub fn read<P: AsRef<Path>>(path: P) -> io::Result<Vec<u8>> {
    primitive!()
}
pub fn read_to_string<P: AsRef<Path>>(path: P) -> io::Result<String> {
    primitive!()
}
pub fn metadata<P: AsRef<Path>>(path: P) -> io::Result<Metadata> {
    primitive!()
}
pub fn symlink_metadata<P: AsRef<Path>>(path: P) -> io::Result<Metadata> {
    primitive!()
}
pub fn canonicalize<P: AsRef<Path>>(path: P) -> io::Result<PathBuf> {
    primitive!()
}
pub fn read_link<P: AsRef<Path>>(path: P) -> io::Result<PathBuf> {
    primitive!()
}
pub fn read_dir<P: AsRef<Path>>(path: P) -> io::Result<ReadDir> {
    primitive!()
}
pub fn remove_file<P: AsRef<Path>>(path: P) -> io::Result<()> {
    primitive!()
}
pub fn create_dir<P: AsRef<Path>>(path: P) -> io::Result<()> {
    primitive!()
}
pub fn create_dir_all<P: AsRef<Path>>(path: P) -> io::Result<()> {
    primitive!()
}
pub fn remove_dir<P: AsRef<Path>>(path: P) -> io::Result<()> {
    primitive!()
}
pub fn remove_dir_all<P: AsRef<Path>>(path: P) -> io::Result<()> {
    primitive!()
}
pub fn exists<P: AsRef<Path>>(path: P) -> io::Result<bool> {
    primitive!()
}
pub fn write<P: AsRef<Path>, C: AsRef<[u8]>>(path: P, contents: C) -> io::Result<()> {
    primitive!()
}
pub fn rename<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<()> {
    primitive!()
}
pub fn copy<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<u64> {
    primitive!()
}

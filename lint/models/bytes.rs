//! `bytes`
use std::ops::{Deref, DerefMut};

#[derive(Clone)]
pub struct Bytes {
    len: usize,
}
impl Bytes {
    pub const fn new() -> Self {
        Bytes { len: 0 }
    }
    pub const fn from_static(bytes: &'static [u8]) -> Self {
        primitive!()
    }
    pub fn copy_from_slice(data: &[u8]) -> Self {
        primitive!()
    }
    pub const fn len(&self) -> usize {
        unknown!()
    }
    pub const fn is_empty(&self) -> bool {
        unknown!()
    }
}
impl Deref for Bytes {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        primitive!()
    }
}
impl From<Vec<u8>> for Bytes {
    fn from(vec: Vec<u8>) -> Bytes {
        primitive!()
    }
}
impl From<String> for Bytes {
    fn from(s: String) -> Bytes {
        primitive!()
    }
}
#[derive(Clone)]
pub struct BytesMut {
    len: usize,
}
impl BytesMut {
    pub fn new() -> BytesMut {
        BytesMut { len: 0 }
    }
    pub fn with_capacity(capacity: usize) -> BytesMut {
        BytesMut { len: 0 }
    }
    pub fn len(&self) -> usize {
        unknown!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn freeze(self) -> Bytes {
        primitive!()
    }
    pub fn extend_from_slice(&mut self, extend: &[u8]) {
        primitive!()
    }
    pub fn clear(&mut self) {
        primitive!()
    }
    pub fn split_to(&mut self, at: usize) -> BytesMut {
        primitive!()
    }
}
impl Deref for BytesMut {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        primitive!()
    }
}
impl DerefMut for BytesMut {
    fn deref_mut(&mut self) -> &mut [u8] {
        primitive!()
    }
}
pub trait Buf {
    fn remaining(&self) -> usize;
    fn chunk(&self) -> &[u8];
    fn advance(&mut self, cnt: usize);
    fn has_remaining(&self) -> bool {
        unknown!()
    }
    fn get_u8(&mut self) -> u8 {
        unknown!()
    }
    fn get_u16(&mut self) -> u16 {
        unknown!()
    }
    fn get_u32(&mut self) -> u32 {
        unknown!()
    }
    fn get_u64(&mut self) -> u64 {
        unknown!()
    }
}
pub unsafe trait BufMut {
    fn put_slice(&mut self, src: &[u8]) {
        unknown!()
    }
    fn put_u8(&mut self, n: u8) {
        unknown!()
    }
    fn put_u16(&mut self, n: u16) {
        unknown!()
    }
    fn put_u32(&mut self, n: u32) {
        unknown!()
    }
    fn put_u64(&mut self, n: u64) {
        unknown!()
    }
}
impl Buf for Bytes {
    fn remaining(&self) -> usize {
        self.len
    }
    fn chunk(&self) -> &[u8] {
        primitive!()
    }
    fn advance(&mut self, cnt: usize) {
        self.len = unknown!();
    }
}
impl Buf for BytesMut {
    fn remaining(&self) -> usize {
        self.len
    }
    fn chunk(&self) -> &[u8] {
        primitive!()
    }
    fn advance(&mut self, cnt: usize) {
        self.len = unknown!();
    }
}
unsafe impl BufMut for BytesMut {}
unsafe impl BufMut for Vec<u8> {}

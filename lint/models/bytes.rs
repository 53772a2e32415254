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

//! `std::string`
use crate::borrow::{Borrow, Cow};
use crate::fmt::Display;
use crate::iter::FromIterator;
use crate::ops::{Add, AddAssign, Deref, DerefMut, Index, RangeBounds};

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct String {
    bytes: u8,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromUtf8Error {
    bytes: u8,
}
impl Clone for String {
    #[same(self)]
    fn clone(&self) -> String {
        primitive!()
    }
}
impl String {
    pub const fn new() -> String {
        primitive!()
    }
    pub fn with_capacity(capacity: usize) -> String {
        primitive!()
    }
    pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> {
        primitive!()
    }
    pub fn from_utf8_lossy(v: &[u8]) -> Cow<'_, str> {
        primitive!()
    }
    pub fn into_bytes(self) -> Vec<u8> {
        primitive!()
    }
    #[same(self)]
    pub const fn as_str(&self) -> &str {
        primitive!()
    }
    pub const fn as_mut_str(&mut self) -> &mut str {
        primitive!()
    }
    pub fn push_str(&mut self, string: &str) {
        primitive!()
    }
    pub fn push(&mut self, ch: char) {
        primitive!()
    }
    pub fn pop(&mut self) -> Option<char> {
        primitive!()
    }
    pub fn insert(&mut self, idx: usize, ch: char) {
        primitive!()
    }
    pub fn insert_str(&mut self, idx: usize, string: &str) {
        primitive!()
    }
    pub fn remove(&mut self, idx: usize) -> char {
        primitive!()
    }
    pub fn truncate(&mut self, new_len: usize) {
        primitive!()
    }
    #[clears(self)]
    pub fn clear(&mut self) {
        primitive!()
    }
    pub const fn len(&self) -> usize {
        self.as_str().len()
    }
    pub const fn is_empty(&self) -> bool {
        self.as_str().is_empty()
    }
    pub fn capacity(&self) -> usize {
        primitive!()
    }
    pub fn reserve(&mut self, additional: usize) {
        primitive!()
    }
    pub const fn as_bytes(&self) -> &[u8] {
        primitive!()
    }
    pub fn split_off(&mut self, at: usize) -> String {
        primitive!()
    }
    pub fn retain<F>(&mut self, f: F)
    where
        F: FnMut(char) -> bool,
    {
        primitive!()
    }
    pub fn drain<R>(&mut self, range: R) -> Drain<'_>
    where
        R: RangeBounds<usize>,
    {
        primitive!()
    }
    pub fn into_boxed_str(self) -> Box<str> {
        primitive!()
    }
}
pub struct Drain<'a> {
    from: &'a mut String,
}
impl Iterator for Drain<'_> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Deref for String {
    type Target = str;
    #[same(self)]
    fn deref(&self) -> &str {
        primitive!()
    }
}
impl DerefMut for String {
    fn deref_mut(&mut self) -> &mut str {
        primitive!()
    }
}
impl Default for String {
    fn default() -> String {
        primitive!()
    }
}
impl<'a> Add<&'a str> for String {
    type Output = String;
    fn add(self, other: &str) -> String {
        primitive!()
    }
}
impl AddAssign<&str> for String {
    fn add_assign(&mut self, other: &str) {
        primitive!()
    }
}
impl<I: crate::slice::SliceIndex<str>> Index<I> for String {
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        primitive!()
    }
}
impl AsRef<str> for String {
    #[same(self)]
    fn as_ref(&self) -> &str {
        primitive!()
    }
}
impl AsRef<[u8]> for String {
    fn as_ref(&self) -> &[u8] {
        primitive!()
    }
}
impl AsRef<[u8]> for str {
    fn as_ref(&self) -> &[u8] {
        primitive!()
    }
}
impl Borrow<str> for String {
    #[same(self)]
    fn borrow(&self) -> &str {
        primitive!()
    }
}
impl PartialEq<str> for String {
    fn eq(&self, other: &str) -> bool {
        unknown!()
    }
}
impl<'a> PartialEq<&'a str> for String {
    fn eq(&self, other: &&'a str) -> bool {
        unknown!()
    }
}
impl crate::fmt::Display for String {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        primitive!()
    }
}
impl crate::fmt::Write for String {
    fn write_str(&mut self, s: &str) -> crate::fmt::Result {
        Ok(())
    }
}
pub trait ToString {
    fn to_string(&self) -> String;
}
impl<T: Display + ?Sized> ToString for T {
    #[same(self)]
    fn to_string(&self) -> String {
        primitive!()
    }
}
impl From<&str> for String {
    #[same(s)]
    fn from(s: &str) -> String {
        primitive!()
    }
}
impl From<&mut str> for String {
    fn from(s: &mut str) -> String {
        primitive!()
    }
}
impl From<&String> for String {
    #[same(s)]
    fn from(s: &String) -> String {
        primitive!()
    }
}
impl From<char> for String {
    fn from(s: char) -> String {
        primitive!()
    }
}
impl From<Box<str>> for String {
    #[same(s)]
    fn from(s: Box<str>) -> String {
        primitive!()
    }
}
impl<'a> From<Cow<'a, str>> for String {
    fn from(s: Cow<'a, str>) -> String {
        s.into_owned()
    }
}
impl From<String> for Vec<u8> {
    fn from(s: String) -> Vec<u8> {
        primitive!()
    }
}
impl From<String> for Box<str> {
    #[same(s)]
    fn from(s: String) -> Box<str> {
        primitive!()
    }
}
impl FromIterator<char> for String {
    fn from_iter<I: IntoIterator<Item = char>>(iter: I) -> String {
        for _ in iter {}
        unknown!()
    }
}
impl Extend<char> for String {
    fn extend<I: IntoIterator<Item = char>>(&mut self, iter: I) {
        for _ in iter {}
    }
}
impl<'a> FromIterator<&'a char> for String {
    fn from_iter<I: IntoIterator<Item = &'a char>>(iter: I) -> String {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Extend<&'a char> for String {
    fn extend<I: IntoIterator<Item = &'a char>>(&mut self, iter: I) {
        for _ in iter {}
    }
}
impl<'a> FromIterator<&'a str> for String {
    fn from_iter<I: IntoIterator<Item = &'a str>>(iter: I) -> String {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Extend<&'a str> for String {
    fn extend<I: IntoIterator<Item = &'a str>>(&mut self, iter: I) {
        for _ in iter {}
    }
}
impl FromIterator<String> for String {
    fn from_iter<I: IntoIterator<Item = String>>(iter: I) -> String {
        for _ in iter {}
        unknown!()
    }
}
impl Extend<String> for String {
    fn extend<I: IntoIterator<Item = String>>(&mut self, iter: I) {
        for _ in iter {}
    }
}
impl FromIterator<Box<str>> for String {
    fn from_iter<I: IntoIterator<Item = Box<str>>>(iter: I) -> String {
        for _ in iter {}
        unknown!()
    }
}
impl Extend<Box<str>> for String {
    fn extend<I: IntoIterator<Item = Box<str>>>(&mut self, iter: I) {
        for _ in iter {}
    }
}
impl<'a> FromIterator<Cow<'a, str>> for String {
    fn from_iter<I: IntoIterator<Item = Cow<'a, str>>>(iter: I) -> String {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Extend<Cow<'a, str>> for String {
    fn extend<I: IntoIterator<Item = Cow<'a, str>>>(&mut self, iter: I) {
        for _ in iter {}
    }
}

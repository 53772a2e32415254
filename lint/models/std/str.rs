//! `std::str`, and the inherent methods of `str` and `char`.
use crate::slice::{Indexes, SliceIndex};

pub trait FromStr: Sized {
    type Err;
    fn from_str(s: &str) -> Result<Self, Self::Err>;
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Utf8Error {
    at: usize,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseBoolError {
    why: (),
}
pub const fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> {
    primitive!()
}
impl FromStr for bool {
    type Err = ParseBoolError;
    fn from_str(s: &str) -> Result<bool, ParseBoolError> {
        primitive!()
    }
}
impl FromStr for String {
    type Err = crate::convert::Infallible;
    fn from_str(s: &str) -> Result<String, crate::convert::Infallible> {
        primitive!()
    }
}
impl str {
    #[polls(self)]
    pub const fn len(&self) -> usize {
        primitive!()
    }
    #[polls(self)]
    pub const fn is_empty(&self) -> bool {
        primitive!()
    }
    #[polls(self)]
    pub const fn as_bytes(&self) -> &[u8] {
        primitive!()
    }
    pub const fn as_ptr(&self) -> *const u8 {
        primitive!()
    }
    pub fn get<I: SliceIndex<str>>(&self, i: I) -> Option<&I::Output> {
        i.get(self)
    }
    pub const fn is_char_boundary(&self, index: usize) -> bool {
        primitive!()
    }
    pub fn split_at(&self, mid: usize) -> (&str, &str) {
        primitive!()
    }
    #[polls(self)]
    pub fn chars(&self) -> Chars<'_> {
        primitive!()
    }
    #[polls(self)]
    pub fn char_indices(&self) -> CharIndices<'_> {
        primitive!()
    }
    #[polls(self)]
    pub fn bytes(&self) -> Bytes<'_> {
        primitive!()
    }
    #[polls(self)]
    pub fn split_whitespace(&self) -> SplitWhitespace<'_> {
        primitive!()
    }
    #[polls(self)]
    pub fn split_ascii_whitespace(&self) -> SplitAsciiWhitespace<'_> {
        primitive!()
    }
    #[polls(self)]
    pub fn lines(&self) -> Lines<'_> {
        primitive!()
    }
    #[polls(self)]
    pub const fn trim(&self) -> &str {
        primitive!()
    }
    #[polls(self)]
    pub const fn trim_start(&self) -> &str {
        primitive!()
    }
    #[polls(self)]
    pub const fn trim_end(&self) -> &str {
        primitive!()
    }
    pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> {
        F::from_str(self)
    }
    #[polls(self)]
    pub fn to_lowercase(&self) -> String {
        primitive!()
    }
    #[polls(self)]
    pub fn to_uppercase(&self) -> String {
        primitive!()
    }
    #[polls(self)]
    pub fn to_ascii_lowercase(&self) -> String {
        primitive!()
    }
    #[polls(self)]
    pub fn to_ascii_uppercase(&self) -> String {
        primitive!()
    }
    pub const fn eq_ignore_ascii_case(&self, other: &str) -> bool {
        if self.is_empty() { other.is_empty() } else { unknown!() }
    }
    pub fn repeat(&self, n: usize) -> String {
        primitive!()
    }
    pub fn into_string(self: Box<Self>) -> String {
        primitive!()
    }
}

// `str::pattern` is unstable: `P` stays free.
pub(crate) mod pattern {
    pub(crate) trait Pattern: Sized {}
    impl Pattern for char {}
    impl Pattern for &str {}
    impl Pattern for &String {}
    impl Pattern for &[char] {}
    impl<const N: usize> Pattern for [char; N] {}
    impl<F: FnMut(char) -> bool> Pattern for F {}
}
use pattern::Pattern;
impl str {
    pub fn contains<P: Pattern>(&self, pat: P) -> bool {
        !self.is_empty() && unknown!()
    }
    pub fn starts_with<P: Pattern>(&self, pat: P) -> bool {
        !self.is_empty() && unknown!()
    }
    pub fn ends_with<P: Pattern>(&self, pat: P) -> bool {
        !self.is_empty() && unknown!()
    }
    #[polls(self)]
    pub fn find<P: Pattern>(&self, pat: P) -> Option<usize> {
        primitive!()
    }
    #[polls(self)]
    pub fn rfind<P: Pattern>(&self, pat: P) -> Option<usize> {
        primitive!()
    }
    pub fn split<P: Pattern>(&self, pat: P) -> Split<'_, P> {
        primitive!()
    }
    pub fn rsplit<P: Pattern>(&self, pat: P) -> RSplit<'_, P> {
        primitive!()
    }
    pub fn splitn<P: Pattern>(&self, n: usize, pat: P) -> SplitN<'_, P> {
        primitive!()
    }
    #[polls(self)]
    pub fn split_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        primitive!()
    }
    #[polls(self)]
    pub fn rsplit_once<P: Pattern>(&self, delimiter: P) -> Option<(&str, &str)> {
        primitive!()
    }
    #[polls(self)]
    pub fn strip_prefix<P: Pattern>(&self, prefix: P) -> Option<&str> {
        primitive!()
    }
    #[polls(self)]
    pub fn strip_suffix<P: Pattern>(&self, suffix: P) -> Option<&str> {
        primitive!()
    }
    #[polls(self)]
    pub fn trim_start_matches<P: Pattern>(&self, pat: P) -> &str {
        primitive!()
    }
    #[polls(self)]
    pub fn trim_end_matches<P: Pattern>(&self, pat: P) -> &str {
        primitive!()
    }
    #[polls(self)]
    pub fn trim_matches<P: Pattern>(&self, pat: P) -> &str {
        primitive!()
    }
    pub fn replace<P: Pattern>(&self, from: P, to: &str) -> String {
        primitive!()
    }
    pub fn replacen<P: Pattern>(&self, pat: P, to: &str, count: usize) -> String {
        primitive!()
    }
}
#[derive(Clone)]
pub struct Chars<'a> {
    text: &'a str,
}
impl<'a> Iterator for Chars<'a> {
    type Item = char;
    #[polls(self)]
    fn next(&mut self) -> Option<char> {
        primitive!()
    }
}
impl<'a> DoubleEndedIterator for Chars<'a> {
    #[polls(self)]
    fn next_back(&mut self) -> Option<char> {
        primitive!()
    }
}
#[derive(Clone)]
pub struct CharIndices<'a> {
    text: &'a str,
}
impl<'a> Iterator for CharIndices<'a> {
    type Item = (usize, char);
    #[polls(self)]
    fn next(&mut self) -> Option<(usize, char)> {
        primitive!()
    }
}
impl<'a> DoubleEndedIterator for CharIndices<'a> {
    #[polls(self)]
    fn next_back(&mut self) -> Option<(usize, char)> {
        primitive!()
    }
}
#[derive(Clone)]
pub struct Bytes<'a> {
    text: &'a str,
}
impl<'a> Iterator for Bytes<'a> {
    type Item = u8;
    #[polls(self)]
    fn next(&mut self) -> Option<u8> {
        primitive!()
    }
}
impl<'a> DoubleEndedIterator for Bytes<'a> {
    #[polls(self)]
    fn next_back(&mut self) -> Option<u8> {
        primitive!()
    }
}
#[derive(Clone)]
pub struct SplitWhitespace<'a> {
    text: &'a str,
}
impl<'a> Iterator for SplitWhitespace<'a> {
    type Item = &'a str;
    #[polls(self)]
    fn next(&mut self) -> Option<&'a str> {
        primitive!()
    }
}
impl<'a> DoubleEndedIterator for SplitWhitespace<'a> {
    #[polls(self)]
    fn next_back(&mut self) -> Option<&'a str> {
        primitive!()
    }
}
#[derive(Clone)]
pub struct SplitAsciiWhitespace<'a> {
    text: &'a str,
}
impl<'a> Iterator for SplitAsciiWhitespace<'a> {
    type Item = &'a str;
    #[polls(self)]
    fn next(&mut self) -> Option<&'a str> {
        primitive!()
    }
}
impl<'a> DoubleEndedIterator for SplitAsciiWhitespace<'a> {
    #[polls(self)]
    fn next_back(&mut self) -> Option<&'a str> {
        primitive!()
    }
}
#[derive(Clone)]
pub struct Lines<'a> {
    text: &'a str,
}
impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;
    #[polls(self)]
    fn next(&mut self) -> Option<&'a str> {
        primitive!()
    }
}
impl<'a> DoubleEndedIterator for Lines<'a> {
    #[polls(self)]
    fn next_back(&mut self) -> Option<&'a str> {
        primitive!()
    }
}
pub struct Split<'a, P: Pattern> {
    text: &'a str,
    pattern: P,
}
impl<'a, P: Pattern> Iterator for Split<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
pub struct RSplit<'a, P: Pattern> {
    text: &'a str,
    pattern: P,
}
impl<'a, P: Pattern> Iterator for RSplit<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
pub struct SplitN<'a, P: Pattern> {
    text: &'a str,
    pattern: P,
}
impl<'a, P: Pattern> Iterator for SplitN<'a, P> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl<I: SliceIndex<str>> crate::ops::Index<I> for str {
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}
impl PartialEq for str {
    fn eq(&self, other: &str) -> bool {
        unknown!()
    }
}
impl Eq for str {}
impl PartialOrd for str {
    fn partial_cmp(&self, other: &str) -> Option<crate::cmp::Ordering> {
        unknown!()
    }
}
impl Ord for str {
    fn cmp(&self, other: &str) -> crate::cmp::Ordering {
        unknown!()
    }
}
impl char {
    pub fn is_alphabetic(self) -> bool {
        unknown!()
    }
    pub fn is_numeric(self) -> bool {
        unknown!()
    }
    pub fn is_alphanumeric(self) -> bool {
        unknown!()
    }
    pub fn is_whitespace(self) -> bool {
        unknown!()
    }
    pub fn is_uppercase(self) -> bool {
        unknown!()
    }
    pub fn is_lowercase(self) -> bool {
        unknown!()
    }
    pub fn is_control(self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_alphabetic(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_digit(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_alphanumeric(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_whitespace(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_uppercase(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_lowercase(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii_punctuation(&self) -> bool {
        unknown!()
    }
    pub const fn is_ascii(&self) -> bool {
        unknown!()
    }
    pub fn is_digit(self, radix: u32) -> bool {
        unknown!()
    }
    pub fn to_digit(self, radix: u32) -> Option<u32> {
        primitive!()
    }
    pub const fn to_ascii_uppercase(&self) -> char {
        primitive!()
    }
    pub const fn to_ascii_lowercase(&self) -> char {
        primitive!()
    }
    pub const fn len_utf8(self) -> usize {
        primitive!()
    }
    pub const fn from_u32(i: u32) -> Option<char> {
        primitive!()
    }
    pub const fn from_digit(num: u32, radix: u32) -> Option<char> {
        primitive!()
    }
}
impl bool {
    pub fn then_some<T>(self, t: T) -> Option<T> {
        if self { Some(t) } else { None }
    }
    pub fn then<T, F: FnOnce() -> T>(self, f: F) -> Option<T> {
        if self { Some(f()) } else { None }
    }
}

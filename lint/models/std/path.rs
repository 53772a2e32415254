//! `std::path`
use crate::borrow::{Borrow, Cow, ToOwned};
use crate::ffi::{OsStr, OsString};
use crate::fs;
use crate::io;
use crate::iter::FromIterator;
use crate::ops::Deref;

pub const MAIN_SEPARATOR: char = '/';
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    inner: OsStr,
}
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PathBuf {
    inner: OsString,
}
pub struct Display<'a> {
    path: &'a Path,
}
impl crate::fmt::Display for Display<'_> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPrefixError(());
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Component<'a> {
    RootDir,
    CurDir,
    ParentDir,
    Normal(&'a OsStr),
}
#[derive(Clone)]
pub struct Components<'a> {
    path: &'a Path,
}
impl<'a> Iterator for Components<'a> {
    type Item = Component<'a>;
    fn next(&mut self) -> Option<Component<'a>> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
#[derive(Clone)]
pub struct Ancestors<'a> {
    path: &'a Path,
}
impl<'a> Iterator for Ancestors<'a> {
    type Item = &'a Path;
    fn next(&mut self) -> Option<&'a Path> {
        if unknown!() { Some(self.path) } else { None }
    }
}
impl Path {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &Path {
        primitive!()
    }
    pub fn as_os_str(&self) -> &OsStr {
        primitive!()
    }
    pub fn to_str(&self) -> Option<&str> {
        primitive!()
    }
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        primitive!()
    }
    pub fn to_path_buf(&self) -> PathBuf {
        primitive!()
    }
    pub fn is_absolute(&self) -> bool {
        primitive!()
    }
    pub fn is_relative(&self) -> bool {
        primitive!()
    }
    pub fn parent(&self) -> Option<&Path> {
        primitive!()
    }
    pub fn ancestors(&self) -> Ancestors<'_> {
        primitive!()
    }
    pub fn file_name(&self) -> Option<&OsStr> {
        primitive!()
    }
    pub fn file_stem(&self) -> Option<&OsStr> {
        primitive!()
    }
    pub fn extension(&self) -> Option<&OsStr> {
        primitive!()
    }
    pub fn components(&self) -> Components<'_> {
        primitive!()
    }
    pub fn display(&self) -> Display<'_> {
        primitive!()
    }
    pub fn metadata(&self) -> io::Result<fs::Metadata> {
        primitive!()
    }
    pub fn symlink_metadata(&self) -> io::Result<fs::Metadata> {
        primitive!()
    }
    pub fn canonicalize(&self) -> io::Result<PathBuf> {
        primitive!()
    }
    pub fn read_link(&self) -> io::Result<PathBuf> {
        primitive!()
    }
    pub fn read_dir(&self) -> io::Result<fs::ReadDir> {
        primitive!()
    }
    pub fn exists(&self) -> bool {
        primitive!()
    }
    pub fn is_file(&self) -> bool {
        primitive!()
    }
    pub fn is_dir(&self) -> bool {
        primitive!()
    }
    pub fn is_symlink(&self) -> bool {
        primitive!()
    }
    pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf {
        primitive!()
    }
    pub fn strip_prefix<P: AsRef<Path>>(&self, base: P) -> Result<&Path, StripPrefixError> {
        primitive!()
    }
    pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool {
        unknown!()
    }
    pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool {
        unknown!()
    }
    pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf {
        primitive!()
    }
    pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {
        primitive!()
    }
}
impl PathBuf {
    pub const fn new() -> PathBuf {
        primitive!()
    }
    pub fn as_path(&self) -> &Path {
        primitive!()
    }
    pub fn push<P: AsRef<Path>>(&mut self, path: P) {
        primitive!()
    }
    pub fn pop(&mut self) -> bool {
        unknown!()
    }
    pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {
        unknown!()
    }
    pub fn set_file_name<S: AsRef<OsStr>>(&mut self, file_name: S) {
        primitive!()
    }
    pub fn into_os_string(self) -> OsString {
        self.inner
    }
}
impl Deref for PathBuf {
    type Target = Path;
    fn deref(&self) -> &Path {
        primitive!()
    }
}
impl ToOwned for Path {
    type Owned = PathBuf;
    fn to_owned(&self) -> PathBuf {
        primitive!()
    }
}
impl Borrow<Path> for PathBuf {
    fn borrow(&self) -> &Path {
        primitive!()
    }
}
impl<T: ?Sized + AsRef<OsStr>> From<&T> for PathBuf {
    fn from(s: &T) -> PathBuf {
        primitive!()
    }
}
impl From<String> for PathBuf {
    fn from(s: String) -> PathBuf {
        primitive!()
    }
}
impl From<OsString> for PathBuf {
    fn from(s: OsString) -> PathBuf {
        primitive!()
    }
}
impl<P: AsRef<Path>> FromIterator<P> for PathBuf {
    fn from_iter<I: IntoIterator<Item = P>>(iter: I) -> PathBuf {
        for _ in iter {}
        unknown!()
    }
}
impl AsRef<Path> for Path {
    fn as_ref(&self) -> &Path {
        primitive!()
    }
}
impl AsRef<Path> for PathBuf {
    fn as_ref(&self) -> &Path {
        primitive!()
    }
}
impl AsRef<Path> for str {
    fn as_ref(&self) -> &Path {
        primitive!()
    }
}
impl AsRef<Path> for String {
    fn as_ref(&self) -> &Path {
        primitive!()
    }
}
impl AsRef<Path> for OsStr {
    fn as_ref(&self) -> &Path {
        primitive!()
    }
}
impl AsRef<Path> for OsString {
    fn as_ref(&self) -> &Path {
        primitive!()
    }
}
impl AsRef<OsStr> for Path {
    fn as_ref(&self) -> &OsStr {
        primitive!()
    }
}
impl AsRef<OsStr> for PathBuf {
    fn as_ref(&self) -> &OsStr {
        primitive!()
    }
}

//! `std::env`
use crate::ffi::{OsStr, OsString};
use crate::io;
use crate::path::{Path, PathBuf};

pub struct Args {
    left: Vec<String>,
}
impl Iterator for Args {
    type Item = String;
    fn next(&mut self) -> Option<String> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl DoubleEndedIterator for Args {
    fn next_back(&mut self) -> Option<String> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl ExactSizeIterator for Args {}
pub fn args() -> Args {
    primitive!()
}
pub struct ArgsOs {
    left: Vec<OsString>,
}
impl Iterator for ArgsOs {
    type Item = OsString;
    fn next(&mut self) -> Option<OsString> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
pub fn args_os() -> ArgsOs {
    primitive!()
}
pub struct Vars {
    left: Vec<(String, String)>,
}
impl Iterator for Vars {
    type Item = (String, String);
    fn next(&mut self) -> Option<(String, String)> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
pub fn vars() -> Vars {
    primitive!()
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VarError {
    NotPresent,
    NotUnicode(OsString),
}
pub fn var<K: AsRef<OsStr>>(key: K) -> Result<String, VarError> {
    primitive!()
}
pub fn var_os<K: AsRef<OsStr>>(key: K) -> Option<OsString> {
    primitive!()
}
pub unsafe fn set_var<K: AsRef<OsStr>, V: AsRef<OsStr>>(key: K, value: V) {
    primitive!()
}
pub unsafe fn remove_var<K: AsRef<OsStr>>(key: K) {
    primitive!()
}
pub fn current_dir() -> io::Result<PathBuf> {
    primitive!()
}
pub fn set_current_dir<P: AsRef<Path>>(path: P) -> io::Result<()> {
    primitive!()
}
pub fn current_exe() -> io::Result<PathBuf> {
    primitive!()
}
pub fn temp_dir() -> PathBuf {
    primitive!()
}

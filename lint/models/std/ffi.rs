//! `std::ffi`
use crate::borrow::{Borrow, Cow, ToOwned};
use crate::ops::Deref;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OsStr {
    bytes: [u8],
}
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct OsString {
    bytes: u8,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CString {
    bytes: u8,
}
#[derive(Debug, PartialEq, Eq)]
pub struct CStr {
    bytes: [u8],
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NulError(pub(crate) usize);
impl OsStr {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &OsStr {
        s.as_ref()
    }
    pub fn to_str(&self) -> Option<&str> {
        primitive!()
    }
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        primitive!()
    }
    pub fn to_os_string(&self) -> OsString {
        primitive!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        primitive!()
    }
}
impl OsString {
    pub const fn new() -> OsString {
        primitive!()
    }
    pub fn as_os_str(&self) -> &OsStr {
        primitive!()
    }
    pub fn into_string(self) -> Result<String, OsString> {
        primitive!()
    }
    pub fn push<T: AsRef<OsStr>>(&mut self, s: T) {
        primitive!()
    }
}
impl Deref for OsString {
    type Target = OsStr;
    fn deref(&self) -> &OsStr {
        primitive!()
    }
}
impl ToOwned for OsStr {
    type Owned = OsString;
    fn to_owned(&self) -> OsString {
        primitive!()
    }
}
impl Borrow<OsStr> for OsString {
    fn borrow(&self) -> &OsStr {
        primitive!()
    }
}
impl<T: ?Sized + AsRef<OsStr>> From<&T> for OsString {
    fn from(s: &T) -> OsString {
        primitive!()
    }
}
impl From<String> for OsString {
    fn from(s: String) -> OsString {
        primitive!()
    }
}
impl CString {
    pub fn new<T: Into<Vec<u8>>>(t: T) -> Result<CString, NulError> {
        primitive!()
    }
    pub fn as_c_str(&self) -> &CStr {
        primitive!()
    }
    pub fn into_raw(self) -> *mut i8 {
        primitive!()
    }
}
impl Deref for CString {
    type Target = CStr;
    fn deref(&self) -> &CStr {
        primitive!()
    }
}
impl CStr {
    pub const unsafe fn from_ptr<'a>(ptr: *const i8) -> &'a CStr {
        primitive!()
    }
    pub const fn as_ptr(&self) -> *const i8 {
        primitive!()
    }
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        primitive!()
    }
}
impl AsRef<OsStr> for OsStr {
    fn as_ref(&self) -> &OsStr {
        primitive!()
    }
}
impl AsRef<OsStr> for OsString {
    fn as_ref(&self) -> &OsStr {
        primitive!()
    }
}
impl AsRef<OsStr> for str {
    fn as_ref(&self) -> &OsStr {
        primitive!()
    }
}
impl AsRef<OsStr> for String {
    fn as_ref(&self) -> &OsStr {
        primitive!()
    }
}

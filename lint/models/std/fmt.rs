//! `std::fmt`
pub type Result = crate::result::Result<(), Error>;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Error;
pub struct Formatter<'a> {
    out: &'a mut String,
}
#[derive(Clone, Copy)]
pub struct Arguments<'a> {
    text: &'a str,
}
pub trait Debug {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait Display {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait LowerHex {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait UpperHex {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result;
}
pub trait Write {
    fn write_str(&mut self, s: &str) -> Result;
    fn write_char(&mut self, c: char) -> Result {
        Ok(())
    }
    fn write_fmt(&mut self, args: Arguments<'_>) -> Result {
        Ok(())
    }
}
pub fn format(args: Arguments<'_>) -> String {
    primitive!()
}
impl<'a> Formatter<'a> {
    pub fn write_str(&mut self, data: &str) -> Result {
        Ok(())
    }
    pub fn write_fmt(&mut self, fmt: Arguments<'_>) -> Result {
        Ok(())
    }
    pub fn pad(&mut self, s: &str) -> Result {
        Ok(())
    }
    pub fn alternate(&self) -> bool {
        unknown!()
    }
    pub fn debug_struct<'b>(&'b mut self, name: &str) -> DebugStruct<'b, 'a> {
        DebugStruct { fmt: self }
    }
    pub fn debug_tuple<'b>(&'b mut self, name: &str) -> DebugTuple<'b, 'a> {
        DebugTuple { fmt: self }
    }
    pub fn debug_list<'b>(&'b mut self) -> DebugList<'b, 'a> {
        DebugList { fmt: self }
    }
}
impl Write for Formatter<'_> {
    fn write_str(&mut self, s: &str) -> Result {
        Ok(())
    }
}
pub struct DebugStruct<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
}
impl<'a, 'b: 'a> DebugStruct<'a, 'b> {
    pub fn field(&mut self, name: &str, value: &dyn Debug) -> &mut DebugStruct<'a, 'b> {
        self
    }
    pub fn finish(&mut self) -> Result {
        Ok(())
    }
    pub fn finish_non_exhaustive(&mut self) -> Result {
        Ok(())
    }
}
pub struct DebugTuple<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
}
impl<'a, 'b: 'a> DebugTuple<'a, 'b> {
    pub fn field(&mut self, value: &dyn Debug) -> &mut DebugTuple<'a, 'b> {
        self
    }
    pub fn finish(&mut self) -> Result {
        Ok(())
    }
}
pub struct DebugList<'a, 'b: 'a> {
    fmt: &'a mut Formatter<'b>,
}
impl<'a, 'b: 'a> DebugList<'a, 'b> {
    pub fn entry(&mut self, entry: &dyn Debug) -> &mut DebugList<'a, 'b> {
        self
    }
    pub fn finish(&mut self) -> Result {
        Ok(())
    }
}

// What the language's own types print as says nothing of handles.
impl Display for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for str {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for bool {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for bool {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for char {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for u8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for u16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for u32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for u64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for u128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for usize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for i8 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for i16 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for i32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for i64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for i128 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for isize {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for f32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for f32 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Display for f64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl Debug for f64 {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl<T: Display + ?Sized> Display for &T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl<T: Display + ?Sized> Display for &mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl<T: Debug + ?Sized> Debug for &T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}
impl<T: Debug + ?Sized> Debug for &mut T {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        Ok(())
    }
}

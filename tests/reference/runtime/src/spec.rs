//! What a worker is to do.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::str::FromStr;

/// What a worker is.
pub enum Kind {
    Thread,
    Task,
    /// A program that is told the door.
    Process(PathBuf),
}

/// What it does: says so many lines, a few each second.
pub struct Spec {
    pub name: String,
    pub lines: u32,
    /// Whether it hangs up once it knows what to do, and hears of no cancel.
    pub stubborn: bool,
}

impl Spec {
    pub fn new(name: &str, lines: u32) -> Spec {
        Spec { name: name.to_owned(), lines, stubborn: false }
    }

    pub fn stubborn(self) -> Spec {
        Spec { stubborn: true, ..self }
    }
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.name, self.lines, self.stubborn)
    }
}

impl FromStr for Spec {
    type Err = io::Error;

    fn from_str(text: &str) -> io::Result<Spec> {
        let mut words = text.split(' ');
        let (Some(name), Some(lines), Some(stubborn)) = (words.next(), words.next(), words.next()) else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        let lines = lines.parse().map_err(io::Error::other)?;
        Ok(Spec { name: name.to_owned(), lines, stubborn: stubborn == "true" })
    }
}

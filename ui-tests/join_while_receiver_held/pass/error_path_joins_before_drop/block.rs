use std::fmt;

#[derive(Debug)]
pub enum LoadError {
    Checksum { block: usize },
    Worker,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::Checksum { block } => write!(f, "bad checksum in block {block}"),
            LoadError::Worker => f.write_str("the reader died"),
        }
    }
}

pub struct Block {
    pub number: usize,
    pub bytes: Vec<u8>,
    pub sum: u8,
}

pub fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| sum ^ byte)
}

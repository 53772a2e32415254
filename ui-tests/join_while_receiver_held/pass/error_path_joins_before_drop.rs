//@ expect: none
//@ effect: none

use std::fmt;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, bounded};

#[derive(Debug)]
enum LoadError {
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

struct Block {
    number: usize,
    bytes: Vec<u8>,
    sum: u8,
}

struct Loader {
    blocks: Receiver<Block>,
    reader: JoinHandle<()>,
}

fn checksum(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| sum ^ byte)
}

fn open(damaged: usize) -> Loader {
    let (out, blocks) = bounded(2);
    let reader = thread::spawn(move || {
        for number in 0..20 {
            let bytes = vec![number as u8; 4 + number];
            let sum = checksum(&bytes) ^ u8::from(number == damaged);
            if out.send(Block { number, bytes, sum }).is_err() {
                return;
            }
        }
    });
    Loader { blocks, reader }
}

fn load(loader: Loader) -> Result<usize, LoadError> {
    let mut size = 0;
    let mut bad = None;
    for block in loader.blocks {
        if checksum(&block.bytes) != block.sum {
            bad = Some(block.number);
            break;
        }
        size += block.bytes.len();
    }
    loader.reader.join().map_err(|_| LoadError::Worker)?;
    match bad {
        Some(block) => Err(LoadError::Checksum { block }),
        None => Ok(size),
    }
}

fn main() {
    for damaged in [99, 3] {
        match load(open(damaged)) {
            Ok(size) => println!("{size} bytes"),
            Err(err) => println!("{err}"),
        }
    }
}

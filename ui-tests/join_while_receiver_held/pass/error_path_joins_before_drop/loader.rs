use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, bounded};

use crate::block::{Block, LoadError, checksum};

pub struct Loader {
    blocks: Receiver<Block>,
    reader: JoinHandle<()>,
}

pub fn open(damaged: usize) -> Loader {
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

pub fn load(loader: Loader) -> Result<usize, LoadError> {
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

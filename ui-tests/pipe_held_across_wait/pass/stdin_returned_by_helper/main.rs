//@ expect: none
//@ effect: none

mod compressor;

use std::io;

use compressor::Compressor;

fn main() -> io::Result<()> {
    let gzip = Compressor::new("gzip").level(12);
    let written = gzip.compress(&[b"aaaa", b"bbbb", b"cc"])?;
    println!("{} bytes, {}", written.bytes, written.status);
    Ok(())
}

//@ expect: none
//@ effect: none

mod compressor;

use std::io::{self, Write};

use compressor::Compressor;

fn dump(rows: &[(&str, u32)], out: &mut impl Write) -> io::Result<()> {
    for (key, value) in rows {
        writeln!(out, "{key}\t{value}")?;
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let rows = [("users", 12), ("orders", 340), ("carts", 7)];
    let mut compressor = Compressor::spawn("cat")?;
    dump(&rows, &mut compressor)?;
    let (status, bytes) = compressor.finish()?;
    println!("{bytes} bytes compressed: {}", status.success());
    Ok(())
}

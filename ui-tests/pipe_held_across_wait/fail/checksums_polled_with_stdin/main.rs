//@ expect: pipe_held_across_wait
//@ effect: hang

mod checksum;

use std::io;

use checksum::Checksum;

fn main() -> io::Result<()> {
    let mut sums = Checksum { children: Vec::new() };
    sums.start("a", b"first file")?;
    sums.start("b", b"second file")?;
    println!("{} clean", sums.collect()?);
    Ok(())
}

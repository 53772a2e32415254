//@ expect: join_while_sender_held
//@ effect: hang

//! A journal in segments. What is done last with a segment is the caller's: at midnight it is sealed, at the size limit
//! only marked, and the wait for its writer, which both share, never ends.

mod rotate;
mod segment;

use std::io;

use rotate::{Totals, rotate};
use segment::Segment;

const LIMIT: usize = 64;

fn main() -> io::Result<()> {
    let mut totals = Totals::default();
    let mut current = Segment::open(1)?;
    let mut filled = 0;
    for hour in 0..24 {
        let line = format!("hour {hour}: all quiet");
        current.append(&line);
        filled += line.len();
    }
    rotate(&mut current, &mut totals, |segment| segment.seal())?;
    println!("midnight: {} bytes in {} segments", totals.bytes, totals.segments);

    current.append("first of the day");
    if filled > LIMIT {
        rotate(&mut current, &mut totals, |segment| segment.mark())?;
        println!("size: {} bytes in {} segments", totals.bytes, totals.segments);
    }
    current.seal();
    totals.bytes += current.written();
    println!("{} bytes in all", totals.bytes);
    Ok(())
}

//! Turning from one segment to the next.

use std::io;

use crate::segment::Segment;

#[derive(Default)]
pub struct Totals {
    pub segments: u32,
    pub bytes: u64,
}

/// Puts the next segment in place of the current one, after the caller's last step on it.
pub fn rotate<F>(current: &mut Segment, totals: &mut Totals, last: F) -> io::Result<()>
where
    F: FnOnce(&mut Segment),
{
    let next = Segment::open(current.number() + 1)?;
    let mut done = std::mem::replace(current, next);
    last(&mut done);
    totals.bytes += done.written();
    totals.segments += 1;
    Ok(())
}

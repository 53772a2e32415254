//! How a worker is ended.

use std::io;
use std::time::Duration;

use crate::registry::Entry;

/// How long a worker may take to end, by itself or once it was asked to.
const GRACE: Duration = Duration::from_millis(100);

/// Waits for a worker to end, asks it to, ends it: whatever it takes. Then what it has said is passed on, and nobody waits for more.
pub fn destroy(entry: &mut Entry) -> io::Result<()> {
    let ended = end(entry);
    entry.lines.abort();
    if let Some(relay) = entry.relay.take() {
        // must_abort: allow(unbounded_teardown_wait): the abort has just ended it
        relay.join().map_err(|_| io::Error::other("the relay panicked"))?;
    }
    ended
}

/// One that has to be killed has not done what it should.
fn end(entry: &mut Entry) -> io::Result<()> {
    if entry.worker.join(GRACE) {
        return Ok(());
    }
    if entry.link.cancel().is_ok() && entry.worker.join(GRACE) {
        return Ok(());
    }
    entry.worker.kill()?;
    Err(io::ErrorKind::TimedOut.into())
}

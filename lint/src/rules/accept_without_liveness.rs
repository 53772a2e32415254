//! A worker was started and is waited for to connect, whether it still lives or not.
//!
//! ## What it does
//!
//! Reports an `accept` without a deadline after a process or thread was started that was told the listener's address.
//!
//! ## Why it hangs
//!
//! The program that was started may end before it connects: it is not installed right, its arguments are wrong, it crashes. Nobody else
//! connects, and the wait does not see that it is gone.
//!
//! ## Example
//!
//! ```no_run
//! # fn main() -> std::io::Result<()> {
//! use std::net::TcpListener;
//! use std::process::Command;
//! let listener = TcpListener::bind("127.0.0.1:0")?;
//! let mut helper = Command::new("helper").arg(listener.local_addr()?.to_string()).spawn()?;
//! let (stream, _) = listener.accept()?;
//! # drop(stream);
//! # helper.wait().map(drop)
//! # }
//! ```
//!
//! ## Use instead
//!
//! ```no_run
//! # fn main() -> std::io::Result<()> {
//! use std::net::TcpListener;
//! use std::process::Command;
//! use std::{io, thread, time::Duration};
//! let listener = TcpListener::bind("127.0.0.1:0")?;
//! let mut helper = Command::new("helper").arg(listener.local_addr()?.to_string()).spawn()?;
//! listener.set_nonblocking(true)?;
//! let stream = loop {
//!     match listener.accept() {
//!         Ok((stream, _)) => break stream,
//!         Err(err) if err.kind() != io::ErrorKind::WouldBlock => return Err(err),
//!         Err(_) if helper.try_wait()?.is_some() => return Err(io::ErrorKind::BrokenPipe.into()),
//!         Err(_) => thread::sleep(Duration::from_millis(10)),
//!     }
//! };
//! # drop(stream);
//! # helper.wait().map(drop)
//! # }
//! ```
//!
//! In async code, a `select!` of the `accept` and the child's `wait`, or a deadline around it.
//!
//! ## Known limits
//!
//! The listener, the start and the `accept` must stand in one function; an address that both sides know by heart is not seen to be one.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::{HazardKind, Sight};
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "accept_without_liveness",
    level: Level::Warn,
    pedantic: false,
    effect: "hang",
    docs: include_str!("accept_without_liveness.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    if !matches!(story.hazard.kind, HazardKind::Sight(Sight::AcceptUnguarded { .. })) {
        return None;
    }
    Some(Finding {
        at: story.hazard.at,
        message: "this waits for a worker to connect, and does not notice when the worker ends first".to_owned(),
        label: "waits for ever if the worker never connects".to_owned(),
        help: "wait for the worker's end at the same time, or give this a deadline".to_owned(),
    })
}

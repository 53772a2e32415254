//! A socket is dropped to wake whoever reads from a duplicate of it.
//!
//! ## What it does
//!
//! Reports the drop of a socket, by `drop`, an assignment or a function that consumes it, before a wait for a worker that reads from a
//! `try_clone` of that socket until EOF.
//!
//! ## Why it hangs
//!
//! A connection is closed when its last handle goes, and the reader has one. The drop changes nothing, and the read goes on until the peer
//! hangs up of its own accord.
//!
//! ## Example
//!
//! ```no_run
//! use std::{io, net::TcpStream, thread};
//! # fn main() -> io::Result<()> {
//! let stream = TcpStream::connect("127.0.0.1:7000")?;
//! let mut half = stream.try_clone()?;
//! let reader = thread::spawn(move || io::copy(&mut half, &mut io::stdout()));
//! drop(stream);
//! println!("{:?}", reader.join());
//! # Ok(())
//! # }
//! ```
//!
//! ## Use instead
//!
//! ```no_run
//! use std::net::{Shutdown, TcpStream};
//! use std::{io, thread};
//! # fn main() -> io::Result<()> {
//! let stream = TcpStream::connect("127.0.0.1:7000")?;
//! let mut half = stream.try_clone()?;
//! let reader = thread::spawn(move || io::copy(&mut half, &mut io::stdout()));
//! stream.shutdown(Shutdown::Both)?;
//! println!("{:?}", reader.join());
//! # Ok(())
//! # }
//! ```
//!
//! ## Known limits
//!
//! A handle that merely goes out of scope is not reported: nobody meant to wake anybody by it. A peer out of view may hang up by itself at
//! that moment; somebody in view who lets go of a socket is taken to be the peer.

use super::story::Story;
use super::{Finding, Rule};
use crate::analysis::hazard::HazardKind;
use crate::diagnostic::Level;

/// The rule.
pub const RULE: Rule = Rule {
    id: "close_without_shutdown",
    level: Level::Warn,
    pedantic: false,
    effect: "hang",
    docs: include_str!("close_without_shutdown.rs"),
    judge,
};

fn judge(story: &Story<'_, '_>) -> Option<Finding> {
    let HazardKind::Severed { worker, .. } = story.hazard.kind else { return None };
    let kind = story.kind(story.worker(worker)?);
    Some(Finding {
        at: story.hazard.at,
        message: format!("this does not wake the {kind} that reads from a duplicate of the socket"),
        label: "the connection stays open: the duplicate still holds it".to_owned(),
        help: "shut the socket down before this: `shutdown(Shutdown::Both)` ends the reads on its duplicates too".to_owned(),
    })
}

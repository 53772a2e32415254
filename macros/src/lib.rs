//! Attributes that mark channel types, workers and the functions that feed, end and wait for them.
//!
//! `cargo lint` reads these attributes from the source; the compiler only checks their form. Each of them leaves its
//! item as it is and costs nothing at run time. The one exception is [`macro@must_abort`], which adds `#[must_use]`.
//!
//! ```
//! use std::sync::{Condvar, Mutex};
//!
//! use must_abort::{aborts, must_abort, parks, sends};
//!
//! /// A slot that a reader waits on. Whoever lets it go without `abort` leaves the reader parked.
//! #[must_abort(abort)]
//! struct Slot {
//!     state: Mutex<Option<u32>>,
//!     changed: Condvar,
//! }
//!
//! impl Slot {
//!     #[sends(self)]
//!     fn put(&self, value: u32) {
//!         *self.state.lock().unwrap() = Some(value);
//!         self.changed.notify_all();
//!     }
//!
//!     #[parks(self)]
//!     fn get(&self) -> Option<u32> {
//!         let state = self.state.lock().unwrap();
//!         *self.changed.wait_while(state, |value| value.is_none()).unwrap()
//!     }
//!
//!     #[aborts(self)]
//!     fn abort(&self) {
//!         self.put(0);
//!     }
//! }
//! # fn main() {}
//! ```
//!
//! # Arguments
//!
//! - A *place* is `self`, a parameter, or a field of one: `self.inner`, `chan`, `pair.0`. On a function, an attribute
//!   that takes places means `self` when it names none, or the handles among its parameters where there is no `self`.
//! - A *word* is a bare name that switches something on: `deadline`, `lossy`, a worker's kind.
//! - A *setting* is `name = value`.
//!
//! A wrong argument is a compile error at the token that is wrong, and all of them are reported at once.
//!
//! # Imports
//!
//! The linter goes by resolved path. A renamed import, `#[must_abort::aborts]`, an attribute inside `cfg_attr` and one
//! that another crate exports again all count, and `use must_abort::*` hides no attribute of the language.

mod ast;
mod attr;
mod expand;
mod target;
mod valid;

use proc_macro::TokenStream;

use crate::attr::Attr;

/// Values of this type are handles of a channel whose peer stays parked until one of the named methods is called.
///
/// On a struct, enum, union, trait or type alias. With no method named, any method marked
/// [`#[aborts(self)]`](macro@aborts) ends the wait, and if there is none, `abort`.
///
/// - `on_drop = "silent"` (the default): a dropped handle tells the peer nothing. `"eof"`: the last handle's drop
///   signals the end. `"abort"`: the type's own `Drop` aborts.
/// - `role = "both"` (the default), `"sender"`, `"receiver"`, `"weak"`; `"signal"` for a flag or token, `"lock"` for a
///   mutex.
///
/// Adds `#[must_use]` where the language allows it and the item has none. That the named methods exist is checked by
/// the linter: an attribute on a type cannot see its impls.
///
/// ```
/// use must_abort::must_abort;
///
/// #[must_abort(abort, close)]
/// struct Upload {
///     name: String,
/// }
///
/// impl Upload {
///     fn close(self) {}
///     fn abort(self) {}
/// }
/// # fn main() { Upload { name: String::new() }.close(); Upload { name: String::new() }.abort(); }
/// ```
#[proc_macro_attribute]
pub fn must_abort(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::MustAbort, args.into(), &item.into()).into()
}

/// Values of this struct are handles of a worker: `thread`, `task`, `blocking`, `scoped` or `process`.
///
/// `on_drop` says what letting the handle go does to the worker: `"detach"` (the default), `"abort"`, `"join"`,
/// `"kill"`.
///
/// ```
/// use must_abort::worker;
///
/// #[worker(thread, on_drop = "join")]
/// struct Pool {
///     thread: Option<std::thread::JoinHandle<()>>,
/// }
///
/// impl Drop for Pool {
///     fn drop(&mut self) {
///         if let Some(thread) = self.thread.take() {
///             let _ = thread.join();
///         }
///     }
/// }
/// # fn main() {}
/// ```
#[proc_macro_attribute]
pub fn worker(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Worker, args.into(), &item.into()).into()
}

/// When this function returns, the named handles are aborted: whoever is parked on them wakes.
///
/// `on = "all"` (the default) promises it for every exit, `on = "ok"` for success only. The linter checks the body.
///
/// ```
/// use must_abort::{aborts, must_abort};
///
/// #[must_abort]
/// struct Upload;
///
/// impl Upload {
///     #[aborts]
///     fn stop(self, why: &str) {
///         eprintln!("{why}");
///     }
/// }
///
/// #[aborts(upload, on = "ok")]
/// fn refuse(upload: Upload) -> std::io::Result<()> {
///     upload.stop("refused");
///     Ok(())
/// }
/// # fn main() { refuse(Upload).unwrap(); }
/// ```
#[proc_macro_attribute]
pub fn aborts(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Aborts, args.into(), &item.into()).into()
}

/// Gives the peers of the named handle EOF.
///
/// ```
/// # struct Pipe;
/// impl Pipe {
///     #[must_abort::closes(self)]
///     fn finish(&self) {}
/// }
/// # fn main() { Pipe.finish(); }
/// ```
#[proc_macro_attribute]
pub fn closes(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Closes, args.into(), &item.into()).into()
}

/// Sends a message and so wakes one peer. With `lossy` it may fail, and lose the message, when the channel is full.
///
/// ```
/// # struct Pipe;
/// impl Pipe {
///     #[must_abort::sends(self, lossy)]
///     fn offer(&self, value: u32) -> Result<(), u32> {
///         Err(value)
///     }
/// }
/// # fn main() { Pipe.offer(1).unwrap_err(); }
/// ```
#[proc_macro_attribute]
pub fn sends(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Sends, args.into(), &item.into()).into()
}

/// Blocks until a message, EOF or an abort arrives on the named handle.
///
/// With `deadline` time ends the wait as well (`#[parks(deadline)]` alone is a sleep). `until = "eof"`: no single
/// message ends it, only EOF or an abort does.
///
/// ```
/// # use std::time::Duration;
/// # struct Pipe;
/// impl Pipe {
///     #[must_abort::parks(self, deadline)]
///     fn next_within(&self, limit: Duration) -> Option<u32> {
/// #       let _ = limit;
///         None
///     }
/// }
/// # fn main() { Pipe.next_within(Duration::ZERO); }
/// ```
#[proc_macro_attribute]
pub fn parks(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Parks, args.into(), &item.into()).into()
}

/// Returns both ends of one new channel: `tx` and `rx` are positions in the returned tuple.
///
/// `capacity` is a number, a parameter or `"unbounded"`; 0 is a rendezvous. With no argument the result is the only
/// handle of one new object.
///
/// ```
/// # use std::sync::mpsc::{sync_channel, Receiver, SyncSender};
/// #[must_abort::pairs(tx = 0, rx = 1, capacity = room)]
/// fn queue(room: usize) -> (SyncSender<u32>, Receiver<u32>) {
///     sync_channel(room)
/// }
/// # fn main() { queue(1); }
/// ```
#[proc_macro_attribute]
pub fn pairs(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Pairs, args.into(), &item.into()).into()
}

/// The result is one more handle of the same object: a clone, a subscription, a weak or an upgraded one.
///
/// ```
/// # #[derive(Default)]
/// # struct Bus;
/// impl Bus {
///     #[must_abort::same(self)]
///     fn subscribe(&self) -> Bus {
///         Bus
///     }
/// }
/// # fn main() { Bus.subscribe(); }
/// ```
#[proc_macro_attribute]
pub fn same(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Same, args.into(), &item.into()).into()
}

/// Looks at a flag, a token or a worker without waiting for it.
///
/// ```
/// # struct Token(bool);
/// impl Token {
///     #[must_abort::polls(self)]
///     fn is_cancelled(&self) -> bool {
///         self.0
///     }
/// }
/// # fn main() { Token(true).is_cancelled(); }
/// ```
#[proc_macro_attribute]
pub fn polls(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Polls, args.into(), &item.into()).into()
}

/// Raises a flag or a token.
///
/// ```
/// # use std::cell::Cell;
/// # struct Token(Cell<bool>);
/// impl Token {
///     #[must_abort::sets(self)]
///     fn cancel(&self) {
///         self.0.set(true);
///     }
/// }
/// # fn main() { Token(Cell::new(false)).cancel(); }
/// ```
#[proc_macro_attribute]
pub fn sets(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Sets, args.into(), &item.into()).into()
}

/// A container takes the named value in, where no body in Rust can say it.
///
/// ```
/// # struct Table;
/// impl Table {
///     #[must_abort::puts(handle)]
///     fn register(&self, handle: std::thread::JoinHandle<()>) {
///         std::mem::forget(handle);
///     }
/// }
/// # fn main() { Table.register(std::thread::spawn(|| ())); }
/// ```
#[proc_macro_attribute]
pub fn puts(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Puts, args.into(), &item.into()).into()
}

/// A container hands out what it holds, where no body in Rust can say it.
///
/// ```
/// # struct Table;
/// impl Table {
///     #[must_abort::gets(self)]
///     fn take(&self, id: u32) -> Option<std::thread::JoinHandle<()>> {
/// #       let _ = id;
///         None
///     }
/// }
/// # fn main() { Table.take(1); }
/// ```
#[proc_macro_attribute]
pub fn gets(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Gets, args.into(), &item.into()).into()
}

/// A container drops all that it holds, where no body in Rust can say it.
///
/// ```
/// # struct Table;
/// impl Table {
///     #[must_abort::clears(self)]
///     fn reset(&self) {}
/// }
/// # fn main() { Table.reset(); }
/// ```
#[proc_macro_attribute]
pub fn clears(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Clears, args.into(), &item.into()).into()
}

/// Starts a worker (`thread`, `task`, `blocking`, `scoped`, `process`) that holds all that `runs` captured; the result
/// is its handle.
///
/// ```
/// # use std::thread::JoinHandle;
/// #[must_abort::spawns(thread, runs = work)]
/// fn background(work: impl FnOnce() + Send + 'static) -> JoinHandle<()> {
///     std::thread::spawn(work)
/// }
/// # fn main() { background(|| ()).join().unwrap(); }
/// ```
#[proc_macro_attribute]
pub fn spawns(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Spawns, args.into(), &item.into()).into()
}

/// Waits for the end of the named worker; with `deadline` time ends the wait as well.
///
/// ```
/// # use std::thread::JoinHandle;
/// #[must_abort::joins(worker)]
/// fn finish(worker: JoinHandle<()>) {
///     let _ = worker.join();
/// }
/// # fn main() { finish(std::thread::spawn(|| ())); }
/// ```
#[proc_macro_attribute]
pub fn joins(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Joins, args.into(), &item.into()).into()
}

/// Ends the named worker.
///
/// ```
/// # use std::process::Child;
/// #[must_abort::kills(child)]
/// fn stop(child: &mut Child) -> std::io::Result<()> {
///     child.kill()
/// }
/// # fn main() {}
/// ```
#[proc_macro_attribute]
pub fn kills(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Kills, args.into(), &item.into()).into()
}

/// Lets the named worker go on purpose.
///
/// ```
/// # use std::thread::JoinHandle;
/// #[must_abort::detaches(worker)]
/// fn forget(worker: JoinHandle<()>) {
///     drop(worker);
/// }
/// # fn main() { forget(std::thread::spawn(|| ())); }
/// ```
#[proc_macro_attribute]
pub fn detaches(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Detaches, args.into(), &item.into()).into()
}

/// Takes over a handle that Rust's moves do not show: a raw descriptor, a process id, a registry's key.
///
/// ```
/// # struct Registry;
/// impl Registry {
///     #[must_abort::owns(pid)]
///     fn adopt(&self, pid: u32) {
/// #       let _ = pid;
///     }
/// }
/// # fn main() { Registry.adopt(1); }
/// ```
#[proc_macro_attribute]
pub fn owns(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Owns, args.into(), &item.into()).into()
}

/// Uses a handle that looks as if it were taken over, and leaves it with the caller.
///
/// ```
/// # struct Registry;
/// impl Registry {
///     #[must_abort::borrows(pid)]
///     fn look_at(&self, pid: u32) -> bool {
///         pid > 0
///     }
/// }
/// # fn main() { Registry.look_at(1); }
/// ```
#[proc_macro_attribute]
pub fn borrows(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::Borrows, args.into(), &item.into()).into()
}

/// Accepts a finding of one rule anywhere in this item. The rule and a reason are both required.
///
/// Rust takes attribute macros on items only. On a statement, write a comment on the line above it or at its end:
/// `// must_abort: allow(rule): reason`.
///
/// ```
/// # use std::sync::mpsc::Receiver;
/// #[must_abort::allow_hang(recv_while_sender_held, reason = "the process ends by a signal")]
/// fn serve(jobs: &Receiver<u32>) {
///     for job in jobs {
///         println!("{job}");
///     }
/// }
/// # fn main() {}
/// ```
#[proc_macro_attribute]
pub fn allow_hang(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(Attr::AllowHang, args.into(), &item.into()).into()
}

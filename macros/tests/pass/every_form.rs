//! Every attribute in every form that the documentation names.
#![deny(warnings)]
#![allow(dead_code)]

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use must_abort::*;

#[must_abort]
struct Plain(u32);

#[must_abort(abort, close, on_drop = "silent")]
#[derive(Clone, Default)]
struct Named {
    inner: Option<u32>,
}

#[must_abort(role = "sender", on_drop = "eof")]
enum Sender {
    Local,
    Remote(u32),
}

#[must_abort(on_drop = "abort", role = "receiver",)]
trait Inlet {
    #[parks(self)]
    fn next(&self) -> Option<u32>;

    #[aborts(self)]
    fn abort(&self) {}
}

#[must_abort(role = "weak")]
#[must_use = "already there"]
pub(crate) union Bits {
    int: u32,
}

#[must_abort(cancel, role = "signal")]
type Token = Named;

#[must_abort(role = "both")]
#[cfg_attr(not(any()), must_use)]
struct Conditional;

#[derive(Clone, Debug)]
#[must_use]
#[must_abort(abort)]
/// Attributes above, between and below.
#[non_exhaustive]
pub struct Between<'a, T: ?Sized + 'a, const N: usize = 1>(std::rc::Rc<[&'a u8; N]>, std::rc::Rc<T>)
where
    T: Sync;

#[worker(thread)]
struct Thread(JoinHandle<()>);
#[worker(task, on_drop = "detach")]
struct Task;
#[worker(blocking, on_drop = "abort")]
struct Blocking;
#[worker(scoped, on_drop = "join")]
struct Scoped<'scope>(&'scope u32);
#[worker(process, on_drop = "kill")]
struct Process;

impl Named {
    #[aborts]
    fn abort(self) {}

    #[aborts(self)]
    fn stop(&mut self) {}

    #[aborts(chan, self.inner, on = "all")]
    fn stop_both(&mut self, chan: Plain) {
        let _ = (&self.inner, chan.0);
    }

    #[aborts(self, on = "ok")]
    async fn try_stop(&mut self) -> Result<(), ()> {
        Err(())
    }

    #[closes(self)]
    #[must_use]
    pub(crate) const fn close(&self) -> bool {
        true
    }

    #[sends(self)]
    fn send(&self, _value: u32) {}

    #[sends(self, lossy)]
    fn try_send(&self, value: u32) -> Result<(), u32> {
        Err(value)
    }

    #[parks(self)]
    fn recv(&self) -> Option<u32> {
        self.inner
    }

    #[parks(self, deadline)]
    fn recv_timeout(&self, _limit: Duration) -> Option<u32> {
        self.inner
    }

    #[parks(self, until = "eof")]
    unsafe extern "C" fn drain(&self) {}

    #[same(self)]
    fn subscribe(&self) -> Self {
        self.clone()
    }

    #[polls(self)]
    fn is_set(&self) -> bool {
        self.inner.is_some()
    }

    #[sets(self)]
    fn set(&mut self) {
        self.inner = Some(1);
    }

    #[puts(handle)]
    fn put(&mut self, handle: u32) {
        self.inner = Some(handle);
    }

    #[gets(self)]
    fn get(&mut self) -> Option<u32> {
        self.inner.take()
    }

    #[clears(self)]
    fn clear(&mut self) {
        self.inner = None;
    }
}

#[parks(deadline)]
fn nap() {}

#[pairs(tx = 0, rx = 1, capacity = room)]
fn bounded(room: usize) -> (SyncSender<u32>, Receiver<u32>) {
    mpsc::sync_channel(room)
}

#[pairs(tx = 0, rx = 1, capacity = 0)]
fn rendezvous() -> (SyncSender<u32>, Receiver<u32>) {
    mpsc::sync_channel(0)
}

#[pairs(tx = 1, rx = 0, capacity = "unbounded")]
fn unbounded() -> (Receiver<u32>, mpsc::Sender<u32>) {
    let (tx, rx) = mpsc::channel();
    (rx, tx)
}

#[pairs]
fn token() -> Token {
    Named::default()
}

#[spawns(thread, runs = f)]
fn start<F: FnOnce() + Send + 'static>(f: F) -> JoinHandle<()> {
    thread::spawn(f)
}

#[spawns(process)]
fn start_process() -> Process {
    Process
}

#[joins(worker)]
fn join(worker: JoinHandle<()>) {
    let _ = worker.join();
}

#[joins(worker, deadline, on = "ok")]
fn join_within((worker, _limit): (JoinHandle<()>, Duration)) -> Result<(), ()> {
    worker.join().map_err(drop)
}

#[kills(worker.0)]
#[detaches(worker)]
fn kill(worker: Thread) {
    drop(worker.0);
}

#[owns(pid)]
#[borrows(table, key)]
fn adopt(pid: u32, table: &mut Vec<u32>, key: usize) {
    table[key] = pid;
}

#[aborts]
fn refuse(upload: Plain, _why: &str) {
    drop(upload);
}

#[allow_hang(recv_while_sender_held, reason = "the process ends by a signal")]
mod accepted {
    #[crate::allow_hang(leaked_sender, reason = "one for the whole run")]
    pub(crate) static ONCE: u32 = 1;
    #[crate::allow_hang(leaked_sender, reason = "one for the whole run")]
    pub(crate) const TWICE: u32 = 2;
}

#[allow_hang(dropped_without_abort, reason = "an impl is an item")]
impl Plain {
    #[allow_hang(dropped_without_abort, reason = "so is what stands in it")]
    const ZERO: u32 = 0;
}

#[cfg_attr(any(), must_abort::allow_hang(eof_ignored, reason = "never expanded"))]
fn main() {
    #[allow_hang(abandoned_worker, reason = "so is a function in a function")]
    fn inner() {}
    inner();
}

//! Objects: what handles are handles of.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::fingerprint::Memo;
use super::hoard::Brought;
use super::rounds::Bound;
use super::state::Fork;
use super::trace::{Called, Cond, Event, EventKind};
use super::value::{Loc, ObjId, Val};
use crate::base::FileSpan;
use crate::ir::{AdtId, BlockId, BodyId, FnId, OnDrop, WorkerKind};

/// An object.
#[derive(Clone, Debug)]
pub struct Obj {
    /// What it is.
    pub kind: ObjKind,
    /// Where it was made (for one from outside: where it came in).
    pub made: FileSpan,
    /// What the user calls it.
    pub name: Called,
    /// Whether handles of it are out of view.
    pub escaped: bool,
    /// What it adds to fingerprints.
    pub memo: Memo,
}

impl Obj {
    /// Whether it is something that actors wait for, and not only memory or a lock.
    pub fn is_waited_for(&self) -> bool {
        matches!(self.kind, ObjKind::Chan(_) | ObjKind::Worker(_) | ObjKind::Signal(_))
    }
}

/// What an object is.
#[derive(Clone, Debug)]
pub enum ObjKind {
    /// A channel.
    Chan(Chan),
    /// A worker.
    Worker(Worker),
    /// Memory behind a pointer: `Arc`, `Rc`, a static, what a reference from outside refers to.
    Cell(Cell),
    /// A flag, token, notify.
    Signal(Signal),
    /// A mutex.
    Lock(Lock),
}

/// A channel.
#[derive(Clone, Debug)]
pub struct Chan {
    /// Whether its EOF was seen on the path: nobody sends any more.
    pub ended: bool,
    /// Whether it holds only so many messages.
    pub bounded: bool,
    /// How many messages it holds; `None`: any number, or, where it is bounded, nobody knows how many.
    pub capacity: Option<u64>,
    /// Whether the drop of the last sender is EOF.
    pub eof: bool,
    /// Whether a `#[must_abort]` obligation hangs on it.
    pub due: Option<AdtId>,
    /// Whether a worker that had a handle of it has ended by itself: who would have waited on it does so no more.
    pub deserted: bool,
    /// Where it was closed or aborted.
    pub closed: Option<FileSpan>,
    /// Messages that are in it for sure.
    pub queue: Vec<Val>,
    /// How many were taken out by the path's own actor.
    pub received: u32,
    /// How many it put in.
    pub sent: u32,
    /// What can be looked at without taking it out, as far as it is known: what it was made with, or was last set to.
    pub shown: Val,
    /// Whether what it stands for is external: a socket, a pipe of another process.
    pub external: bool,
    /// The channel in whose message an end of it came to the running actor.
    pub came: Option<ObjId>,
}

/// A worker.
#[derive(Clone, Debug)]
pub struct Worker {
    /// Which kind.
    pub kind: WorkerKind,
    /// What the drop of its handle does.
    pub on_drop: OnDrop,
    /// What it runs, with all that it owns; `Uninit` once it is done.
    pub code: Val,
    /// The body that it runs, if in view.
    pub body: Option<BodyId>,
    /// What became of it.
    pub status: Status,
    /// What it does.
    pub behaviour: Rc<Behaviour>,
    /// Whether somebody waited for its end without success.
    pub gave_up: Option<FileSpan>,
    /// Whether a kill or abort was sent.
    pub killed: Option<FileSpan>,
    /// The executor that runs it, if it is a task of one in view.
    pub runs_on: Option<ObjId>,
    /// How often the path's own actor had given its thread back when it was started.
    pub born: u32,
}

impl Worker {
    /// Whether it is a task that goes round or waits without ever letting go of its thread: an abort does not arrive there.
    pub fn never_yields(&self) -> bool {
        let yielded = |event: &Event| matches!(event.kind, EventKind::Yielded(_));
        let waits = |events: &[Event]| {
            let blocks = |at: usize| {
                let waits = matches!(&events[at].kind, EventKind::Waits(conds) if *conds != [Cond::Time]);
                waits && !(at > 0 && yielded(&events[at - 1]))
            };
            (0..events.len()).any(blocks)
        };
        let paths = &self.behaviour.paths;
        self.kind == WorkerKind::Task
            && !self.behaviour.unknown
            && paths.iter().any(|path| path.end == PathEnd::Loops || waits(&path.events))
            && !paths.iter().any(|path| path.events.iter().any(|event| event.kind == EventKind::Yielded(true)))
    }

    /// Whether it is a task that does something once some time has passed, and ends: let go of, it is gone soon.
    pub fn is_delay(&self) -> bool {
        let in_time = |conds: &[Cond]| conds.iter().all(|cond| matches!(cond, Cond::Time | Cond::Lock(_) | Cond::Share(_)));
        let waits = |event: Option<&Event>| matches!(event.map(|event| &event.kind), Some(EventKind::Waits(conds)) if in_time(conds));
        // A loop that waits may go on for long; one that does not is over soon.
        let again = |path: &WorkerPath, at: usize| {
            let looping = path.end == PathEnd::Loops && at >= path.round;
            looping || path.events[..at].iter().any(|event| matches!(event.kind, EventKind::Again(_)))
        };
        let passes = |(at, event): (usize, &Event), path: &WorkerPath| match &event.kind {
            EventKind::Yielded(_) => waits(path.events.get(at + 1)),
            EventKind::Waits(conds) => in_time(conds) && !again(path, at),
            EventKind::Blocks(..) => false,
            _ => true,
        };
        let soon = |path: &WorkerPath| {
            !matches!(path.end, PathEnd::Parked | PathEnd::Exit) && path.events.iter().enumerate().all(|event| passes(event, path))
        };
        self.kind == WorkerKind::Task
            && !self.behaviour.unknown
            && self.behaviour.paths.iter().any(|path| path.end == PathEnd::Return)
            && self.behaviour.paths.iter().all(soon)
            && self.behaviour.events().any(|event| matches!(&event.kind, EventKind::Waits(conds) if *conds == [Cond::Time]))
    }
}

/// What became of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It runs, as far as one can tell.
    Running,
    /// It has ended.
    Done,
}

/// Memory.
#[derive(Clone, Debug)]
pub struct Cell {
    /// What is in it.
    pub content: Val,
    /// Whether other actors can reach it.
    pub shared: bool,
    /// Whether nothing ever drops it: a static.
    pub forever: bool,
}

/// A flag, token, notify.
#[derive(Clone, Debug)]
pub struct Signal {
    /// What it was last set to in view.
    pub value: Val,
    /// Whether it was set at all.
    pub set: bool,
    /// Whether it stays set, so that one may come late and still see it: a flag, a token. A condition variable wakes only who waits.
    pub lasting: bool,
}

/// A mutex.
#[derive(Clone, Debug)]
pub struct Lock {
    /// Where the path's own actor took it, while it holds it.
    pub held: Option<FileSpan>,
    /// How often the path's own actor holds it for reading.
    pub readers: u32,
}

/// Whether a worker of which not all is known has an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Endless {
    /// It may have one.
    #[default]
    No,
    /// None once no message comes any more.
    Untold,
    /// None.
    Always,
}

/// What a worker does: the paths through its code.
#[derive(Clone, Debug, Default)]
pub struct Behaviour {
    /// The paths.
    pub paths: Vec<WorkerPath>,
    /// Whether something on the way was not known, so that paths may be missing.
    pub unknown: bool,
    /// Whether, of paths that are not all known, it is known that none leads to an end.
    pub endless: Endless,
    /// The workers that it starts.
    pub nested: BTreeMap<ObjId, Rc<Obj>>,
    /// What of its starter's it gives to code out of view on the way.
    pub given_away: BTreeSet<ObjId>,
    /// What its loops are counted by.
    pub bounds: BTreeSet<Bound>,
}

impl Behaviour {
    /// What happens on any of its paths.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.paths.iter().flat_map(|path| &path.events)
    }
}

/// A collection of ends that a worker's path resolves and leaves as it is.
#[derive(Clone, Debug)]
pub struct Orphaned {
    /// The collection.
    pub table: Rc<Loc>,
    /// The loop in which it is resolved: its body and head.
    pub around: (BodyId, BlockId),
}

/// A path through a worker's code.
#[derive(Clone, Debug)]
pub struct WorkerPath {
    /// What happens on it that others can see, in order.
    pub events: Vec<Event>,
    /// How it ends.
    pub end: PathEnd,
    /// Whether an error or a data-dependent break out of a waiting loop leads there.
    pub accident: bool,
    /// Channels and signals of the spawner's that the worker hands on to somebody who outlives it.
    pub left: Vec<ObjId>,
    /// Of a path that goes round for ever: the event with which that loop begins; where it has met another path, the outermost loop that it is in.
    pub round: usize,
    /// Whether such a one has not gone round itself, but come to where another path had been before.
    pub merged: bool,
    /// The function in which it ends.
    pub func: Option<FnId>,
    /// The collections that it resolves and leaves as they are.
    pub orphaned: Vec<Orphaned>,
    /// Of a path that goes round for ever: the senders that came in messages of which it has let go of none.
    pub hoard: Rc<BTreeSet<Brought>>,
    /// The channels of whose messages it has used what came in them: it has sent there, or found the receiver gone.
    pub answers: BTreeSet<ObjId>,
    /// What decided the latest branch on it.
    pub decided: Fork,
    /// Whether it comes to its end without a loop and without a word of others: that was decided before there was anything to go on with.
    pub early: bool,
}

impl WorkerPath {
    /// What happens again and again: of a path that goes round for ever, the events of that loop.
    pub fn repeated(&self) -> &[Event] {
        let from = if self.end == PathEnd::Loops { self.round } else { self.events.len() };
        self.events.get(from..).unwrap_or_default()
    }

    /// Whether it ends by itself: it returns, ends the program, or panics since nobody sends any more or what it works for is gone, which is an
    /// end all the same.
    pub fn comes_to_end(&self) -> bool {
        let waits = |event: &&Event| matches!(event.kind, EventKind::Passed(_) | EventKind::GaveUp(_) | EventKind::Again(_));
        let last = self.events.iter().rev().find(waits);
        match self.end {
            PathEnd::Return | PathEnd::Exit => true,
            PathEnd::Panic => self.decided == Fork::Gone || matches!(last.map(|event| &event.kind), Some(EventKind::Passed(Cond::Eof(_)))),
            _ => false,
        }
    }

    /// Whether it may wait with its thread.
    pub fn blocks(&self) -> bool {
        self.events.iter().any(|event| matches!(event.kind, super::trace::EventKind::Blocks(..)))
    }
}

/// How a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathEnd {
    /// Normally.
    Return,
    /// By a panic.
    Panic,
    /// It goes round a loop for ever, or as long as anybody can see.
    Loops,
    /// The process ends.
    Exit,
    /// It can't go on.
    Parked,
}

//! What happened on a path, in order: the raw material of a finding's story and of a worker's behaviour.

use std::hash::{Hash, Hasher};
use std::rc::Rc;

use rustc_hash::FxHasher;

use super::cases::Deed;
use super::machine::Machine;
use super::state::State;
use super::teardown;
use super::value::{Loc, ObjId, Root, Seen, Val};
use crate::base::{FileSpan, Name};
use crate::ir::{BlockId, BodyId, DropWhy, FnId};

/// An event at a place of the source.
#[derive(Clone, Debug)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// Where: in stub code, the call that led there.
    pub at: FileSpan,
    /// The function of the user's in which it happened.
    pub func: Option<FnId>,
    /// How deep in inlined calls.
    pub depth: usize,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// A channel, worker, signal was made.
    Made(ObjId),
    /// One more handle of it.
    Cloned(ObjId),
    /// A worker was started.
    Spawned(ObjId),
    /// A message went into a channel.
    Sent {
        /// The channel.
        chan: ObjId,
        /// The message's variant, if it is one.
        variant: Option<u32>,
        /// Whether the send may lose it.
        lossy: bool,
    },
    /// A handle was dropped; `sender` says whether it was a sending one.
    Dropped {
        /// Of what.
        obj: ObjId,
        /// Whether it was a sending handle.
        sender: bool,
        /// Why it went.
        why: DropWhy,
    },
    /// EOF or abort was given explicitly.
    Closed(ObjId),
    /// The abort of a `#[must_abort]` value.
    Aborted(ObjId),
    /// A flag, token or notify was set, to this value where it is known.
    Set(ObjId, Option<bool>),
    /// A shared place was written.
    Wrote(Rc<Loc>, Option<Seen>),
    /// An end was taken out of memory that is shared.
    Removed(ObjId),
    /// A worker has no sender of this channel any more but for what lies in memory that is shared with others: it put its last one there, or let go of
    /// the last such memory.
    Shed(ObjId),
    /// It waits for the first of these, with nothing else that could end the wait.
    Waits(Vec<Cond>),
    /// One of the ends in a collection that others reach was taken out of it, in a loop that waits.
    TookOut {
        /// The collection.
        table: Rc<Loc>,
        /// The channels whose ends it was.
        ends: Vec<ObjId>,
        /// The element, where it is not yet known whose ends are in it.
        what: Option<Val>,
        /// The loop: its body and head.
        around: (BodyId, BlockId),
    },
    /// A collection that others reach, or memory in which one lies, has nothing in it any more.
    Emptied(Rc<Loc>),
    /// It was looked at, and had nothing in it.
    FoundEmpty(Rc<Loc>),
    /// It was overwritten with something.
    Filled(Rc<Loc>),
    /// Data was put into a collection that others reach.
    Grew(Rc<Loc>),
    /// It waits for the first of these with its thread, which these executors need.
    Blocks(Vec<Cond>, Vec<ObjId>),
    /// It went on because this came true.
    Passed(Cond),
    /// A task let go of its thread, so that an abort arrives here; whether it was in a loop.
    Yielded(bool),
    /// A loop was left, and what another actor did decided it.
    Left,
    /// A function of the user's was left before its end.
    LeftEarly,
    /// A bounded wait on this gave up.
    GaveUp(Vec<Cond>),
    /// It was looked at without waiting.
    Polled(ObjId),
    /// A worker was waited for and has ended.
    Joined(ObjId),
    /// A worker was killed or aborted.
    Killed(ObjId),
    /// The handle of a worker that still runs went.
    LetGo(ObjId, DropWhy),
    /// It can never be dropped any more.
    Leaked(ObjId),
    /// A function of the user's was entered.
    Entered(FnId),
    /// A handle was named, neither moved nor dropped: `let _ = tx`.
    Mentioned(ObjId),
    /// A call came back in a case in which it has not done this, as it does in others.
    Spared {
        /// To what.
        obj: ObjId,
        /// What.
        deed: Deed,
        /// The body that was called.
        by: BodyId,
        /// The variant that it came back with.
        case: Name,
    },
    /// An error decided where it went on.
    Failed,
    /// A loop came round again; whether its tests were decided by what is known.
    Again(bool),
}

impl Machine<'_> {
    /// Appends an event.
    pub fn event(&mut self, st: &mut State, kind: EventKind, at: FileSpan) {
        if let EventKind::Made(obj) | EventKind::Spawned(obj) = kind {
            self.begins(st, obj);
        }
        if !self.is_quiet(st, &kind) {
            let hash = kind.print();
            if !st.seen.contains(&hash) {
                Rc::make_mut(&mut st.seen).insert(hash);
                st.order = st.order.rotate_left(5) ^ hash;
                if matches!(kind, EventKind::TookOut { .. } | EventKind::Emptied(_) | EventKind::FoundEmpty(_) | EventKind::Filled(_)) {
                    st.took ^= hash;
                }
            }
        }
        if let (EventKind::Emptied(table), 0, false) = (&kind, st.base, self.orphans.is_empty()) {
            self.rescue(st, table);
        }
        if st.base == 0 && st.assumed.is_none() {
            self.given.extend(kind.gives().and_then(|cond| teardown::alike(st, &cond)));
        }
        if let EventKind::Closed(chan) = kind
            && let Some(obj) = st.obj(chan)
        {
            let worker = (st.base > 0).then(|| st.frames[st.base].body);
            self.closers.insert((obj.made, worker));
        }
        let func = self.user_fn(st);
        let depth = st.frames.len();
        let event = Event { kind, at, func, depth };
        if let Some(hazard) = st.assumed.and_then(|hazard| self.hazards.get_mut(hazard)) {
            hazard.later.push(event.clone());
        }
        st.trace.push(event);
    }

    /// Whether states that differ in nothing but this may count as one: it is the actor's own affair.
    fn is_quiet(&self, st: &State, kind: &EventKind) -> bool {
        match kind {
            EventKind::Waits(conds) => *conds != [Cond::Time] || !self.takes_turns(st),
            EventKind::Entered(_)
            | EventKind::Polled(_)
            | EventKind::Again(_)
            | EventKind::Made(_)
            | EventKind::Cloned(_)
            | EventKind::Yielded(_)
            | EventKind::Left
            | EventKind::LeftEarly
            | EventKind::Spared { .. }
            | EventKind::Blocks(..) => true,
            kind => kind.obj().is_some_and(|obj| st.is_own(obj)) || kind.chan().is_some_and(|chan| st.is_passing(chan)),
        }
    }
}

impl EventKind {
    /// Its hash, which ends are taken out of a collection left aside.
    pub fn print(&self) -> u64 {
        let mut hasher = FxHasher::default();
        match self {
            Self::TookOut { table, around, .. } => (table, around).hash(&mut hasher),
            kind => kind.hash(&mut hasher),
        }
        hasher.finish()
    }

    /// The channel that it is about, where it is about one.
    pub fn chan(&self) -> Option<ObjId> {
        match self {
            Self::Sent { chan, .. } => Some(*chan),
            Self::Dropped { obj, .. } | Self::Removed(obj) | Self::Closed(obj) | Self::Aborted(obj) => Some(*obj),
            Self::Passed(Cond::Eof(chan) | Cond::Msg(chan, _) | Cond::Room(chan) | Cond::Gone(chan)) => Some(*chan),
            _ => None,
        }
    }

    /// What somebody may wait for and gets by it.
    pub fn gives(&self) -> Option<Cond> {
        match self {
            Self::Sent { chan, variant, .. } => Some(Cond::Msg(*chan, *variant)),
            Self::Set(signal, to) => Some(Cond::Signal(*signal, to.or(Some(true)))),
            Self::Wrote(loc, Some(seen)) => Some(Cond::Becomes(Rc::clone(loc), *seen)),
            _ => None,
        }
    }

    /// Whether it is a send on this channel.
    pub fn sends_on(&self, on: ObjId) -> bool {
        matches!(self, Self::Sent { chan, .. } if *chan == on)
    }

    /// The channel, signal or lock that it is about.
    pub fn obj(&self) -> Option<ObjId> {
        match self {
            Self::Set(obj, _) | Self::Polled(obj) | Self::Mentioned(obj) => Some(*obj),
            Self::Passed(cond) => cond.obj(),
            Self::GaveUp(conds) => conds.first().and_then(Cond::obj),
            other => other.chan(),
        }
    }
}

impl Cond {
    /// The memory that it is about.
    pub fn cell(&self) -> Option<ObjId> {
        match self {
            Self::Becomes(loc, _) => match loc.root {
                Root::Cell(cell) => Some(cell),
                Root::Local(..) => None,
            },
            _ => None,
        }
    }

    /// The channel, signal or lock that it is about.
    pub fn obj(&self) -> Option<ObjId> {
        match self {
            Self::Eof(obj)
            | Self::Msg(obj, _)
            | Self::Room(obj)
            | Self::Gone(obj)
            | Self::Signal(obj, _)
            | Self::Lock(obj)
            | Self::Share(obj) => Some(*obj),
            _ => None,
        }
    }
}

/// What ends a wait.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cond {
    /// The last sender of the channel goes, or it is closed.
    Eof(ObjId),
    /// A message, perhaps of this variant only.
    Msg(ObjId, Option<u32>),
    /// Room for one more message.
    Room(ObjId),
    /// The last receiver goes.
    Gone(ObjId),
    /// A signal is given.
    Signal(ObjId, Option<bool>),
    /// A shared place comes to hold something else.
    Becomes(Rc<Loc>, Seen),
    /// A worker ends.
    Exit(ObjId),
    /// A lock is free.
    Lock(ObjId),
    /// A lock is free but for those who only read.
    Share(ObjId),
    /// Time passes.
    Time,
    /// Something out of view.
    Outside,
}

impl Cond {
    /// The object that it is about.
    pub fn subject(&self) -> Option<ObjId> {
        match *self {
            Self::Eof(obj)
            | Self::Msg(obj, _)
            | Self::Room(obj)
            | Self::Gone(obj)
            | Self::Signal(obj, _)
            | Self::Exit(obj)
            | Self::Lock(obj)
            | Self::Share(obj) => Some(obj),
            Self::Becomes(..) | Self::Time | Self::Outside => None,
        }
    }
}

/// A list of events that shares its beginning with other paths.
#[derive(Clone, Debug, Default)]
pub struct Trace(Option<Rc<Link>>);

#[derive(Debug)]
struct Link {
    event: Event,
    before: Trace,
    len: usize,
}

impl Drop for Trace {
    // A long list must not be dropped by recursion.
    fn drop(&mut self) {
        let mut next = self.0.take();
        while let Some(link) = next {
            match Rc::try_unwrap(link) {
                Ok(mut link) => next = link.before.0.take(),
                Err(_) => break,
            }
        }
    }
}

impl Trace {
    /// Appends an event.
    pub fn push(&mut self, event: Event) {
        let before = std::mem::take(self);
        let len = before.len() + 1;
        self.0 = Some(Rc::new(Link { event, before, len }));
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |link| link.len)
    }

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The events, the latest first.
    pub fn backwards(&self) -> impl Iterator<Item = &Event> {
        let mut at = self;
        std::iter::from_fn(move || {
            let link = at.0.as_ref()?;
            at = &link.before;
            Some(&link.event)
        })
    }

    /// The events in order.
    pub fn events(&self) -> Vec<&Event> {
        let mut events: Vec<_> = self.backwards().collect();
        events.reverse();
        events
    }
}

/// What a place in the source is called: a variable, a field.
pub type Called = Option<Name>;

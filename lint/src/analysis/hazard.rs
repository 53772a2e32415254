//! What the machine found: a wait that nobody ends, an obligation that is not met, a worker let go. Rules judge it.

use std::collections::BTreeSet;

use super::curtailed::Curtailed;
use super::machine::Machine;
use super::object::ObjKind;
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::ObjId;
use crate::base::FileSpan;
use crate::ir::{AdtId, BodyId, DropWhy, FnId};

/// A finding in the making.
#[derive(Clone, Debug)]
pub struct Hazard {
    /// What is wrong.
    pub kind: HazardKind,
    /// Where.
    pub at: FileSpan,
    /// The function of the user's in which it is.
    pub func: Option<FnId>,
    /// The state in which it happens, with its story.
    pub state: State,
    /// What would happen next if the wait came to an end all the same.
    pub later: Vec<Event>,
}

impl Hazard {
    /// The body in which a loop sends that has no end of its own.
    pub(super) fn sender_without_end(&self) -> Option<BodyId> {
        if let HazardKind::Sight(Sight::HangupIgnored { body, .. }) = self.kind { Some(body) } else { None }
    }

    /// Whether it comes of what is told of by itself: a worker stays in a function that takes no notice of an end, or somebody waits for what a
    /// function promises and does not do.
    pub(super) fn follows_from(&self, told: &Told, curtailed: &Curtailed) -> bool {
        let in_heedless = |worker: ObjId| match self.state.obj(worker).map(|obj| &obj.kind) {
            // That an abort has no effect on it is another thing.
            Some(ObjKind::Worker(worker)) if worker.killed.is_none() => {
                worker.behaviour.events().any(|event| event.func.is_some_and(|func| told.is_heedless(func, curtailed)))
            }
            _ => false,
        };
        match &self.kind {
            HazardKind::Parked { conds, proof, .. } => {
                let worker = conds.iter().find_map(|cond| if let Cond::Exit(worker) = cond { Some(*worker) } else { None });
                let breaks = |event: &Event| matches!(event.kind, EventKind::Entered(func) if told.broken.contains(&func));
                worker.is_some_and(in_heedless) || (!proof.is_empty() && self.state.trace.backwards().any(breaks))
            }
            HazardKind::Stays(worker, _) => in_heedless(*worker),
            _ => false,
        }
    }
}

impl Machine<'_> {
    /// Whether a worker waits for the EOF of a channel of which it holds a sender, and somebody else closes it explicitly.
    pub(super) fn is_closed_by_others(&self, hazard: &Hazard) -> bool {
        let HazardKind::SelfParked { worker, chan, .. } = hazard.kind else { return false };
        let (Some(chan), Some(ObjKind::Worker(worker))) = (hazard.state.obj(chan), hazard.state.obj(worker).map(|obj| &obj.kind)) else {
            return false;
        };
        self.closers.iter().any(|(made, closer)| *made == chan.made && *closer != worker.body)
    }
}

/// The functions of which something is told without a run.
pub(super) struct Told {
    /// Those in which a loop takes no notice that what it reads from is gone.
    deaf: BTreeSet<FnId>,
    /// Those in which a loop takes no notice that who reads from it is gone, with the bodies in which it stands.
    unheard: BTreeSet<(FnId, BodyId)>,
    /// Those that have an exit on which they do not do what their attribute promises.
    broken: BTreeSet<FnId>,
}

impl Told {
    /// Those of what was seen.
    pub fn of(seen: &[Hazard]) -> Self {
        let funcs = |is: fn(&Sight) -> bool| {
            let told = seen.iter().filter(|hazard| matches!(&hazard.kind, HazardKind::Sight(sight) if is(sight)));
            told.filter_map(|hazard| hazard.func).collect()
        };
        let unheard = seen.iter().filter_map(|hazard| Some((hazard.func?, hazard.sender_without_end()?)));
        Self {
            deaf: funcs(|sight| matches!(sight, Sight::EofIgnored { .. })),
            unheard: unheard.collect(),
            broken: funcs(|sight| matches!(sight, Sight::Unmet(_))),
        }
    }

    /// Whether of a loop in the function it is told that it does not end with those at its other side.
    fn is_heedless(&self, func: FnId, curtailed: &Curtailed) -> bool {
        self.deaf.contains(&func) || self.unheard.iter().any(|&(other, body)| other == func && !curtailed.holds(body))
    }
}

/// What is wrong.
#[derive(Clone, Debug)]
pub enum HazardKind {
    /// A wait that nobody ends.
    Parked {
        /// What would end it.
        conds: Vec<Cond>,
        /// Why none of it comes.
        proof: Vec<Unmet>,
        /// Whether it waits in a loop for EOF alone.
        drain: bool,
    },
    /// A wait whose waker must take a lock that is held across it.
    Locked {
        /// What would end the wait.
        conds: Vec<Cond>,
        /// The lock.
        lock: ObjId,
        /// Where the guard is, if it is the one of the actor whose path it is; else a worker's.
        guard: Holder,
        /// Who must take the lock, and where.
        needs: Unmet,
    },
    /// A wait that keeps its thread from those who would end it.
    Starved {
        /// What would end the wait.
        conds: Vec<Cond>,
        /// Who waits; `None`: the actor whose path it is.
        worker: Option<ObjId>,
        /// The tasks that need the thread.
        wakers: Vec<ObjId>,
    },
    /// The last handle of a `#[must_abort]` value goes, and nobody aborted it.
    Unaborted(ObjId, DropWhy),
    /// The handle of a worker goes while it runs.
    LetGo(ObjId, DropWhy),
    /// A wait for the end of what a killed child wrote: whoever has inherited the pipe from the child keeps it open.
    Inherited {
        /// The child.
        process: ObjId,
        /// The worker that reads, and where, if it is one that is waited for.
        reader: Option<(ObjId, FileSpan)>,
    },
    /// The last handle of a child process goes, nobody has waited for it, and the program lives on.
    Unreaped(ObjId, DropWhy),
    /// A worker parks for ever whatever its spawner does.
    SelfParked {
        /// The worker.
        worker: ObjId,
        /// The channel whose EOF it waits for, of which it holds a sender.
        chan: ObjId,
        /// Where it waits.
        wait: FileSpan,
    },
    /// A stop message that the channel may refuse.
    Lossy(ObjId),
    /// A socket is dropped to wake a worker that reads from a duplicate of it.
    Severed {
        /// The worker.
        worker: ObjId,
        /// What it reads from.
        socket: ObjId,
        /// Where it is waited for.
        wait: FileSpan,
    },
    /// Who drains a channel waits for room in it.
    SelfSend(ObjId),
    /// A teardown waits for this without a deadline.
    Lingers(Cond),
    /// What a teardown asks for may be refused: of this channel or lock.
    Refused(ObjId, Refusal),
    /// A worker resolves a table of pending replies, and leaves it as it is when it ends.
    Orphaned {
        /// The worker.
        worker: ObjId,
        /// The memory in which the table lies.
        table: ObjId,
    },
    /// A worker stays for ever, whatever it was told.
    Stays(ObjId, Stay),
    /// What one body shows by itself.
    Sight(Sight),
}

/// Why what a teardown asks for may be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Who would receive it may be gone.
    Receiver,
    /// Who would have sent something may be gone.
    Sender,
    /// Somebody may have panicked with the lock.
    Poisoned,
}

/// Who finds that a worker stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stay {
    /// Somebody who waits for its end.
    Joined,
    /// Nobody: the value to which it belongs, of this type, is gone, and with it all that could have ended it.
    Ownerless(Option<AdtId>),
    /// The runtime, whose shutdown waits for it.
    Shutdown,
}

/// What one body shows by itself, whoever calls it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// A receive in a loop takes EOF for one more message.
    EofIgnored {
        /// Whether it is an arm of a `select!` whose pattern lets EOF fall through.
        select: bool,
        /// What the user calls the receiver.
        from: Option<String>,
    },
    /// A send's error is thrown away in a loop that nothing else ends.
    HangupIgnored {
        /// The body in which the loop stands.
        body: BodyId,
        /// What the user calls the sender.
        into: Option<String>,
    },
    /// A worker was started and is waited for to connect, without bound and whether it lives or not.
    AcceptUnguarded {
        /// Where it was started.
        started: Option<FileSpan>,
    },
    /// An exit on which a function does not do what one of its attributes promises: its clause, by its place among the function's.
    Unmet(usize),
    /// A type's attribute names a method that the type does not have.
    NoSuchMethod(AdtId),
}

/// A condition that is not met, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// Who waits for it: a worker, or the actor whose path it is.
    pub waiter: Option<ObjId>,
    /// Where it waits.
    pub at: FileSpan,
    /// What it waits for.
    pub cond: Cond,
    /// Who holds what would have to go.
    pub holders: Vec<Holder>,
}

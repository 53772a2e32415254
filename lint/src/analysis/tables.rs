//! Tables of pending replies: who waits for one has put its sender into a collection that a reader resolves.
//!
//! A worker's path takes ends out of a collection in memory that others reach and sends on them, in a loop that waits. Where such a path ends
//! with the collection as it is, whoever waits for what is still in it waits for ever: nobody else looks there.
//!
//! ```
//! # use std::{collections::HashMap, sync::{Mutex, mpsc::{Receiver, Sender}}};
//! fn read(replies: Receiver<(u32, String)>, pending: &Mutex<HashMap<u32, Sender<String>>>) {
//!     for (id, text) in replies {
//!         let Some(reply) = pending.lock().unwrap().remove(&id) else { return }; // what is left waits for ever
//!         let _ = reply.send(text);
//!     }
//!     pending.lock().unwrap().clear();
//! }
//! ```

use std::rc::Rc;

use super::frame::Frame;
use super::hazard::{Hazard, HazardKind};
use super::machine::{Machine, WEAK};
use super::object::{ObjKind, Orphaned};
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{Loc, ObjId, Root, Val};
use super::wakes::drained;
use crate::base::FileSpan;
use crate::ir::{BlockId, BodyId, Ty};

/// How deep an element is looked into for the ends in it.
const INSIDE: usize = 3;

/// Which worker it is, whatever path led to its start.
pub(super) type Which = (FileSpan, Option<BodyId>);

/// A table that a worker leaves behind.
#[derive(Clone, Debug)]
pub(super) struct Orphan {
    worker: Which,
    table: Rc<Loc>,
    hazard: Hazard,
}

impl Machine<'_> {
    /// Notes that an element is taken out of a collection that others reach.
    pub(super) fn took_out(&mut self, st: &mut State, table: &Loc, element: &Loc) {
        if st.base == 0 || !st.is_shared(table) {
            return;
        }
        let Some(around) = self.reading_loop(st) else { return };
        let mut ends = Vec::new();
        self.open_up(st, element, INSIDE);
        if let Some(value) = st.read(element) {
            value.handles(&mut |obj, adt| {
                if self.is_sender(adt) {
                    ends.push(obj);
                }
            });
        }
        // Of an enum the ends show once it is known which variant it is.
        let holds = |value: &Val| matches!(st.settle(value), Val::Sym(sym) if sym.holds);
        let what = st.read(element).filter(|value| ends.is_empty() && holds(value)).cloned();
        if !ends.is_empty() || what.is_some() {
            let at = self.here(st);
            self.event(st, EventKind::TookOut { table: Rc::new(table.clone()), ends, what, around }, at);
        }
    }

    /// The channels of the senders in a value, as far as it has turned out what it is.
    fn senders_in(&self, st: &State, value: &Val, left: usize, ends: &mut Vec<ObjId>) {
        let (Val::Adt(adt), Some(left)) = (st.settle(value), left.checked_sub(1)) else { return };
        ends.extend(adt.handle.filter(|_| self.is_sender(adt)));
        adt.fields.iter().for_each(|(_, field)| self.senders_in(st, field, left, ends));
    }

    /// The loop of the user's around the running code in which something was waited for, or may have been, the innermost one.
    fn reading_loop(&self, st: &State) -> Option<(BodyId, BlockId)> {
        let frames = st.frames.get(st.base..)?;
        let inwards = || {
            frames.iter().rev().filter(|frame| !frame.stub).flat_map(|frame| {
                let mut heads: Vec<_> = frame.loops.iter().map(|(&head, turns)| (turns.parks, (frame.body, head))).collect();
                heads.sort_unstable_by_key(|&(parks, (_, head))| std::cmp::Reverse((parks, head)));
                heads
            })
        };
        let waits = inwards().find(|&(parks, _)| st.parks > parks);
        let counts = |(body, head): (BodyId, BlockId)| self.loops.get(&body).is_some_and(|loops| loops.is_counted(head));
        let found = waits.or_else(|| inwards().find(|&(_, at)| !counts(at))).or_else(|| inwards().last());
        found.map(|(_, at)| at)
    }

    /// Notes the loop around a worker's wait for EOF.
    pub(super) fn note_loop(&mut self, st: &State, wait: FileSpan) {
        let frames = st.frames.get(st.base..).unwrap_or_default();
        let inner = frames.iter().rev().filter(|frame| !frame.stub).find_map(|frame| {
            let head = frame.loops.iter().max_by_key(|&(&head, turns)| (turns.parks, head));
            head.map(|(&head, _)| (frame.body, head))
        });
        if let Some(head) = inner.and_then(|head| self.head_span(head)) {
            self.around.entry(wait).or_insert(head);
        }
    }

    /// The head of the loop around a worker's wait for EOF; of one that stands alone, the wait.
    pub fn loop_around(&self, wait: FileSpan) -> FileSpan {
        self.around.get(&wait).copied().unwrap_or(wait)
    }

    /// Whether a value has a sending end in it.
    pub(super) fn has_sender(&self, value: &Val) -> bool {
        let mut any = false;
        value.handles(&mut |_, adt| any |= self.is_sender(adt));
        any
    }

    /// Looks into an unknown value for the ends in it.
    fn open_up(&mut self, st: &mut State, loc: &Loc, left: usize) {
        self.look_inside(st, loc, None);
        if let (Some(Val::Adt(adt)), Some(left)) = (st.read(loc).cloned(), left.checked_sub(1)) {
            for (name, field) in &adt.fields {
                if matches!(st.settle(field), Val::Sym(sym) if sym.holds) {
                    self.open_up(st, &loc.field(name), left);
                }
            }
        }
    }

    /// The tables that a worker's path, which comes to an end, has resolved and leaves as they are.
    pub(super) fn orphaned(&self, start: &State, end: &State, events: &[Event]) -> Vec<Orphaned> {
        let mut found: Vec<Orphaned> = Vec::new();
        for (index, event) in events.iter().enumerate() {
            let EventKind::TookOut { table, ends, what, around } = &event.kind else { continue };
            let Root::Cell(cell) = table.root else { continue };
            let mut ends = ends.clone();
            if let Some(value) = what {
                self.senders_in(end, value, INSIDE + 1, &mut ends);
            }
            // What was put in here is taken back, and no reply.
            let own = events[..index].iter().any(|event| matches!(&event.kind, EventKind::Filled(loc) if covers(loc, table)));
            let sent = events.iter().any(|event| match &event.kind {
                EventKind::Sent { chan, .. } | EventKind::Passed(Cond::Gone(chan)) => ends.contains(chan),
                _ => false,
            });
            let escaped = |st: &State| st.obj(cell).is_none_or(|obj| obj.escaped);
            if own || !sent || end.blind.contains(around) || start.obj(cell).is_none() || (escaped(end) && !escaped(start)) {
                continue;
            }
            let after = events[index..].iter().rev().find_map(|event| match &event.kind {
                EventKind::Emptied(loc) | EventKind::FoundEmpty(loc) if covers(loc, table) => Some(true),
                EventKind::Filled(loc) if covers(loc, table) => Some(false),
                EventKind::TookOut { table: again, .. } if again == table => Some(false),
                _ => None,
            });
            let known = found.iter().any(|orphan| orphan.table == *table && orphan.around == *around);
            if after != Some(true) && !known && !self.told_to(start, &events[index..]) {
                found.push(Orphaned { table: Rc::clone(table), around: *around });
            }
        }
        found
    }

    /// Whether a worker ends because its owner has gone or said so: then nobody waits for a reply, or knows that none comes.
    fn told_to(&self, start: &State, events: &[Event]) -> bool {
        let last = events.iter().rev().find_map(|event| match &event.kind {
            EventKind::Passed(cond @ (Cond::Eof(_) | Cond::Msg(..) | Cond::Signal(..) | Cond::Becomes(..))) => Some(cond),
            _ => None,
        });
        // A function of the user's that only starts what it is given acts for its caller.
        let starts = |at: usize| !start.frames[at].stub && start.frames[at + 1..].iter().all(|frame| frame.stub || self.is_spawner(frame));
        match last {
            Some(Cond::Eof(chan)) => start.holders(*chan, &|adt| self.is_sender(adt)).iter().any(|holder| match holder {
                Holder::Frame(at, ..) | Holder::Shared(_, at, ..) => starts(*at),
                _ => false,
            }),
            Some(Cond::Signal(..) | Cond::Becomes(..)) => true,
            _ => false,
        }
    }

    /// Whether a frame's function is one that takes code from its caller, whatever its type.
    fn is_spawner(&self, frame: &Frame) -> bool {
        let Some(def) = frame.func.map(|func| &self.program.fns[func]) else { return false };
        let code = |ty: &Ty| match ty {
            Ty::Param(_) | Ty::Opaque(_) | Ty::Dyn(_) => true,
            Ty::Adt(_, args) => args.iter().any(|arg| matches!(arg, Ty::Dyn(_))),
            _ => false,
        };
        def.params.iter().any(code)
    }

    /// Notes the tables that a worker leaves behind and others still have, and those that it empties.
    pub(super) fn leaves_tables(&mut self, st: &State, id: ObjId) {
        let (Some(ObjKind::Worker(worker)), Some(which)) = (st.obj(id).map(|obj| &obj.kind), which(st, id)) else { return };
        let behaviour = Rc::clone(&worker.behaviour);
        for event in behaviour.events() {
            if let EventKind::Emptied(table) = &event.kind {
                self.emptied.push((which, Rc::clone(table)));
            }
        }
        for Orphaned { table, around } in behaviour.paths.iter().flat_map(|path| &path.orphaned) {
            let Root::Cell(cell) = table.root else { continue };
            let outlives = st.holders(cell, &|adt| adt.variant != WEAK).iter().any(|holder| *holder != Holder::Worker(id));
            let known = self.orphans.iter().any(|orphan| orphan.worker == which && orphan.table == *table);
            let Some(at) = self.head_span(*around).filter(|_| outlives && !known) else { continue };
            let kind = HazardKind::Orphaned { worker: id, table: cell };
            let func = self.program.bodies[around.0].func;
            let hazard = Hazard { kind, at, func, state: st.clone(), later: Vec::new() };
            self.orphans.push(Orphan { worker: which, table: Rc::clone(table), hazard });
        }
    }

    /// Where a loop begins.
    fn head_span(&self, (body, head): (BodyId, BlockId)) -> Option<FileSpan> {
        let span = self.linked.body(body).blocks[head].loop_head?;
        Some(FileSpan { file: self.program.bodies[body].file, span })
    }

    /// A table is emptied by the actor whose path it is: it has waited for the end of the worker that left it, or ended it.
    pub(super) fn rescue(&mut self, st: &State, table: &Rc<Loc>) {
        let ended = st.trace.backwards().filter_map(|event| match event.kind {
            EventKind::Joined(worker) | EventKind::Killed(worker) | EventKind::Passed(Cond::Exit(worker)) => which(st, worker),
            _ => None,
        });
        let ended: Vec<Which> = ended.collect();
        let rescued = |orphan: &Orphan| ended.contains(&orphan.worker) && covers(table, &orphan.table);
        self.settled.extend(self.orphans.iter().filter(|orphan| rescued(orphan)).map(|orphan| orphan.worker));
        self.orphans.retain(|orphan| !rescued(orphan));
    }

    /// Notes whether whoever waits for a reply of which the sender lies in a reader's table does so without a deadline.
    pub(super) fn awaits_reply(&mut self, st: &State, conds: &[Cond], unbounded: bool) {
        let awaited = |orphan: &&Orphan| matches!(orphan.table.root, Root::Cell(cell) if self.is_pending(st, cell, conds));
        let readers: Vec<Which> = self.orphans.iter().filter(awaited).map(|orphan| orphan.worker).collect();
        for reader in readers {
            *self.awaited.entry(reader).or_insert(false) |= unbounded;
        }
    }

    /// Whether a sender of what is waited for lies in a table.
    fn is_pending(&self, st: &State, table: ObjId, conds: &[Cond]) -> bool {
        let chans = drained(conds);
        let reaches = |table: &Val| chans.iter().any(|chan| st.reaches(table, *chan, &|adt| self.is_sender(adt)).is_some());
        st.read(&Loc::cell(table)).is_some_and(reaches)
    }

    /// Whether a hazard is the wait for a reply that lies in one of these tables: that its reader has left it is told of at the reader.
    pub(super) fn awaits_left(&self, hazard: &Hazard, orphans: &[(Which, Hazard)]) -> bool {
        let HazardKind::Parked { conds, .. } = &hazard.kind else { return false };
        orphans.iter().any(|(_, orphan)| match orphan.kind {
            HazardKind::Orphaned { table, .. } => self.is_pending(&hazard.state, table, conds),
            _ => false,
        })
    }

    /// The tables that nobody empties after their reader; and the readers that are settled: somebody empties their table, or the end that was put to
    /// them is told of where somebody waits for what is in it.
    pub(super) fn orphans(&mut self, hazards: &[Hazard]) -> (Vec<(Which, Hazard)>, Vec<Which>) {
        let emptied = std::mem::take(&mut self.emptied);
        let mut orphans = std::mem::take(&mut self.orphans);
        orphans.retain(|orphan| !emptied.iter().any(|(worker, loc)| *worker != orphan.worker && covers(loc, &orphan.table)));
        let mut settled = std::mem::take(&mut self.settled);
        if !orphans.is_empty() {
            let parked = hazards.iter().filter_map(|hazard| match &hazard.kind {
                HazardKind::Parked { proof, .. } => Some((&hazard.state, proof)),
                _ => None,
            });
            for (st, proof) in parked {
                settled.extend(proof.iter().filter_map(|unmet| which(st, self.ended_feeder(st, unmet)?.0)));
            }
        }
        orphans.retain(|orphan| !settled.contains(&orphan.worker));
        (orphans.into_iter().map(|orphan| (orphan.worker, orphan.hazard)).collect(), settled)
    }
}

fn which(st: &State, worker: ObjId) -> Option<Which> {
    let obj = st.obj(worker)?;
    match &obj.kind {
        ObjKind::Worker(worker) => Some((obj.made, worker.body)),
        _ => None,
    }
}

/// Whether a place is another one, or holds it.
fn covers(outer: &Loc, inner: &Loc) -> bool {
    outer.root == inner.root && inner.steps.starts_with(&outer.steps)
}

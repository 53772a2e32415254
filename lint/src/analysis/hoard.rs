//! Hoards: what workers keep of the messages that they take.
//!
//! A sender that is sent to somebody goes with its message, unless that one puts it away:
//!
//! ```text
//! for command in inbox {                                                       // ends when the last `hub` goes
//!     match command {
//!         Command::Subscribe(id, tx) => _ = subscribers.insert(id, tx),        // kept as long as the worker lives
//!         Command::Publish(text) => subscribers.values().for_each(|tx| _ = tx.send(text.clone())),
//!     }
//! }
//! ```
//!
//! Whoever drains the other end of `tx` with a `hub` in hand waits for ever.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::machine::{Machine, head};
use super::object::{ObjKind, PathEnd, Status, WorkerPath};
use super::state::{Holder, PARTS, State, look};
use super::trace::{Cond, Event, EventKind};
use super::value::{Adt, ObjId, Origin, Sym, Val};
use super::wakes::Acting;
use crate::ir::{AdtId, AdtKind, Ty};

/// A sender that came in a message: the channel of the message, and the sender's type.
pub type Brought = (ObjId, AdtId);

impl Machine<'_> {
    /// The senders that came in messages and that the running worker has in its variables, or in memory of its own.
    pub(super) fn hoard(&self, st: &State) -> BTreeSet<Brought> {
        let mut found = BTreeSet::new();
        let mut left = PARTS;
        let mut todo: Vec<&Val> = st.frames.iter().skip(st.base).flat_map(|frame| frame.locals.iter()).collect();
        while let Some(value) = todo.pop().filter(|_| look(&mut left)) {
            match st.settle(value) {
                Val::Sym(sym) => {
                    if let Some(chan) = brought_by(sym) {
                        self.senders_of(&sym.ty, &mut BTreeSet::new(), &mut |def| _ = found.insert((chan, def)));
                    }
                }
                Val::Adt(adt) => {
                    todo.extend(adt.fields.iter().map(|(_, field)| field));
                    match adt.handle.and_then(|obj| Some((obj, &st.obj(obj)?.kind))) {
                        Some((_, ObjKind::Chan(chan))) => {
                            found.extend(chan.came.zip(adt.def).filter(|_| self.is_sender(adt)));
                        }
                        Some((obj, ObjKind::Cell(cell))) if st.is_own(obj) => todo.push(&cell.content),
                        _ => {}
                    }
                }
                Val::Bag(bag) => todo.extend(bag.items.iter().map(|(_, item)| item)),
                Val::Code(code) => todo.extend(&code.env),
                _ => {}
            }
        }
        found
    }

    /// Notes that a worker lets go of a sender that came in a message. Where its receiver is gone nobody waits for that, and it is as good as
    /// kept.
    pub(super) fn squanders(&self, st: &mut State, obj: ObjId, adt: &Adt) {
        let Some(ObjKind::Chan(chan)) = st.obj(obj).map(|obj| &obj.kind) else { return };
        let Some(brought) = chan.came.zip(adt.def).filter(|_| self.is_sender(adt)) else { return };
        let gone = st.trace.backwards().any(|event| event.kind == EventKind::Passed(Cond::Gone(obj)));
        if gone || st.trace.backwards().any(|event| event.kind.sends_on(obj)) {
            Rc::make_mut(&mut st.answered).insert(brought.0);
        }
        Rc::make_mut(if gone { &mut st.hoard } else { &mut st.squandered }).insert(brought);
    }

    /// Notes that a worker lets go of something that came in a message and that it has not looked at.
    pub(super) fn squanders_unseen(&self, st: &mut State, sym: &Sym) {
        // Nobody knows which variant it is: one that is not looked for.
        let undecided =
            matches!(sym.origin, Origin::Message(_)) && head(&sym.ty).is_some_and(|def| self.program.adts[def].kind == AdtKind::Enum);
        if let Some(chan) = brought_by(sym).filter(|_| !undecided) {
            let squandered = Rc::make_mut(&mut st.squandered);
            self.senders_of(&sym.ty, &mut BTreeSet::new(), &mut |def| _ = squandered.insert((chan, def)));
        }
    }

    /// The worker that takes the messages of `queue`, has not come to its end, and keeps what lies there of `chan` until then.
    pub(super) fn keeper(&self, st: &State, acting: &Acting, queue: ObjId, chan: ObjId) -> Option<ObjId> {
        let obj = st.obj(queue).filter(|obj| !obj.escaped)?;
        let ObjKind::Chan(inner) = &obj.kind else { return None };
        let [Holder::Worker(keeper)] = st.holders(queue, &|adt| self.is_receiver(adt))[..] else { return None };
        let workers = self.workers(st);
        let worker = workers.get(&keeper).filter(|worker| worker.status == Status::Running && !worker.behaviour.unknown)?;
        if acting.ended.contains(&keeper) {
            return None;
        }
        let is_it = |message: &&Val| st.reaches(message, chan, &|adt| self.is_sender(adt)).is_some();
        let at = inner.queue.iter().position(|message| is_it(&message))?;
        let (message, later) = (&inner.queue[at], &inner.queue[at + 1..]);
        if later.iter().any(|later| is_it(&later) || are_namesakes(st, message, later)) {
            return None;
        }
        let mut ends = Vec::new();
        message.handles(&mut |obj, adt| ends.extend(adt.def.filter(|_| obj == chan && self.is_sender(adt))));
        let [end] = ends[..] else { return None };
        let takes = |path: &WorkerPath| takes(st, path, queue, message);
        let rounds: Vec<(usize, &WorkerPath)> =
            worker.behaviour.paths.iter().enumerate().filter(|(_, path)| path.end == PathEnd::Loops && takes(path)).collect();
        let keeps = |path: &WorkerPath| path.hoard.contains(&(queue, end));
        let may_come = |at: usize| match acting.stopped.get(&(keeper, at)) {
            None => false,
            Some(None) => true,
            Some(Some(cond)) => cond.obj() != Some(queue),
        };
        let surely = rounds.iter().any(|(_, path)| keeps(path)) && !rounds.iter().any(|(at, path)| may_come(*at) && !keeps(path));
        surely.then_some(keeper)
    }

    /// Whether the workers that take the messages of `queue` may send on what lies there of `chan`. One that lets go of such a message without, on
    /// some way, may not when it counts.
    pub(super) fn may_answer(&self, st: &State, queue: ObjId, chan: ObjId) -> bool {
        let Some(obj) = st.obj(queue).filter(|obj| !obj.escaped) else { return true };
        let ObjKind::Chan(inner) = &obj.kind else { return true };
        let is_it = |value: &Val| st.reaches(value, chan, &|adt| self.is_sender(adt)).is_some();
        let Some(message) = inner.queue.iter().find(|message| is_it(message)) else { return true };
        if is_in_code(st, message, &is_it, &mut { PARTS }) {
            return true;
        }
        let workers = self.workers(st);
        !st.holders(queue, &|adt| self.is_receiver(adt)).iter().any(|holder| {
            let worker = if let Holder::Worker(id) = holder { workers.get(id) } else { None };
            // Where no more messages come it lets go of what it has kept.
            let told_off = |path: &WorkerPath| path.events.iter().any(|event| event.kind == EventKind::Passed(Cond::Eof(queue)));
            let silent = |path: &WorkerPath| {
                let keeps = path.answers.contains(&queue) || path.hoard.iter().any(|(from, _)| *from == queue);
                !path.accident && takes(st, path, queue, message) && !keeps && !told_off(path)
            };
            worker.is_some_and(|worker| !worker.behaviour.unknown && worker.behaviour.paths.iter().any(silent))
        })
    }

    /// Tells of the types of senders in a type, at any depth.
    fn senders_of(&self, ty: &Ty, known: &mut BTreeSet<AdtId>, tell: &mut dyn FnMut(AdtId)) {
        match ty {
            Ty::Adt(def, substs) => {
                for ty in substs {
                    self.senders_of(ty, known, tell);
                }
                if !known.insert(*def) {
                    return;
                }
                let adt = &self.program.adts[*def];
                let handle = Adt { def: Some(*def), variant: 0, fields: Vec::new(), handle: None };
                if self.is_sender(&handle) {
                    tell(*def);
                } else {
                    let fields = adt.variants.iter().flat_map(|variant| variant.fields.values());
                    fields.for_each(|ty| self.senders_of(ty, known, tell));
                }
            }
            Ty::Tuple(tys) => tys.iter().for_each(|ty| self.senders_of(ty, known, tell)),
            Ty::Slice(ty) | Ty::Array(ty) => self.senders_of(ty, known, tell),
            _ => {}
        }
    }
}

/// Whether a worker takes such a message on this path.
fn takes(st: &State, path: &WorkerPath, queue: ObjId, message: &Val) -> bool {
    let variant = match st.settle(message) {
        Val::Adt(adt) => Some(adt.variant),
        _ => None,
    };
    let kinds = path.events.iter().filter_map(|event| match event.kind {
        EventKind::Passed(Cond::Msg(on, variant)) if on == queue => Some(variant),
        _ => None,
    });
    let kinds: Vec<Option<u32>> = kinds.collect();
    // Where it looks at no kind, it is any message.
    if kinds.iter().any(Option::is_some) { variant.is_some() && kinds.contains(&variant) } else { !kinds.is_empty() }
}

/// Whether something lies in code that is sent: what that does with it is not known to whoever runs it.
fn is_in_code(st: &State, value: &Val, is_it: &dyn Fn(&Val) -> bool, left: &mut usize) -> bool {
    match st.settle(value) {
        _ if !look(left) => true,
        Val::Code(_) => is_it(value),
        Val::Adt(adt) => adt.fields.iter().any(|(_, field)| is_in_code(st, field, is_it, left)),
        Val::Bag(bag) => bag.items.iter().any(|(_, item)| is_in_code(st, item, is_it, left)),
        _ => false,
    }
}

/// The channels from whose messages the ends came on which a worker has sent, or found the receiver gone.
pub(super) fn answers(st: &State, events: &[Event]) -> BTreeSet<ObjId> {
    let used = events.iter().filter_map(|event| match event.kind {
        EventKind::Sent { chan, .. } | EventKind::Passed(Cond::Gone(chan)) => Some(chan),
        _ => None,
    });
    let came = |chan: ObjId| if let ObjKind::Chan(chan) = &st.obj(chan)?.kind { chan.came } else { None };
    used.filter_map(came).chain(st.answered.iter().copied()).collect()
}

/// Whether two messages of one kind have something in common that may be a name: the later one may take the place of the other.
fn are_namesakes(st: &State, one: &Val, two: &Val) -> bool {
    match (st.settle(one), st.settle(two)) {
        (Val::Adt(one), Val::Adt(two)) if one.def == two.def && one.variant == two.variant => {
            one.fields.iter().zip(&two.fields).any(|((_, one), (_, two))| are_namesakes(st, one, two))
        }
        (one @ (Val::Str(_) | Val::Int(_) | Val::Sym(_)), two) => one == two,
        _ => false,
    }
}

/// The channel in whose message a symbolic value came that may own handles.
pub(super) fn brought_by(sym: &Sym) -> Option<ObjId> {
    match sym.origin {
        Origin::Message(chan) | Origin::Part(chan) if sym.holds => Some(chan),
        _ => None,
    }
}

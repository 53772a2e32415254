//! A hazard told in the words of the user's code: what things are called, and what happened in which order.

use crate::analysis::Machine;
use crate::analysis::hazard::{Hazard, HazardKind, Unmet};
use crate::analysis::object::{ObjKind, Worker};
use crate::analysis::state::Holder;
use crate::analysis::stops::Unheard;
use crate::analysis::teardown::{gives, is_work};
use crate::analysis::trace::{Cond, Event, EventKind};
use crate::analysis::value::{Adt, CodeKind, LocStep, ObjId, Root, Val};
use crate::base::{FileSpan, Name};
use crate::diagnostic::Level;
use crate::ir::{AdtId, Block, FnId, Local, LocalDecl, TerminatorKind, Ty, WorkerKind};

/// What is said of a sender that nothing will drop.
pub const LEAKED: &str = "from here on nothing drops the sender";

/// A hazard with the machine that can explain it.
pub struct Story<'a, 'm> {
    /// The machine.
    pub machine: &'a Machine<'m>,
    /// The hazard.
    pub hazard: &'a Hazard,
}

impl<'a, 'm> Story<'a, 'm> {
    /// The story of a hazard.
    pub fn new(machine: &'a Machine<'m>, hazard: &'a Hazard) -> Self {
        Self { machine, hazard }
    }

    /// The level of the finding, if it is not the rule's own: an executor whose only thread waits never goes on.
    pub fn level(&self) -> Option<Level> {
        matches!(self.hazard.kind, HazardKind::Starved { .. }).then_some(Level::Deny)
    }

    /// The proof, where the hazard is a wait.
    pub fn proof(&self) -> &'a [Unmet] {
        match &self.hazard.kind {
            HazardKind::Parked { proof, .. } => proof,
            _ => &[],
        }
    }

    /// Of the proof what leads from the wait to those who would have had to act. That others would have to go first for a send to fail is
    /// nothing that anybody does to end a wait.
    pub fn chain(&self) -> Vec<&'a Unmet> {
        let proof = self.proof();
        let mut chain: Vec<&Unmet> = proof.iter().filter(|unmet| unmet.waiter.is_none()).collect();
        let mut at = 0;
        while let Some(&unmet) = chain.get(at) {
            at += 1;
            let leads = |worker: ObjId| unmet.cond == Cond::Exit(worker) || unmet.holders.contains(&Holder::Worker(worker));
            let waits = |next: &&Unmet| next.waiter.is_some_and(leads) && !matches!(next.cond, Cond::Gone(_));
            let next = proof.iter().filter(waits).filter(|next| !chain.contains(next));
            chain.extend(next.collect::<Vec<_>>());
        }
        chain
    }

    /// Whether the wait is one for what a value that went without its abort would have given: that drop is the finding.
    pub fn follows_from_a_drop(&self) -> bool {
        let lost = |cond: &Cond| subject(cond).is_some_and(|obj| self.hazard.state.forsaken.contains(&obj));
        self.proof().iter().any(|unmet| lost(&unmet.cond))
    }

    /// The worker that is waited for, where the hazard is a join or a wait for what it says at its end.
    pub fn joined(&self) -> Option<(ObjId, &'a Worker)> {
        let HazardKind::Parked { conds, .. } = &self.hazard.kind else { return None };
        let joined = conds.iter().find_map(|cond| match cond {
            Cond::Exit(worker) => Some(*worker),
            _ => None,
        });
        let worker = joined.or_else(|| self.announced())?;
        Some((worker, self.worker(worker)?))
    }

    /// The worker whose end is told by what is received: it alone has the sender, and sends at most once, or nobody but workers has
    /// one.
    fn announced(&self) -> Option<ObjId> {
        let chan = self.received()?;
        let own = |unmet: &&Unmet| unmet.waiter.is_none();
        let told = self.proof().iter().filter(own).flat_map(|unmet| &unmet.holders).find_map(|holder| match holder {
            Holder::Worker(id) if self.machine.tells_end(&self.hazard.state, *id, chan) => Some(*id),
            _ => None,
        });
        // Of a channel that workers alone hold, the end is theirs.
        let held = || {
            let eof = self.proof().iter().filter(own).find(|unmet| unmet.cond == Cond::Eof(chan))?;
            let worker = |holder: &Holder| if let Holder::Worker(id) = holder { Some(*id) } else { None };
            let all: Option<Vec<ObjId>> = eof.holders.iter().map(worker).collect();
            all?.first().copied()
        };
        told.or_else(held)
    }

    /// The channel that is received from, where the hazard is a receive.
    pub fn received(&self) -> Option<ObjId> {
        let HazardKind::Parked { conds, .. } = &self.hazard.kind else { return None };
        conds.iter().find_map(|cond| match cond {
            Cond::Eof(chan) | Cond::Msg(chan, _) => Some(*chan),
            _ => None,
        })
    }

    /// A worker of the hazard's state.
    pub fn worker(&self, id: ObjId) -> Option<&'a Worker> {
        match &self.hazard.state.obj(id)?.kind {
            ObjKind::Worker(worker) => Some(worker),
            _ => None,
        }
    }

    /// The stop that a worker was given and does not get to see. One that a newtype of the user's gives is given where that is asked for it.
    pub fn unheard(&self, id: ObjId, later: bool) -> Option<Unheard> {
        let unheard = self.machine.unheard(&self.hazard.state, id, later)?;
        let at = self.asked_at(unheard.at).unwrap_or(unheard.at);
        Some(Unheard { at, ..unheard })
    }

    /// Where a method was called that does this and no more, for a type that has nothing but one field.
    fn asked_at(&self, at: FileSpan) -> Option<FileSpan> {
        let events = self.events();
        let done = events.iter().rposition(|event| event.at == at)?;
        let func = events[done].func.filter(|func| self.is_newtypes(*func))?;
        events[..done].iter().rev().find(|event| event.kind == EventKind::Entered(func)).map(|event| event.at)
    }

    fn is_newtypes(&self, func: FnId) -> bool {
        let program = self.machine.program;
        let def = &program.fns[func];
        let Some(Ty::Adt(own, _)) = def.params.first().map(bare).filter(|_| def.self_kind.is_some()) else { return false };
        let single = matches!(program.adts[*own].variants.as_slice(), [shape] if shape.fields.len() == 1);
        let Some(root) = def.body.filter(|_| single) else { return false };
        let branches = |block: &Block| matches!(block.terminator.kind, TerminatorKind::Switch { .. });
        !self.machine.linked.body(root).blocks.iter().any(branches)
    }

    /// Where a worker was started.
    pub fn spawned(&self, id: ObjId) -> Option<FileSpan> {
        let events = self.events();
        let start = events.iter().position(|event| event.kind == EventKind::Spawned(id))?;
        Some(self.machine.handed_from(&self.hazard.state, &events, start, id))
    }

    /// The events of the path, in order.
    pub fn events(&self) -> Vec<&'a Event> {
        self.hazard.state.trace.events()
    }

    /// Whether a place lies in code of a stub, or nowhere.
    pub fn in_stub(&self, at: FileSpan) -> bool {
        at.span.end == 0 || self.machine.index.stubs.contains(&at.file)
    }

    /// What the user calls a holder: `tx`, `self.records`; `None` for holders that have no name.
    pub fn name(&self, holder: &Holder) -> Option<String> {
        match holder {
            Holder::Frame(depth, local, path) | Holder::Shared(_, depth, local, path) => self.local_name(*depth, *local, path),
            _ => None,
        }
    }

    fn local_name(&self, depth: usize, local: Local, path: &[Name]) -> Option<String> {
        let state = &self.hazard.state;
        let frame = state.frames.get(depth)?;
        let body = self.machine.linked.body(frame.body);
        match body.locals[local].name.as_ref().filter(|_| !frame.stub) {
            Some(name) => Some(self.spelled(name, frame.locals.get(local), path)),
            None => self.behind_self(depth, local, path),
        }
    }

    /// What has no name where it lies may be in reach of a method further in: `self.tx`.
    fn behind_self(&self, depth: usize, local: Local, path: &[Name]) -> Option<String> {
        let state = &self.hazard.state;
        let inner = state.frames.get(depth + 1..)?.iter().rev().filter(|frame| !frame.stub);
        inner.into_iter().find_map(|frame| {
            let body = self.machine.linked.body(frame.body);
            let is_self = |local: &LocalDecl| local.name.as_ref().is_some_and(|name| name.as_str() == "self");
            let (this, def) = body.locals.iter_enumerated().find(|(_, local)| is_self(local))?;
            let Val::Ref(loc) = frame.locals.get(this)? else { return None };
            let steps = loc.steps.iter().map(LocStep::name).collect::<Option<Vec<_>>>()?;
            let leads = loc.root == Root::Local(depth, local) && steps.len() < path.len() && path.iter().zip(&steps).all(|(a, b)| a == *b);
            def.name.as_ref().filter(|_| leads).map(|name| self.spelled(name, state.read(loc), &path[steps.len()..]))
        })
    }

    /// What the user calls what lies in a value that they call so.
    fn spelled(&self, name: &Name, value: Option<&Val>, path: &[Name]) -> String {
        let state = &self.hazard.state;
        let mut name = name.to_string();
        let mut at = value.map(|value| self.unwrapped(value));
        for field in path {
            let adt = match at {
                Some(Val::Adt(adt)) => Some(adt),
                // Which of its elements it is has no name.
                Some(Val::Bag(_)) => break,
                _ => None,
            };
            // What a wrapper that is not the user's calls its content says nothing to them.
            let stub = |def: AdtId| self.machine.program.krates[self.machine.program.adts[def].krate].stub;
            if adt.is_some_and(|adt| adt.fields.len() == 1 && adt.def.is_some_and(stub)) {
                break;
            }
            name.push('.');
            name.push_str(field);
            let found = adt.and_then(|adt| adt.fields.iter().find(|(known, _)| known == field));
            at = found.map(|(_, value)| self.unwrapped(state.settle(value)));
        }
        name
    }

    /// A value, or what lies in the memory to which it points.
    fn unwrapped(&self, value: &'a Val) -> &'a Val {
        let state = &self.hazard.state;
        match state.settle(value) {
            Val::Adt(adt) => match adt.handle.and_then(|cell| state.obj(cell)).map(|obj| &obj.kind) {
                Some(ObjKind::Cell(cell)) => self.unwrapped(&cell.content),
                _ => state.settle(value),
            },
            other => other,
        }
    }

    /// What a worker calls the sender of a channel that it carries.
    pub fn carried(&self, worker: ObjId, chan: ObjId) -> Option<String> {
        let Val::Code(code) = &self.worker(worker)?.code else { return None };
        let sender = |adt: &Adt| self.machine.is_sender(adt);
        let reached = |value: &'a Val| self.hazard.state.reaches(value, chan, &sender).map(|(path, _)| (value, path));
        let (at, (value, path)) = code.env.iter().enumerate().find_map(|(at, value)| Some((at, reached(value)?)))?;
        let name = match code.what {
            CodeKind::Closure(body) | CodeKind::Block(body) | CodeKind::ClosureCall(body) => {
                let body = self.machine.linked.body(body);
                body.locals[body.captures.get(at)?.local].name.as_ref()?
            }
            CodeKind::Call(func) => self.machine.program.fns[func].param_names.get(at)?.as_ref()?,
            _ => return None,
        };
        Some(self.spelled(name, Some(value), &path))
    }

    /// What the user calls the first of these holders that has a name, a frame's before a worker's.
    pub fn held_by(&self, holders: &[Holder]) -> Option<String> {
        holders.iter().rev().find_map(|holder| self.name(holder))
    }

    /// What a handle of the object is called where it is held in view.
    pub fn called(&self, obj: ObjId, sender: bool) -> Option<String> {
        let holders =
            self.hazard.state.holders(obj, &|adt| if sender { self.machine.is_sender(adt) } else { self.machine.is_receiver(adt) });
        self.held_by(&holders)
    }

    /// The word for a worker, by its id.
    pub fn who(&self, id: ObjId) -> &'static str {
        self.worker(id).map_or("worker", |worker| self.kind(worker))
    }

    /// The word for a worker of this kind.
    pub fn kind(&self, worker: &Worker) -> &'static str {
        match worker.kind {
            WorkerKind::Thread | WorkerKind::Scoped => "thread",
            WorkerKind::Task => "task",
            WorkerKind::Blocking => "blocking task",
            WorkerKind::Process => "process",
        }
    }

    /// The handle that the finding is about, for baselines.
    pub fn handle(&self) -> Option<Name> {
        let obj = self.received().or_else(|| self.proof().iter().find_map(|unmet| subject(&unmet.cond)))?;
        self.called(obj, true).or_else(|| self.called(obj, false)).map(|name| Name::new(&name))
    }

    /// What would stop the worker that is waited for, and comes only after the wait.
    pub fn late_stop(&self) -> Option<(ObjId, &'a Event)> {
        let (id, joined) = self.joined()?;
        let waits_for = |chan: ObjId| joined.behaviour.events().any(|event| event.kind == EventKind::Passed(Cond::Eof(chan)));
        let late = |event: &&Event| match &event.kind {
            EventKind::Killed(killed) => *killed == id,
            // For the end of what comes from outside there is no other reason than this.
            EventKind::Closed(chan) | EventKind::Aborted(chan) if self.is_external(*chan) => waits_for(*chan),
            other => self.proof().iter().any(|unmet| {
                let worker = unmet.waiter.and_then(|waiter| self.worker(waiter));
                worker.is_some_and(|worker| gives(other, &unmet.cond) && !is_work(other, worker))
            }),
        };
        self.hazard.later.iter().find(late).map(|stop| (id, stop))
    }

    /// Whether the other end of a channel is out of view for good.
    fn is_external(&self, chan: ObjId) -> bool {
        matches!(self.hazard.state.obj(chan).map(|obj| &obj.kind), Some(ObjKind::Chan(chan)) if chan.external)
    }

    /// What a condition is, in words.
    pub fn waits_for(&self, cond: &Cond) -> String {
        match cond {
            Cond::Eof(_) => "EOF".to_owned(),
            Cond::Msg(chan, _) if self.is_external(*chan) => "a peer to send or connect".to_owned(),
            Cond::Msg(_, None) => "a message".to_owned(),
            Cond::Msg(_, Some(_)) => "a message that ends it".to_owned(),
            Cond::Room(_) => "room in the channel".to_owned(),
            Cond::Gone(_) => "the receiver to go".to_owned(),
            Cond::Signal(..) => "a signal".to_owned(),
            Cond::Becomes(..) => "a shared value to change".to_owned(),
            Cond::Exit(_) => "a worker to end".to_owned(),
            Cond::Lock(_) | Cond::Share(_) => "a lock".to_owned(),
            Cond::Time => "time to pass".to_owned(),
            Cond::Outside => "something from outside".to_owned(),
        }
    }
}

/// A type, references to it left out.
fn bare(ty: &Ty) -> &Ty {
    match ty {
        Ty::Ref(_, inner) => bare(inner),
        other => other,
    }
}

/// The object that a condition is about.
pub fn subject(cond: &Cond) -> Option<ObjId> {
    match cond {
        Cond::Eof(obj)
        | Cond::Msg(obj, _)
        | Cond::Room(obj)
        | Cond::Gone(obj)
        | Cond::Signal(obj, _)
        | Cond::Exit(obj)
        | Cond::Lock(obj)
        | Cond::Share(obj) => Some(*obj),
        Cond::Becomes(loc, _) => match loc.root {
            crate::analysis::value::Root::Cell(cell) => Some(cell),
            crate::analysis::value::Root::Local(..) => None,
        },
        Cond::Time | Cond::Outside => None,
    }
}

/// Whether a holder is a frame: something that lives in a variable of the one who waits.
pub fn is_frame(holder: &Holder) -> bool {
    matches!(holder, Holder::Frame(..) | Holder::Shared(..))
}

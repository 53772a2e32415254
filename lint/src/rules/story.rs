//! A hazard told in the words of the user's code: what things are called, and what happened in which order.

use std::collections::BTreeSet;

use crate::analysis::Machine;
use crate::analysis::breaks_promise;
use crate::analysis::hazard::{Hazard, HazardKind, Stay, Unmet};
use crate::analysis::object::{Lock, ObjKind, Worker};
use crate::analysis::state::Holder;
use crate::analysis::stops::{Deaf, Unheard};
use crate::analysis::trace::{Cond, Event, EventKind};
use crate::analysis::value::{ObjId, Val};
use crate::base::{FileSpan, Name};
use crate::diagnostic::{Level, Step};
use crate::ir::{AdtId, Block, FnId, Local, TerminatorKind, Ty, WorkerKind};

/// A type, references to it left out.
fn bare(ty: &Ty) -> &Ty {
    match ty {
        Ty::Ref(_, inner) => bare(inner),
        other => other,
    }
}

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
            if matches!(unmet.cond, Cond::Gone(_)) {
                continue;
            }
            let leads = |worker: ObjId| unmet.cond == Cond::Exit(worker) || unmet.holders.contains(&Holder::Worker(worker));
            let next = proof.iter().filter(|next| next.waiter.is_some_and(leads)).filter(|next| !chain.contains(next));
            chain.extend(next.collect::<Vec<_>>());
        }
        chain
    }

    /// Whether the wait is one for what a value that went without its abort would have given: that drop is the finding.
    pub fn follows_from_a_drop(&self) -> bool {
        let lost = |cond: &Cond| subject(cond).is_some_and(|obj| self.hazard.state.forsaken.contains(&obj));
        self.proof().iter().any(|unmet| lost(&unmet.cond))
    }

    /// Whether the path ran a function that breaks what its attribute promises: what waits for that waits for what is told of there.
    pub fn follows_from_a_broken_promise(&self) -> bool {
        let breaks = |event: &Event| matches!(event.kind, EventKind::Entered(func) if breaks_promise(self.machine.linked, func));
        !self.proof().is_empty() && self.hazard.state.trace.backwards().any(breaks)
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
        let wrapper = events[start].func.filter(|func| self.machine.hands_on(&self.hazard.state, *func, id));
        // What a wrapper starts is started where it is called.
        let call = wrapper.and_then(|func| events[..start].iter().rev().find(|event| event.kind == EventKind::Entered(func)));
        Some(call.map_or(events[start].at, |event| event.at))
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
        let frame = self.hazard.state.frames.get(depth)?;
        if frame.stub {
            return None;
        }
        let body = self.machine.linked.body(frame.body);
        let mut name = body.locals[local].name.as_ref()?.to_string();
        let state = &self.hazard.state;
        let mut at = frame.locals.get(local);
        for field in path {
            let adt = match at.map(|value| state.settle(value)) {
                Some(Val::Adt(adt)) => Some(adt),
                _ => None,
            };
            // What a wrapper that is not the user's calls its content says nothing to them.
            let stub = |def: AdtId| self.machine.program.krates[self.machine.program.adts[def].krate].stub;
            if adt.is_some_and(|adt| adt.fields.len() == 1 && adt.def.is_some_and(stub)) {
                break;
            }
            name.push('.');
            name.push_str(field);
            at = adt.and_then(|adt| adt.fields.iter().find(|(known, _)| known == field)).map(|(_, value)| value);
        }
        Some(name)
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

    /// The objects that the story is about.
    fn cast(&self) -> BTreeSet<ObjId> {
        let mut cast = BTreeSet::new();
        for unmet in self.proof() {
            cast.extend(subject(&unmet.cond));
            cast.extend(unmet.waiter);
            cast.extend(unmet.holders.iter().filter_map(|holder| match holder {
                Holder::Worker(id) | Holder::Queue(id) => Some(*id),
                _ => None,
            }));
        }
        match &self.hazard.kind {
            HazardKind::Lossy(obj)
            | HazardKind::Unaborted(obj, _)
            | HazardKind::LetGo(obj, _)
            | HazardKind::Unreaped(obj, _)
            | HazardKind::Refused(obj, _)
            | HazardKind::SelfSend(obj) => {
                cast.insert(*obj);
            }
            HazardKind::Stays(worker, _) => {
                cast.insert(*worker);
            }
            HazardKind::SelfParked { worker, chan, .. } => cast.extend([*worker, *chan]),
            HazardKind::Inherited { process, reader } => {
                cast.insert(*process);
                cast.extend(reader.map(|(id, _)| id));
            }
            HazardKind::Starved { conds, worker, wakers } => {
                cast.extend(conds.iter().filter_map(subject));
                cast.extend(worker.iter().chain(wakers));
            }
            HazardKind::Locked { conds, guard, needs, .. } => {
                cast.extend(conds.iter().filter_map(subject));
                cast.extend(needs.waiter);
                cast.extend(if let Holder::Worker(id) = guard { Some(*id) } else { None });
            }
            HazardKind::Severed { worker, socket, .. } => cast.extend([*worker, *socket]),
            HazardKind::Lingers(cond) => cast.extend(subject(cond)),
            HazardKind::Orphaned { worker, table } => cast.extend([*worker, *table]),
            _ => {}
        }
        // Workers that hold an end of a channel of the story belong to it.
        for (&id, obj) in self.hazard.state.objs.iter() {
            if let ObjKind::Worker(worker) = &obj.kind {
                let mut holds = false;
                worker.code.handles(&mut |held, _| holds |= cast.contains(&held));
                if holds {
                    cast.insert(id);
                }
            }
        }
        cast
    }

    /// The steps from the making of the channel to the wait; the finding itself points at `told`.
    pub fn path(&self, told: FileSpan) -> Vec<Step> {
        let cast = self.cast();
        let mut steps: Vec<Step> = Vec::new();
        let mut add = |at: FileSpan, what: String| {
            let step = Step { at, what };
            if !self.in_stub(at) && !steps.contains(&step) {
                steps.push(step);
            }
        };
        for event in self.events() {
            let what = match &event.kind {
                EventKind::Made(obj) if cast.contains(obj) => match self.hazard.state.obj(*obj).map(|obj| &obj.kind) {
                    Some(ObjKind::Chan(_)) => "the channel is made here".to_owned(),
                    Some(ObjKind::Signal(_)) => "the signal is made here".to_owned(),
                    _ => continue,
                },
                EventKind::Cloned(obj) if cast.contains(obj) => "one more handle of it is made here".to_owned(),
                EventKind::Spawned(obj) if cast.contains(obj) => match self.worker(*obj) {
                    Some(worker) => format!("a {} is started here", self.kind(worker)),
                    None => "a worker is started here".to_owned(),
                },
                EventKind::Mentioned(obj) if cast.contains(obj) => "this names the handle, it does not drop it".to_owned(),
                EventKind::Killed(obj) if cast.contains(obj) => "it is killed here".to_owned(),
                EventKind::Joined(obj) if cast.contains(obj) => "it has ended here".to_owned(),
                EventKind::Set(obj, _) if cast.contains(obj) => "the signal is given here".to_owned(),
                EventKind::Closed(obj) | EventKind::Aborted(obj) if cast.contains(obj) && self.worker(*obj).is_none() => {
                    "it is closed here".to_owned()
                }
                EventKind::Leaked(obj) if cast.contains(obj) => "from here on nothing drops it".to_owned(),
                _ => continue,
            };
            add(event.at, what);
        }
        for unmet in self.proof() {
            let Some(worker) = unmet.waiter.and_then(|id| self.worker(id)) else { continue };
            let what = self.waits_for(&unmet.cond);
            add(unmet.at, format!("the {} waits here for {what}", self.kind(worker)));
        }
        if let HazardKind::Locked { lock, needs, .. } = &self.hazard.kind {
            if let Some(ObjKind::Lock(Lock { held: Some(taken), .. })) = self.hazard.state.obj(*lock).map(|obj| &obj.kind) {
                add(*taken, "the lock is taken here".to_owned());
            }
            let who = needs.waiter.and_then(|id| self.worker(id)).map_or("this", |worker| self.kind(worker));
            add(needs.at, format!("{}{who} must take the same lock here", if who == "this" { "" } else { "the " }));
        }
        let stays = match self.hazard.kind {
            HazardKind::Stays(id, stay) => self.unheard(id, stay != Stay::Joined),
            _ => None,
        };
        match stays.map(|unheard| unheard.why) {
            Some(Deaf::Parked(at, cond)) => add(at, format!("it stands here and waits for {}", self.waits_for(&cond))),
            Some(Deaf::InnerLoop(at)) => add(at, "this leaves the inner loop, and the outer one goes on".to_owned()),
            _ => {}
        }
        if let HazardKind::SelfParked { wait, .. } = self.hazard.kind {
            add(wait, "it waits here for EOF".to_owned());
        }
        if let HazardKind::Inherited { reader: Some((_, at)), .. } = self.hazard.kind {
            add(at, "it waits here for EOF of what the child writes".to_owned());
        }
        if let HazardKind::Severed { wait, .. } = self.hazard.kind {
            add(wait, "who waits here waits for ever".to_owned());
        }
        if let HazardKind::Parked { .. } = self.hazard.kind
            && self.hazard.at != told
        {
            add(self.hazard.at, "who waits here waits for ever".to_owned());
        }
        steps
    }

    /// What a condition is, in words.
    pub fn waits_for(&self, cond: &Cond) -> String {
        match cond {
            Cond::Eof(_) => "EOF".to_owned(),
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

//! Workers that stay: told to stop in a way that they don't get to see, or let go with nobody left who could tell them.
//!
//! The query *who wakes it?* (`wakes`) asks whether a worker may end from where it starts. Here it is asked from where it may stand by now: a
//! worker that is parked in `accept` when its flag is raised does not come to look at the flag.
//!
//! ```ignore
//! while !closing.load(Relaxed) {
//!     let (stream, _) = listener.accept()?; // here it stands when `closing` is set
//! }
//! ```

use std::collections::BTreeSet;

use super::hazard::{Hazard, HazardKind, Stay};
use super::machine::{Machine, WEAK};
use super::object::{Endless, ObjKind, PathEnd, Status, Worker, WorkerPath};
use super::shown::may_show;
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{ObjId, Root, Val};
use super::wakes::{Acting, drops_first, is_external};
use crate::base::FileSpan;
use crate::ir::{AdtId, Container, FnId, Ty, WorkerKind};

/// A stop that a worker does not get to see.
#[derive(Clone, Debug)]
pub struct Unheard {
    /// The stop: a kill, a flag, a message.
    pub at: FileSpan,
    /// Why it is not seen.
    pub why: Deaf,
}

/// Why a worker does not see that it should stop.
#[derive(Clone, Debug)]
pub enum Deaf {
    /// It can't be aborted: it runs on a thread of its own, or never lets go of the one it runs on.
    NotAborted,
    /// It waits here for something else.
    Parked(FileSpan, Cond),
    /// It leaves only the inner one of its loops, here.
    InnerLoop(FileSpan),
    /// It never looks.
    NeverLooks,
}

/// A worker in a state, and who may act.
struct View<'s> {
    st: &'s State,
    acting: Acting,
    id: ObjId,
    worker: &'s Worker,
    /// What happened since it was started.
    events: Vec<&'s Event>,
    /// Whether whoever is in view may act later; else they wait for this worker.
    later: bool,
}

impl Machine<'_> {
    fn view<'s>(&self, st: &'s State, id: ObjId, later: bool) -> Option<View<'s>> {
        let ObjKind::Worker(worker) = &st.obj(id)?.kind else { return None };
        if worker.status == Status::Done || worker.behaviour.unknown || worker.kind == WorkerKind::Process {
            return None;
        }
        let mut events = st.trace.events();
        let start = events.iter().position(|event| event.kind == EventKind::Spawned(id))?;
        events.drain(..start);
        Some(View { st, acting: self.acting(st), id, worker, events, later })
    }

    /// The stop that a worker was given and does not get to see. With `later`, what is still in view may do more for it; without, whoever is
    /// in view waits for it.
    pub fn unheard(&self, st: &State, id: ObjId, later: bool) -> Option<Unheard> {
        let view = self.view(st, id, later)?;
        if let Some(at) = view.worker.killed {
            return (!self.ends(&view)).then_some(Unheard { at, why: Deaf::NotAborted });
        }
        self.behind_a_wait(&view).or_else(|| self.inner_break(&view)).or_else(|| self.never_looks(&view))
    }

    /// A flag or token that the worker does look at, but not from where it may be parked.
    fn behind_a_wait(&self, view: &View<'_>) -> Option<Unheard> {
        // Who waits for the signal itself somewhere, in a `select!`, is taken to be heedful everywhere.
        let waited_for = |cond: &Cond| matches!(cond, Cond::Signal(signal, _) if view.worker.behaviour.paths.iter().any(|path| waits_for(path, *signal)));
        let exits = |event: &Event| view.exits().any(|path| decides(path).any(|cond| raises(&event.kind, cond) && !waited_for(cond)));
        let given = view.events.iter().rposition(|event| exits(event))?;
        let stop = view.events[given];
        for path in &view.worker.behaviour.paths {
            for (at, event) in path.events.iter().enumerate() {
                let EventKind::Waits(conds) = &event.kind else { continue };
                let before = || {
                    path.events[..at].iter().filter_map(|event| match &event.kind {
                        EventKind::Passed(cond) => Some(cond),
                        _ => None,
                    })
                };
                // A stop may be given in more ways than one: whoever took the other knows too.
                let knows = before().chain(conds).any(|cond| view.events[given..].iter().any(|event| raises(&event.kind, cond)));
                let comes_here = before().all(|cond| match cond {
                    Cond::Eof(_) | Cond::Gone(_) | Cond::Exit(_) => self.may_come(view, cond, None),
                    _ => true,
                });
                if !knows && comes_here && !conds.iter().any(|cond| self.may_come(view, cond, Some(given))) {
                    let cond = conds.first().cloned().unwrap_or(Cond::Outside);
                    return Some(Unheard { at: stop.at, why: Deaf::Parked(event.at, cond) });
                }
            }
        }
        None
    }

    /// A message whose arm leaves a loop and comes back to it by the loop around it.
    fn inner_break(&self, view: &View<'_>) -> Option<Unheard> {
        let sent = view.events.iter().rev().find_map(|event| match event.kind {
            EventKind::Sent { chan, variant: Some(variant), .. } => Some((event.at, chan, variant)),
            _ => None,
        });
        let (at, chan, variant) = sent?;
        let taken = Cond::Msg(chan, Some(variant));
        let paths = &view.worker.behaviour.paths;
        let inner = paths.iter().filter(|path| path.end == PathEnd::Loops).find_map(|path| leaves_on(path, &taken))?;
        let ends = |path: &WorkerPath| {
            let last = passed(path).last();
            let on_it = last == Some(&taken) && path.decided.is_others();
            let other = passed(path).any(|cond| !matches!(cond, Cond::Msg(..) | Cond::Room(_)));
            on_it || (other && passed(path).all(|cond| self.may_come(view, cond, None)))
        };
        (!view.exits().any(ends)).then_some(Unheard { at, why: Deaf::InnerLoop(inner) })
    }

    /// A flag that the worker holds and never looks at.
    fn never_looks(&self, view: &View<'_>) -> Option<Unheard> {
        let held = reach(view.st, &view.worker.code);
        let looks = |signal: ObjId| {
            view.worker.behaviour.events().any(|event| match &event.kind {
                EventKind::Polled(id) => *id == signal,
                EventKind::Passed(Cond::Signal(id, _)) => *id == signal,
                EventKind::Waits(conds) => conds.iter().any(|cond| matches!(cond, Cond::Signal(id, _) if *id == signal)),
                _ => false,
            })
        };
        let at = view.events.iter().rev().find_map(|event| match event.kind {
            EventKind::Set(signal, to) if to.is_some() && held.contains(&signal) && !looks(signal) => Some(event.at),
            _ => None,
        })?;
        (!self.ends(view)).then_some(Unheard { at, why: Deaf::NeverLooks })
    }

    /// A loop is left: if the end of a worker is why, the look at the worker is a wait for it.
    pub(super) fn leaves_on_end(&mut self, st: &State) {
        let passed = st.trace.backwards().take(64).find_map(|event| match &event.kind {
            EventKind::Passed(cond) => Some((event.at, cond)),
            _ => None,
        });
        if let Some((at, Cond::Exit(_))) = passed
            && let Some(ends) = self.looks.get_mut(&at)
        {
            *ends = true;
        }
    }

    /// Whether a worker ends only when it is told to, and may have been, or may be by who is still there.
    pub fn is_told(&self, st: &State, id: ObjId) -> bool {
        let Some(view) = self.view(st, id, true) else { return false };
        let told = |cond: &Cond| match cond {
            Cond::Time | Cond::Lock(_) | Cond::Share(_) | Cond::Room(_) | Cond::Gone(_) => false,
            Cond::Exit(other) => !self.is_left_alone(st, id, *other),
            _ => true,
        };
        let paths = &view.worker.behaviour.paths;
        let goes_round = |path: &&WorkerPath| path.end == PathEnd::Loops && !path.merged && !drains_closed(st, path);
        let round = |cond: &Cond| paths.iter().filter(goes_round).any(|path| passed(path).any(|other| other == cond));
        // What it waits for where it goes round all the same, a permit that it is lent, says nothing of an end.
        let tells = |path: &WorkerPath| passed(path).any(|cond| !round(cond)) && passed(path).all(|cond| self.may_come(&view, cond, None));
        let loops = paths.iter().any(|path| path.end == PathEnd::Loops);
        view.exits().all(|path| passed(path).any(told)) && self.ends(&view) && (!loops || view.exits().any(tells))
    }

    /// Whether a process is with this worker alone, and nobody has done anything to end it. Another one that was started later may be there for
    /// that.
    fn is_left_alone(&self, st: &State, id: ObjId, process: ObjId) -> bool {
        let Some(ObjKind::Worker(worker)) = st.obj(process).map(|obj| &obj.kind) else { return false };
        let reads = |event: &Event| matches!(event.kind, EventKind::Passed(Cond::Eof(_)));
        let quiet = worker.kind == WorkerKind::Process && worker.killed.is_none() && !worker.behaviour.events().any(reads);
        let later = |other: &ObjId, worker: &Worker| *other > process && worker.kind == WorkerKind::Process;
        quiet
            && st.holders(process, &|_| true) == [Holder::Worker(id)]
            && !self.workers(st).iter().any(|(other, worker)| later(other, worker))
    }

    /// Whether a channel is there to say that a worker has ended: it alone has the sender, and sends at most once.
    pub fn tells_end(&self, st: &State, id: ObjId, chan: ObjId) -> bool {
        let Some(view) = self.view(st, id, true) else { return false };
        let sends = |path: &WorkerPath| {
            let sent = path.events.iter().filter(|event| matches!(event.kind, EventKind::Sent { chan: id, .. } if id == chan)).count();
            if path.end == PathEnd::Loops { sent * 2 } else { sent }
        };
        let most = view.worker.behaviour.paths.iter().map(sends).max();
        most == Some(1) && st.holders(chan, &|adt| self.is_sender(adt)) == [Holder::Worker(id)]
    }

    /// Whether a bounded wait for a worker, or for what it says at its end, gives up here.
    pub fn gives_up(&self, st: &State, id: ObjId, event: &Event) -> bool {
        let EventKind::GaveUp(conds) = &event.kind else { return false };
        conds.iter().any(|cond| match cond {
            Cond::Exit(other) => *other == id && self.looks.get(&event.at).is_none_or(|ends| *ends),
            Cond::Msg(chan, _) => self.tells_end(st, id, *chan),
            _ => false,
        })
    }

    /// Whether the worker may come to an end.
    fn ends(&self, view: &View<'_>) -> bool {
        view.exits().any(|path| passed(path).all(|cond| self.may_come(view, cond, None)))
    }

    /// Whether a condition may come true, with `since` by what is done after that event or in the same function.
    fn may_come(&self, view: &View<'_>, cond: &Cond, since: Option<usize>) -> bool {
        let st = view.st;
        let acts = |is: &dyn Fn(&EventKind) -> bool| {
            let counts = |at: usize, event: &Event| since.is_none_or(|since| at > since || event.func == view.events[since].func);
            view.events.iter().enumerate().any(|(at, event)| counts(at, event) && is(&event.kind)) || view.acting.any(|kind| is(kind))
        };
        let others_hold = |obj: ObjId, sender: bool| {
            let holders = st.holders(obj, &|adt| if sender { self.is_sender(adt) } else { adt.variant != WEAK });
            view.later && holders.iter().any(|holder| *holder != Holder::Worker(view.id) && *holder != Holder::Leaked)
        };
        match cond {
            Cond::Time | Cond::Outside | Cond::Lock(_) | Cond::Share(_) | Cond::Room(_) => true,
            Cond::Exit(other) => {
                view.later || view.acting.ended.contains(other) || st.obj(*other).is_none_or(|obj| !matches!(obj.kind, ObjKind::Worker(_)))
            }
            Cond::Eof(chan) | Cond::Gone(chan) | Cond::Msg(chan, _) => {
                let Some(obj) = st.obj(*chan) else { return true };
                let ObjKind::Chan(inner) = &obj.kind else { return true };
                if obj.escaped && !inner.external || inner.closed.is_some() {
                    return true;
                }
                if acts(&|kind| matches!(kind, EventKind::Closed(id) | EventKind::Aborted(id) if id == chan)) {
                    return true;
                }
                if inner.external {
                    // Who connects, or speaks to the peer, may be heard by it.
                    let later = |at: usize| since.is_none_or(|since| at > since);
                    let told = view.events.iter().enumerate().any(|(at, event)| later(at) && speaks(st, &event.kind));
                    let speaks = told || view.acting.any(|kind| speaks(st, kind));
                    let peer = since.is_none() && (inner.eof || matches!(cond, Cond::Msg(..)));
                    return speaks || peer;
                }
                match cond {
                    Cond::Msg(_, wanted) => {
                        let sends = |kind: &EventKind| matches!(kind, EventKind::Sent { chan: id, variant, .. } if id == chan && (variant.is_none() || wanted.is_none() || variant == wanted));
                        acts(&sends) || others_hold(*chan, true)
                    }
                    Cond::Eof(_) => inner.eof && self.all_let_go(view, *chan, true),
                    _ => self.all_let_go(view, *chan, false),
                }
            }
            Cond::Signal(signal, value) => {
                let Some(obj) = st.obj(*signal) else { return true };
                let (lasting, now) = match &obj.kind {
                    ObjKind::Chan(chan) => (true, may_show(chan, *value) || others_hold(*signal, true)),
                    ObjKind::Signal(inner) => {
                        let now = match (&inner.value, value) {
                            (Val::Bool(now), Some(wanted)) => now == wanted,
                            (Val::Uninit, Some(wanted)) => inner.set == *wanted,
                            _ => true,
                        };
                        (inner.lasting, now)
                    }
                    _ => return true,
                };
                let set = |kind: &EventKind| matches!(kind, EventKind::Set(id, to) if id == signal && (to.is_none() || value.is_none() || to == value));
                obj.escaped || (lasting && now) || acts(&set) || (others_hold(*signal, false) && self.may_be_set(st, *signal))
            }
            Cond::Becomes(loc, seen) => {
                let now = st.may_hold(loc, *seen);
                let Root::Cell(cell) = loc.root else { return true };
                let wrote = |kind: &EventKind| matches!(kind, EventKind::Wrote(at, to) if at.overlaps(loc) && (at != loc || to.is_none_or(|to| to == *seen)));
                now || st.obj(cell).is_none_or(|obj| obj.escaped)
                    || acts(&wrote)
                    || (others_hold(cell, false) && self.may_be_written(st, loc))
            }
        }
    }

    /// Whether everybody who holds an end of this side of a channel may let go of it.
    fn all_let_go(&self, view: &View<'_>, chan: ObjId, sender: bool) -> bool {
        let holders = view.st.holders(chan, &|adt| if sender { self.is_sender(adt) } else { self.is_receiver(adt) });
        holders.iter().all(|holder| match holder {
            Holder::Worker(id) if *id == view.id => view.worker.behaviour.paths.iter().any(|path| drops_first(path, chan)),
            Holder::Worker(id) => view.later || view.acting.ended.contains(id),
            Holder::Frame(..) | Holder::Shared(..) => view.later,
            Holder::Leaked => false,
            Holder::Outside | Holder::Queue(_) => true,
        })
    }

    /// The workers that belong to a value of a type of the program's own: it keeps their handle or the ends that they listen on, or started
    /// them and shares something with them.
    pub(super) fn owned(&self, st: &State, value: &Val) -> Vec<ObjId> {
        let Val::Adt(adt) = st.settle(value) else { return Vec::new() };
        let Some(def) = adt.def.filter(|def| !self.program.krates[self.program.adts[*def].krate].stub) else { return Vec::new() };
        let told = |worker: &Worker| !worker.behaviour.unknown || worker.behaviour.endless != Endless::No;
        let running =
            |obj: &super::object::Obj| matches!(&obj.kind, ObjKind::Worker(worker) if worker.status == Status::Running && told(worker));
        if st.base > 0 || !st.objs.values().any(|obj| running(obj)) {
            return Vec::new();
        }
        let kept = reach(st, value);
        let mut owned = Vec::new();
        for (&id, obj) in st.objs.iter().filter(|(_, obj)| running(obj)) {
            let ObjKind::Worker(worker) = &obj.kind else { continue };
            let listens = || worker.behaviour.events().filter_map(listens_on).any(|on| kept.contains(&on));
            let started = || {
                let event = st.trace.backwards().find(|event| event.kind == EventKind::Spawned(id));
                event.and_then(|event| event.func).is_some_and(|func| self.is_of(func, def))
                    && reach(st, &worker.code).iter().any(|shared| kept.contains(shared))
            };
            if kept.contains(&id) || listens() || started() {
                owned.push(id);
            }
        }
        owned
    }

    /// Whether a function starts a worker with code that it was given.
    pub(super) fn hands_on(&self, st: &State, func: FnId, id: ObjId) -> bool {
        let Some(ObjKind::Worker(worker)) = st.obj(id).map(|obj| &obj.kind) else { return false };
        let from = worker.body.and_then(|body| self.program.bodies[body].func);
        let code = |ty: &Ty| match ty {
            Ty::Param(_) | Ty::Opaque(_) | Ty::Dyn(_) => true,
            Ty::Adt(_, args) => args.iter().any(has_dyn),
            _ => false,
        };
        let takes = self.program.fns[func].params.iter().any(code);
        takes
            && from.is_some_and(|from| {
                from != func && !crate::link::callgraph::named_by(self.linked, func).into_iter().any(|named| named == from)
            })
    }

    /// Whether a function belongs to a type, or makes its values.
    fn is_of(&self, func: FnId, def: AdtId) -> bool {
        let is = |ty: &Ty| matches!(ty, Ty::Adt(adt, _) if *adt == def);
        let own = &self.program.fns[func];
        let made = |ty: &Ty| matches!(ty, Ty::Adt(_, substs) if substs.iter().any(is));
        is(&own.ret) || made(&own.ret) || matches!(own.container, Container::Impl(id) if is(&self.program.impls[id].self_ty))
    }

    /// The owner of these workers, of this type, is gone: which of them stay, however it went? What it left behind, beside each state, lives on.
    pub(super) fn let_go_of(&mut self, ends: &[(&State, Option<&Val>)], workers: &[ObjId], owner: Option<AdtId>) {
        if workers.is_empty() || self.supposed {
            return;
        }
        let ends: Vec<State> = ends
            .iter()
            .map(|(st, left)| {
                let mut st = State::clone(st);
                if let Some(left) = left {
                    st.escape(left);
                }
                st
            })
            .collect();
        for &id in workers {
            // What waits for its own EOF has been told of where it was started.
            // One that was given up has been told of where that was.
            let known = |hazard: &Hazard| match hazard.kind {
                HazardKind::SelfParked { worker, .. } => worker == id,
                HazardKind::LetGo(worker, _) if worker == id => {
                    hazard.state.trace.backwards().any(|event| self.gives_up(&hazard.state, id, event))
                }
                _ => false,
            };
            let told = self.hazards.iter().chain(ends.iter().flat_map(|st| &st.lost)).any(known);
            // A state in which a look at it found it at its end by itself says nothing of those in which it is not.
            let mut ends = ends.iter().filter(|st| !ended_by_itself(st, id)).peekable();
            let first = ends.peek().copied();
            if let (false, true, Some(st)) = (told, ends.all(|st| self.stays(st, id)), first) {
                let kind = match self.own_eof(st, id, true) {
                    Some((chan, wait)) => HazardKind::SelfParked { worker: id, chan, wait },
                    None => HazardKind::Stays(id, Stay::Ownerless(owner)),
                };
                self.hazard(st, kind);
            }
        }
    }

    /// Whether nobody holds a worker any more, and nothing ends it.
    fn stays(&self, st: &State, id: ObjId) -> bool {
        let free = st.obj(id).is_some_and(|obj| !obj.escaped) && st.holders(id, &|_| true).is_empty();
        if free && matches!(st.obj(id).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if self.goes_on(st, worker)) {
            return true;
        }
        let Some(view) = self.view(st, id, true).filter(|view| free && view.worker.kind != WorkerKind::Scoped) else { return false };
        !self.ends(&view) || self.unheard(st, id, true).is_some()
    }

    /// An entry point has come to its end: workers that it has aborted without effect, and those for which the runtime's shutdown waits.
    pub(super) fn left_behind(&mut self, st: &State, left: &Val, runtime: bool) {
        let mut st = st.clone();
        st.escape(left);
        let ids: Vec<ObjId> = st.objs.keys().copied().collect();
        for id in ids {
            let Some(view) = self.view(&st, id, true) else { continue };
            let waited = runtime && view.worker.kind == WorkerKind::Blocking;
            if (view.worker.killed.is_some() || waited) && !self.ends(&view) {
                self.hazard(&st, HazardKind::Stays(id, if waited { Stay::Shutdown } else { Stay::Ownerless(None) }));
            }
        }
    }
}

impl<'s> View<'s> {
    /// The paths on which the worker ends by itself or because it was told to: not by an error, and not, where it may go on, before it did.
    fn exits(&self) -> impl Iterator<Item = &'s WorkerPath> + use<'s> {
        let paths = &self.worker.behaviour.paths;
        let goes_on = paths.iter().any(|path| path.end == PathEnd::Loops);
        let exits = move |path: &&WorkerPath| {
            let counts = path.comes_to_end() && !path.accident && !by_error(path);
            counts && (!goes_on || !path.early)
        };
        paths.iter().filter(exits)
    }
}

/// Whether a type is a trait object, or one in a box.
fn has_dyn(ty: &Ty) -> bool {
    match ty {
        Ty::Dyn(_) => true,
        Ty::Adt(_, args) => args.iter().any(has_dyn),
        _ => false,
    }
}

/// Whether a worker has ended without a kill, and nobody waited for it.
fn ended_by_itself(st: &State, id: ObjId) -> bool {
    let done = matches!(st.obj(id).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if worker.status == Status::Done && worker.killed.is_none());
    done && !st.trace.backwards().any(|event| event.kind == EventKind::Joined(id))
}

/// Whether an error is the last thing that decides a path.
fn by_error(path: &WorkerPath) -> bool {
    let last = path.events.iter().rev().find(|event| {
        matches!(event.kind, EventKind::Failed | EventKind::Passed(_) | EventKind::GaveUp(_) | EventKind::Again(_) | EventKind::Left)
    });
    last.is_some_and(|event| event.kind == EventKind::Failed)
}

/// Whether a path goes round only for as long as messages come out of a channel that it has closed itself: these come to an end.
fn drains_closed(st: &State, path: &WorkerPath) -> bool {
    let closed = |chan: ObjId| path.events.iter().any(|event| event.kind == EventKind::Closed(chan)) && !is_external(st, chan);
    let waits = path.repeated().iter().filter_map(|event| match &event.kind {
        EventKind::Passed(cond) if !matches!(cond, Cond::Lock(_) | Cond::Share(_) | Cond::Room(_) | Cond::Gone(_)) => Some(cond),
        _ => None,
    });
    let (mut drained, mut other) = (false, false);
    for cond in waits {
        match cond {
            Cond::Msg(chan, _) if closed(*chan) => drained = true,
            _ => other = true,
        }
    }
    drained && !other
}

/// What a path waits for or is told.
fn passed(path: &WorkerPath) -> impl DoubleEndedIterator<Item = &Cond> {
    path.events.iter().filter_map(|event| match &event.kind {
        EventKind::Passed(cond) => Some(cond),
        _ => None,
    })
}

/// What a path waits for or is told before it is out of its loops: what it looks at afterwards does not end it.
fn decides(path: &WorkerPath) -> impl Iterator<Item = &Cond> {
    let out = path.events.iter().rposition(|event| event.kind == EventKind::Left).unwrap_or(path.events.len());
    path.events[..out].iter().filter_map(|event| match &event.kind {
        EventKind::Passed(cond) => Some(cond),
        _ => None,
    })
}

/// Whether a path waits for a signal, rather than look at it.
fn waits_for(path: &WorkerPath, signal: ObjId) -> bool {
    path.events.iter().enumerate().any(|(at, event)| {
        let came = match &event.kind {
            EventKind::Passed(Cond::Signal(id, _)) => *id == signal,
            // What shows a flag says so too when it changes.
            EventKind::Waits(conds) => conds.iter().any(|cond| matches!(cond, Cond::Msg(id, _) if *id == signal)),
            _ => false,
        };
        came && !(at > 0 && path.events[at - 1].kind == EventKind::Polled(signal))
    })
}

/// Whether an event raises the flag or token that a condition looks at.
fn raises(event: &EventKind, cond: &Cond) -> bool {
    match (event, cond) {
        (EventKind::Set(set, to), Cond::Signal(wanted, value)) => set == wanted && (to.is_none() || value.is_none() || to == value),
        (EventKind::Wrote(at, to), Cond::Becomes(loc, seen)) => at == loc && to.is_none_or(|to| to == *seen),
        _ => false,
    }
}

/// Where a path leaves a loop on a message, before anything else comes, and comes back to it for ever by the loop around it. The test for the
/// message may lie behind the edge that leaves.
fn leaves_on(path: &WorkerPath, taken: &Cond) -> Option<FileSpan> {
    let mut on_it = None;
    let mut left = false;
    for event in path.repeated() {
        match &event.kind {
            EventKind::Passed(cond) if cond == taken => on_it = Some(event.at),
            EventKind::Passed(_) | EventKind::GaveUp(_) | EventKind::Again(_) => (on_it, left) = (None, false),
            EventKind::Left => left = true,
            _ => {}
        }
        if left && on_it.is_some() {
            return on_it;
        }
    }
    None
}

/// Whether an event may reach somebody outside: a connection, a request, the end of one.
fn speaks(st: &State, kind: &EventKind) -> bool {
    let external = |obj: &ObjId| matches!(st.obj(*obj).map(|obj| &obj.kind), Some(ObjKind::Chan(chan)) if chan.external);
    match kind {
        EventKind::Made(obj) | EventKind::Closed(obj) | EventKind::Aborted(obj) | EventKind::Dropped { obj, sender: true, .. } => {
            external(obj)
        }
        EventKind::Sent { chan, .. } => external(chan),
        EventKind::Killed(obj) => {
            matches!(st.obj(*obj).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if worker.kind == WorkerKind::Process)
        }
        _ => false,
    }
}

/// The object on which a worker listens in an event.
fn listens_on(event: &Event) -> Option<ObjId> {
    let on = |cond: &Cond| match cond {
        Cond::Eof(obj) | Cond::Gone(obj) | Cond::Msg(obj, _) | Cond::Signal(obj, _) => Some(*obj),
        Cond::Becomes(loc, _) => match loc.root {
            Root::Cell(cell) => Some(cell),
            Root::Local(..) => None,
        },
        _ => None,
    };
    match &event.kind {
        EventKind::Passed(cond) => on(cond),
        EventKind::GaveUp(conds) | EventKind::Waits(conds) => conds.iter().find_map(on),
        EventKind::Polled(obj) => Some(*obj),
        _ => None,
    }
}

/// The objects that a value reaches, itself and through memory, weak pointers left out.
fn reach(st: &State, value: &Val) -> BTreeSet<ObjId> {
    let mut found = BTreeSet::new();
    let mut todo = vec![st.settle(value).clone()];
    while let Some(value) = todo.pop() {
        let mut next = Vec::new();
        value.handles(&mut |obj, adt| {
            if adt.variant != WEAK {
                next.push(obj);
            }
        });
        for obj in next {
            if found.insert(obj)
                && let Some(ObjKind::Cell(cell)) = st.obj(obj).map(|obj| &obj.kind)
            {
                todo.push(st.settle(&cell.content).clone());
            }
        }
    }
    found
}

//! Workers: their start, what they do, their end.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::fingerprint::{self, Memo};
use super::hazard::HazardKind;
use super::hoard::{Brought, answers};
use super::machine::{Flow, Machine, Outcomes, PATHS, head};
use super::object::{Behaviour, Endless, Obj, ObjKind, PathEnd, Status, Worker, WorkerPath};
use super::state::{Fork, Holder, PARTS, State};
use super::trace::{Cond, Event, EventKind, Trace};
use super::value::{Adt, CodeKind, Loc, ObjId, Root, Val};
use super::wakes::drops_first;
use crate::base::FileSpan;
use crate::ir::{BodyId, OnDrop, Ty, WorkerKind};

/// How many blocks one entry point may run, beside its own, in workers that start when few of those are left.
const RESERVE: u32 = 20_000;

/// What tells a path of a worker from its others: how it ends, whether by an accident and whether early, what it keeps, and what happens on it.
type Told = (PathEnd, bool, bool, Rc<BTreeSet<Brought>>, Vec<EventKind>);

/// What is kept of the starts of workers.
#[derive(Debug)]
pub struct Starts {
    /// What they do, by the fingerprints of their starts.
    known: FxHashMap<(WorkerKind, u64), Rc<Behaviour>>,
    /// Whether the running worker was judged by what there is beside what it reaches.
    pub judged: bool,
    /// What is left of [`RESERVE`].
    reserve: u32,
    /// The bodies that workers run.
    pub bodies: BTreeSet<BodyId>,
}

impl Default for Starts {
    /// Before the first.
    fn default() -> Self {
        Self { known: FxHashMap::default(), judged: false, reserve: RESERVE, bodies: BTreeSet::new() }
    }
}

impl Machine<'_> {
    /// Starts a worker.
    pub fn spawn(&mut self, st: State, kind: WorkerKind, code: Option<Val>, runs_on: Option<ObjId>, ret: &Ty) -> Outcomes {
        let mut st = st;
        let at = self.here(&st);
        let inner = match ret {
            Ty::Adt(def, substs) if Some(*def) == self.lang.result => substs.first().cloned().unwrap_or_else(Ty::unit),
            other => other.clone(),
        };
        let handle = head(&inner);
        let on_drop = handle.and_then(|def| self.worker_kind(def)).map_or(OnDrop::Detach, |(_, on_drop)| on_drop);
        let id = self.fresh_obj();
        let body = code.as_ref().and_then(|code| self.body_of(&st, code));
        self.starts.bodies.extend(body);
        let behaviour = match &code {
            Some(code) => {
                st.share(code);
                if body.is_some_and(|body| is_its_own(&st, body)) {
                    Rc::new(Behaviour { unknown: true, ..Behaviour::default() })
                } else if kind == WorkerKind::Process {
                    Rc::new(self.program_of(&st, code))
                } else {
                    self.behaviour(&mut st, kind, code, runs_on)
                }
            }
            None => Rc::new(Behaviour { unknown: true, ..Behaviour::default() }),
        };
        let worker = Worker {
            kind,
            on_drop,
            code: code.unwrap_or(Val::Uninit),
            body,
            status: Status::Running,
            behaviour,
            gave_up: None,
            killed: None,
            runs_on,
            born: st.yields,
        };
        st.insert(id, Obj { kind: ObjKind::Worker(worker), made: at, name: None, escaped: false, memo: Memo::default() });
        self.event(&mut st, EventKind::Spawned(id), at);
        self.self_parked(&st, id);
        self.leaves_tables(&st, id);
        let value = match handle {
            Some(def) if kind == WorkerKind::Process && self.worker_kind(def).is_some() => self.handle_value(def, id, &inner),
            Some(def) if self.worker_kind(def).is_some() => {
                Val::Adt(Rc::new(Adt { def: Some(def), variant: 0, fields: Vec::new(), handle: Some(id) }))
            }
            _ => self.data(&inner),
        };
        match (ret, self.lang.result) {
            (Ty::Adt(def, substs), Some(result)) if *def == result => {
                let mut failed = st.clone();
                failed.forks += 1;
                failed.last_fork = Fork::Error;
                Rc::make_mut(&mut failed.objs).remove(&id);
                let error = substs.get(1).cloned().unwrap_or_else(Ty::unit);
                let error = self.data(&error);
                vec![(failed, Flow::Value(Val::variant(result, 1, vec![error]))), (st, Flow::Value(Val::variant(result, 0, vec![value])))]
            }
            _ => vec![(st, Flow::Value(value))],
        }
    }

    fn body_of(&self, st: &State, code: &Val) -> Option<BodyId> {
        match st.settle(code) {
            Val::Code(code) => match &code.what {
                CodeKind::Closure(body) | CodeKind::Block(body) | CodeKind::ClosureCall(body) => Some(*body),
                CodeKind::Fn(func, _) | CodeKind::Call(func) => self.program.fns[*func].body,
                _ => None,
            },
            Val::Adt(adt) => adt.fields.first().and_then(|(_, value)| self.body_of(st, value)),
            _ => None,
        }
    }

    /// What a worker does: what one did that started in the same place with all the same within its reach, if there was one. Where more than that
    /// decides it is run again.
    ///
    /// What it gives to code out of view has escaped from then on.
    fn behaviour(&mut self, st: &mut State, kind: WorkerKind, code: &Val, runs_on: Option<ObjId>) -> Rc<Behaviour> {
        let behaviour = self.known_behaviour(st, kind, code, runs_on);
        for &given in &behaviour.given_away {
            if let Some(obj) = st.obj_mut(given) {
                obj.escaped = true;
            }
        }
        behaviour
    }

    fn known_behaviour(&mut self, st: &State, kind: WorkerKind, code: &Val, runs_on: Option<ObjId>) -> Rc<Behaviour> {
        let start = (kind, fingerprint::of_start(st, code, runs_on));
        if let Some(known) = self.starts.known.get(&start) {
            return Rc::clone(known);
        }
        let (found, judged) = (self.hazards.len(), std::mem::replace(&mut self.starts.judged, false));
        let behaviour = Rc::new(self.behave(st, kind, code, runs_on));
        // Who waits for the replies in a table is asked of the starter.
        let replies = behaviour.events().any(|event| matches!(event.kind, EventKind::TookOut { .. }));
        if self.fuel > 0 && !self.starts.judged && !replies && self.hazards.len() == found {
            self.starts.known.insert(start, Rc::clone(&behaviour));
        }
        self.starts.judged |= judged;
        behaviour
    }

    /// Something with handles has come to lie in memory that workers reach: they may come upon it, so that they are run once more.
    pub(super) fn come_upon(&mut self, st: &mut State, loc: &Loc, value: &Val) {
        let Root::Cell(cell) = loc.root else { return };
        let mut owns = false;
        value.handles(&mut |_, _| owns = true);
        if !owns || st.base > 0 {
            return;
        }
        let reaches = |worker: &Worker| {
            let follows = worker.kind != WorkerKind::Process && !worker.behaviour.unknown;
            follows && worker.status == Status::Running && worker.killed.is_none() && st.reachable(&worker.code).contains(&cell)
        };
        let due = st.objs.iter().filter_map(|(&id, obj)| match &obj.kind {
            ObjKind::Worker(worker) if reaches(worker) => Some((id, worker.clone())),
            _ => None,
        });
        for (id, worker) in due.collect::<Vec<_>>() {
            let behaviour = self.behaviour(st, worker.kind, &worker.code, worker.runs_on);
            if let Some(ObjKind::Worker(worker)) = st.obj_mut(id).map(|obj| &mut obj.kind) {
                worker.behaviour = behaviour;
            }
        }
    }

    /// Runs a worker's code by itself, from the state of its start, and writes down what it does on each path.
    fn behave(&mut self, st: &State, kind: WorkerKind, code: &Val, runs_on: Option<ObjId>) -> Behaviour {
        let mut sub = st.clone();
        sub.trace = Trace::default();
        sub.base = sub.frames.len();
        sub.born = Some(self.latest_obj());
        sub.accident = false;
        sub.entered = false;
        sub.blind = Vec::new();
        sub.took = 0;
        sub.bounds = Rc::default();
        sub.seen = Rc::default();
        sub.order = 0;
        sub.squandered = Rc::default();
        sub.hoard = Rc::default();
        sub.answered = Rc::default();
        sub.parks = 0;
        sub.last_fork = Fork::None;
        sub.pending = Vec::new();
        sub.lost = Vec::new();
        sub.assumed = None;
        sub.spent = None;
        sub.cancellable = 0;
        sub.dropper = None;
        sub.runs_on = runs_on;
        let cut = std::mem::replace(&mut self.cut, false);
        let is_future = matches!(kind, WorkerKind::Task);
        let in_view = self.body_of(st, code).is_some();
        // A worker that a worker starts does not use up what the one is followed with, and of it alone nothing is known then.
        let within = st.base > 0;
        let spared = if within { self.fuel - self.fuel / 4 } else { 0 };
        self.fuel -= spared;
        let lent = RESERVE.saturating_sub(self.fuel).min(self.starts.reserve);
        self.fuel += lent;
        self.starts.reserve -= lent;
        let outcomes = if is_future {
            self.await_value(sub, code.clone())
        } else {
            let at = self.here(&sub);
            let cell = self.make_cell(&mut sub, code.clone(), at, false);
            self.call_at(sub, &Loc::cell(cell), Vec::new(), true)
        };
        let mut paths: Vec<WorkerPath> = Vec::new();
        let mut known: FxHashSet<Told> = FxHashSet::default();
        let mut nested: BTreeMap<ObjId, Rc<Obj>> = BTreeMap::new();
        let mut more = false;
        let mut given_away = BTreeSet::new();
        let mut bounds = BTreeSet::new();
        for (end, flow) in outcomes {
            given_away.extend(
                st.objs.iter().filter(|(_, obj)| !obj.escaped).map(|(&id, _)| id).filter(|&id| end.obj(id).is_some_and(|obj| obj.escaped)),
            );
            bounds.extend(end.bounds.iter().copied());
            let fails = matches!(&flow, Flow::Value(value) if end.last_fork == Fork::Error && self.is_err(&end, value));
            let how = match flow {
                Flow::Value(_) => PathEnd::Return,
                Flow::Stop(end) => end,
                Flow::Cancelled => continue,
            };
            for (id, obj) in end.objs.iter().filter(|(id, _)| !st.objs.contains_key(id)) {
                match &obj.kind {
                    ObjKind::Worker(worker) if worker.status == Status::Running => _ = nested.insert(*id, Rc::clone(obj)),
                    // Where this path waits for others, or for that one, it has not yet come to the end of it.
                    ObjKind::Worker(worker) => {
                        let awaited = worker.killed.is_none() && end.trace.backwards().any(|event| event.kind == EventKind::Joined(*id));
                        let status = if awaited { Status::Running } else { worker.status };
                        let worker = Worker { killed: None, status, ..worker.clone() };
                        nested.entry(*id).or_insert_with(|| Rc::new(Obj { kind: ObjKind::Worker(worker), ..Obj::clone(obj) }));
                    }
                    _ => {}
                }
            }
            let left = self.left(st, &end, &nested);
            let counts = |event: &&Event| !matches!(event.kind, EventKind::Cloned(_));
            let all = end.trace.events();
            let round = all.iter().take(end.round).copied().filter(counts).count();
            let events: Vec<Event> = all.into_iter().filter(counts).cloned().collect();
            let func = events.last().and_then(|event| event.func);
            let orphaned = if how == PathEnd::Return { self.orphaned(st, &end, &events) } else { Vec::new() };
            let asks = |event: &Event| {
                matches!(event.kind, EventKind::Passed(_) | EventKind::GaveUp(_) | EventKind::Waits(_) | EventKind::Polled(_))
            };
            let early = how == PathEnd::Return && !end.entered && !events.iter().any(asks);
            let path = WorkerPath {
                answers: answers(&end, &events),
                events,
                end: how,
                accident: end.accident || fails,
                left,
                round,
                merged: end.merged,
                func,
                orphaned,
                hoard: Rc::clone(&end.hoard),
                decided: end.last_fork,
                early,
            };
            let kinds: Vec<EventKind> = path.events.iter().map(|event| event.kind.clone()).collect();
            if known.insert((path.end, path.accident, path.early, Rc::clone(&path.hoard), kinds)) {
                more = paths.len() >= PATHS;
                if !more {
                    paths.push(path);
                }
            }
        }
        let unknown = !in_view || self.cut || more || paths.is_empty();
        let left = self.fuel.min(lent);
        self.starts.reserve += left;
        self.fuel = self.fuel - left + spared;
        self.cut = cut || (self.cut && !within);
        let body = self.body_of(st, code).filter(|_| unknown);
        let endless = body.map_or(Endless::No, |body| self.is_endless(body));
        Behaviour { paths, unknown, endless, nested, given_away, bounds }
    }

    /// What of the spawner's is still held, at the end of a worker's path, by workers that it started.
    fn left(&self, st: &State, end: &State, nested: &BTreeMap<ObjId, Rc<Obj>>) -> Vec<ObjId> {
        let workers = nested.keys().filter_map(|id| match &end.obj(*id)?.kind {
            ObjKind::Worker(worker) if worker.status == Status::Running => Some(&worker.code),
            _ => None,
        });
        let codes: Vec<&Val> = workers.collect();
        if codes.is_empty() {
            return Vec::new();
        }
        let holds = |obj: &ObjId| codes.iter().any(|code| end.reaches(code, *obj, &|adt| self.is_sender(adt)).is_some());
        st.objs.keys().copied().filter(holds).collect()
    }

    /// A worker all of whose ways out wait for the EOF of a channel of which it holds a sender itself.
    fn self_parked(&mut self, st: &State, id: ObjId) {
        if let Some((chan, wait)) = self.own_eof(st, id, false) {
            self.hazard(st, HazardKind::SelfParked { worker: id, chan, wait });
        }
    }

    /// The channel of which a worker holds a sender and for whose EOF it waits on all its ways out, and where it waits. With `alone` it is the
    /// only one left: what others could have taken out of memory that they shared with it stays there.
    pub(super) fn own_eof(&self, st: &State, id: ObjId, alone: bool) -> Option<(ObjId, FileSpan)> {
        let Some(ObjKind::Worker(worker)) = st.obj(id).map(|obj| &obj.kind) else { return None };
        if worker.behaviour.unknown {
            return None;
        }
        let mut wait = None;
        for path in &worker.behaviour.paths {
            if path.accident || matches!(path.end, PathEnd::Loops | PathEnd::Panic | PathEnd::Parked) {
                continue;
            }
            let own = path.events.iter().find_map(|event| match event.kind {
                EventKind::Passed(Cond::Msg(chan, _)) if alone && self.keeps(st, id, chan, path, alone) => Some((chan, event.at)),
                EventKind::Passed(Cond::Eof(chan)) if self.keeps(st, id, chan, path, alone) => Some((chan, event.at)),
                _ => None,
            });
            match own {
                Some(found) => wait = wait.or(Some(found)),
                None => return None,
            }
        }
        wait
    }

    fn keeps(&self, st: &State, id: ObjId, chan: ObjId, path: &WorkerPath, alone: bool) -> bool {
        let closable = st
            .obj(chan)
            .is_some_and(|obj| matches!(&obj.kind, ObjKind::Chan(inner) if inner.closed.is_none() && inner.eof && !inner.external));
        let holders = st.holders(chan, &|adt| self.is_sender(adt));
        // What lies behind a lock that others reach too, they may take out.
        let lent = holders.iter().any(|holder| match holder {
            Holder::Shared(cell, ..) => st.read(&Loc::cell(*cell)).is_some_and(|content| is_behind_lock(st, content, chan, PARTS)),
            _ => false,
        });
        closable && (alone || !lent) && holders.contains(&Holder::Worker(id)) && !drops_first(path, chan)
    }

    /// Kills or aborts a worker.
    pub fn kill(&mut self, st: &mut State, obj: ObjId, at: FileSpan) {
        self.event(st, EventKind::Killed(obj), at);
        let mut ends = false;
        if let Some(ObjKind::Worker(worker)) = st.obj_mut(obj).map(|obj| &mut obj.kind) {
            worker.killed = Some(at);
            ends = worker.kind == WorkerKind::Task && !worker.never_yields();
        }
        if ends {
            self.curtails(obj);
            self.finish_worker(st, obj);
        }
    }

    /// A worker has ended: what it owned is gone, what it started goes on.
    pub fn finish_worker(&mut self, st: &mut State, obj: ObjId) {
        self.deserts(st, obj);
        let Some(ObjKind::Worker(worker)) = st.obj_mut(obj).map(|obj| &mut obj.kind) else { return };
        worker.status = Status::Done;
        worker.code = Val::Uninit;
        let behaviour = Rc::clone(&worker.behaviour);
        self.showed(st, &behaviour);
        let nested = behaviour.nested.clone();
        let objs = Rc::make_mut(&mut st.objs);
        for (id, obj) in nested {
            objs.entry(id).or_insert(obj);
        }
    }

    /// A worker that nobody killed ends: of the `#[must_abort]` values of which it has a handle, nobody waits there any more.
    fn deserts(&self, st: &mut State, obj: ObjId) {
        let Some(ObjKind::Worker(worker)) = st.obj(obj).map(|obj| &obj.kind) else { return };
        if worker.killed.is_some() {
            return;
        }
        let due = st.objs.iter().filter(|(_, obj)| matches!(&obj.kind, ObjKind::Chan(chan) if chan.due.is_some()));
        let held = due.map(|(&id, _)| id).filter(|&id| st.reaches(&worker.code, id, &|_| true).is_some());
        for id in held.collect::<Vec<_>>() {
            if let Some(ObjKind::Chan(chan)) = st.obj_mut(id).map(|obj| &mut obj.kind) {
                chan.deserted = true;
            }
        }
    }
}

/// Whether a worker starts another one with the code that it runs itself: what that one does for the second time is what it has done.
pub(super) fn is_its_own(st: &State, body: BodyId) -> bool {
    st.base > 0 && st.frames.iter().any(|frame| frame.body == body)
}

/// Whether a handle of a channel lies in what a lock guards.
fn is_behind_lock(st: &State, value: &Val, chan: ObjId, left: usize) -> bool {
    let Some(left) = left.checked_sub(1) else { return false };
    let inside = |value: &Val| is_behind_lock(st, value, chan, left);
    match st.settle(value) {
        Val::Adt(adt) => match adt.handle.and_then(|handle| Some((handle, &st.obj(handle)?.kind))) {
            Some((_, ObjKind::Lock(_))) => st.reaches(value, chan, &|_| true).is_some(),
            Some((_, ObjKind::Cell(cell))) => inside(&cell.content),
            _ => adt.fields.iter().any(|(_, field)| inside(field)),
        },
        Val::Bag(bag) => bag.items.iter().any(|(_, item)| inside(item)),
        _ => false,
    }
}

//! The one query: who wakes the one that is parked?
//!
//! A least fixpoint over the actors of a state. A worker gets on if each wait on some path of it is met; the actor whose path it is, with all
//! its frames, never does: it is the one that is parked. What is not known counts as met, so that [`Can::No`] is a proof.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashSet};

use super::executor::Blocking;
use super::hands::{is_idle, taken};
use super::hazard::Unmet;
use super::locks::{Held, Holding, shuts_out, take};
use super::machine::Machine;
use super::object::{Obj, ObjKind, PathEnd, Status, Worker, WorkerPath};
use super::room::ANY;
use super::shown::may_show;
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{ObjId, Val};
use crate::ir::WorkerKind;

/// Whether a condition can come true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Can {
    /// It is true, or will be for sure.
    Yes,
    /// Perhaps.
    Maybe,
    /// Never, and why.
    No(Vec<Unmet>),
}

/// What stands still while the actors act.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct World {
    /// The locks that are held as long as the wait lasts; `None`: locks are left out of account.
    pub locks: Option<Held>,
    /// Executors whose only thread waits: their tasks come no further than their first wait.
    pub dead: BTreeSet<ObjId>,
    /// Whether a task may have come so far even if nobody has given the thread back since it was started.
    pub ran: bool,
    /// Whether workers may keep threads from each other.
    pub heeds: bool,
    /// Channels out of which messages are taken as long as the wait lasts: by the one who waits for them.
    pub drained: BTreeSet<ObjId>,
}

/// The channels out of which one who waits for this takes messages.
pub fn drained(conds: &[Cond]) -> BTreeSet<ObjId> {
    let chan = |cond: &Cond| match cond {
        Cond::Eof(chan) | Cond::Msg(chan, _) => Some(*chan),
        _ => None,
    };
    conds.iter().filter_map(chan).collect()
}

/// What can happen, each thing once.
pub(super) type Effects = IndexSet<EventKind, FxBuildHasher>;

/// What the actors can do.
#[derive(Clone, Debug, Default)]
pub struct Acting {
    /// Workers that can end.
    pub ended: BTreeSet<ObjId>,
    /// What can happen.
    pub(super) effects: Effects,
    /// Why workers can't end: the first unmet wait on each path.
    pub stuck: BTreeMap<ObjId, Vec<Unmet>>,
    /// What stands still.
    pub world: World,
    /// Workers that keep a thread from the only ones who would wake them.
    pub blocking: BTreeMap<ObjId, Vec<Blocking>>,
    /// Workers that wait with locks held, and nobody wakes them.
    pub holding: BTreeMap<ObjId, Vec<Holding>>,
    /// What can happen where more locks are held.
    narrower: RefCell<BTreeMap<World, Rc<Acting>>>,
    /// Whether any number of messages may come out of a channel, as far as it was asked.
    pub(super) boundless: RefCell<BTreeMap<ObjId, bool>>,
    /// Channels of which a worker gets on with the messages that it takes: what lies in them may go.
    handled: BTreeSet<ObjId>,
    /// How far each path of a worker can be gone: to its end, or to this wait.
    pub(super) stopped: BTreeMap<(ObjId, usize), Option<Cond>>,
    /// What the one who asks has seen others write.
    seen: FxHashSet<EventKind>,
    /// Channels out of which workers take messages and get on, so that they may take any number.
    pub(super) emptied: BTreeSet<ObjId>,
    /// Workers that may come to stand in a full channel that nobody drains, whatever else they might have done.
    pub jammed: BTreeSet<ObjId>,
}

impl Acting {
    /// How much is known of what the actors can do: it grows as long as something follows from something else.
    fn gains(&self) -> usize {
        self.ended.len() + self.effects.len() + self.handled.len() + self.emptied.len()
    }

    pub(super) fn any(&self, is: impl FnMut(&EventKind) -> bool) -> bool {
        self.effects.iter().any(is)
    }
}

impl Machine<'_> {
    /// For each condition, whether it can come true while the running actor waits.
    pub fn can_each(&self, st: &State, conds: &[Cond]) -> Vec<(Cond, Can)> {
        let acting = self.acting_in(st, World { locks: Some(self.held_locks(st)), drained: drained(conds), ..World::default() });
        conds.iter().map(|cond| (cond.clone(), self.can(st, &acting, cond))).collect()
    }

    pub(super) fn can(&self, st: &State, acting: &Acting, cond: &Cond) -> Can {
        if let Cond::Msg(chan, None) = cond
            && self.supply(st, *chan, Some(acting)).is_some_and(|(surely, _)| surely)
            && acting.world.locks.as_ref().is_none_or(BTreeMap::is_empty)
            && acting.world.dead.is_empty()
            && !acting.world.heeds
        {
            return Can::Yes;
        }
        let met = self.met(st, acting, cond, None, 0);
        match met {
            Met::Yes => Can::Yes,
            Met::Maybe => Can::Maybe,
            Met::No(holders) => {
                let mut proof = vec![Unmet { waiter: None, at: self.here(st), cond: cond.clone(), holders: holders.clone() }];
                let mut told = BTreeSet::new();
                let mut todo: Vec<ObjId> = match cond {
                    Cond::Exit(worker) => vec![*worker],
                    _ => Vec::new(),
                };
                todo.extend(holders.iter().filter_map(|holder| if let Holder::Worker(worker) = holder { Some(*worker) } else { None }));
                while let Some(worker) = todo.pop() {
                    if !told.insert(worker) {
                        continue;
                    }
                    // One that could end, but for the full channel in which it may come to stand, is kept by that alone.
                    let jammed = acting.ended.contains(&worker) && acting.jammed.contains(&worker);
                    let counts = |unmet: &&Unmet| !jammed || matches!(unmet.cond, Cond::Room(_));
                    for unmet in acting.stuck.get(&worker).into_iter().flatten().filter(counts) {
                        if let Cond::Exit(next) = unmet.cond {
                            todo.push(next);
                        }
                        todo.extend(
                            unmet.holders.iter().filter_map(|holder| if let Holder::Worker(id) = holder { Some(*id) } else { None }),
                        );
                        proof.push(unmet.clone());
                    }
                }
                Can::No(proof)
            }
        }
    }

    /// All workers of a state, those that workers started included.
    pub(super) fn workers<'s>(&self, st: &'s State) -> BTreeMap<ObjId, &'s Worker> {
        let mut all = BTreeMap::new();
        let mut todo: Vec<(ObjId, &'s Obj)> = st.objs.iter().map(|(&id, obj)| (id, obj.as_ref())).collect();
        while let Some((id, obj)) = todo.pop() {
            if let ObjKind::Worker(worker) = &obj.kind
                && all.insert(id, worker).is_none()
            {
                todo.extend(worker.behaviour.nested.iter().map(|(&id, obj)| (id, obj.as_ref())));
            }
        }
        all
    }

    /// What the workers of a state can do.
    pub fn acting(&self, st: &State) -> Acting {
        self.acting_in(st, World { locks: Some(self.held_locks(st)), ..World::default() })
    }

    /// What the workers of a state can do while so much stands still.
    pub fn acting_in(&self, st: &State, world: World) -> Acting {
        let workers = self.workers(st);
        let mut acting = Acting { world, seen: Self::seen(st, &workers), ..Acting::default() };
        // One that was aborted may not have come so far.
        for worker in workers.values().filter(|worker| worker.status == Status::Done && worker.killed.is_none()) {
            for path in &worker.behaviour.paths {
                acting.effects.extend(path.events.iter().map(|event| event.kind.clone()));
                acting.handled.extend(path.events.iter().filter_map(|event| taken(&event.kind)));
            }
        }
        let mut count = usize::MAX;
        while count != acting.gains() {
            count = acting.gains();
            for (&id, worker) in &workers {
                if worker.status == Status::Done {
                    acting.ended.insert(id);
                    continue;
                }
                self.advance(st, &mut acting, id, worker);
            }
        }
        // Only now is it known what never comes.
        for (&id, stuck) in &acting.stuck {
            if stuck.iter().any(|unmet| matches!(unmet.cond, Cond::Room(_))) {
                acting.jammed.insert(id);
            }
        }
        acting
    }

    fn advance(&self, st: &State, acting: &mut Acting, id: ObjId, worker: &Worker) {
        if worker.runs_on.is_some_and(|on| acting.world.dead.contains(&on)) {
            self.stand_still(st, acting, id, worker);
            return;
        }
        let stoppable = matches!(worker.kind, WorkerKind::Task | WorkerKind::Process) && !worker.never_yields();
        if worker.behaviour.unknown || (stoppable && worker.killed.is_some()) {
            acting.ended.insert(id);
        }
        let mut stuck = Vec::new();
        let mut effects = Effects::default();
        let mut kept = Kept::default();
        let mut ends = false;
        for (at, path) in worker.behaviour.paths.iter().enumerate() {
            let blocked = self.walk(st, acting, id, path, &mut effects, &mut kept);
            acting.stopped.insert((id, at), blocked.as_ref().map(|unmet| unmet.cond.clone()));
            match blocked {
                None if path.accident => {}
                None => {
                    ends |= matches!(path.end, PathEnd::Return | PathEnd::Exit);
                    let gone_through = if path.end == PathEnd::Loops { path.repeated() } else { &path.events };
                    // To the end of a channel it does not come as long as somebody waits for room there.
                    let drained = |chan: &ObjId| path.events.iter().any(|event| event.kind == EventKind::Passed(Cond::Eof(*chan)));
                    acting.emptied.extend(gone_through.iter().filter_map(|event| taken(&event.kind)).filter(|chan| !drained(chan)));
                }
                // That nobody ends the wait of a listener explains nothing: it is what it is there for.
                Some(unmet) if matches!(unmet.cond, Cond::Eof(chan) if is_external(st, chan)) => {}
                Some(unmet) if (!path.accident || matches!(unmet.cond, Cond::Room(_))) && !stuck.contains(&unmet) => {
                    stuck.push(unmet);
                }
                Some(_) => {}
            }
        }
        if ends {
            acting.ended.insert(id);
        }
        acting.effects.extend(effects);
        acting.stuck.insert(id, stuck);
        acting.handled.extend(kept.handled);
        acting.holding.insert(id, kept.locks);
        acting.blocking.insert(id, kept.threads);
    }

    /// Follows a path as far as its waits are met; the first that is not.
    fn walk(&self, st: &State, acting: &Acting, id: ObjId, path: &WorkerPath, effects: &mut Effects, kept: &mut Kept) -> Option<Unmet> {
        let mut held = Held::new();
        let mut sent: BTreeMap<ObjId, u64> = BTreeMap::new();
        let mut in_hand = BTreeSet::new();
        // A loop that data keeps going may send any number; one that messages of those in view keep going sends as many as come.
        let sends = path.events.iter().any(|event| matches!(event.kind, EventKind::Passed(Cond::Room(_))));
        let takes = |event: &Event| matches!(event.kind, EventKind::Passed(Cond::Msg(chan, _)) if !self.is_boundless(st, acting, chan));
        let driven = sends && path.events.iter().any(takes);
        let round = if path.end == PathEnd::Loops { path.events.get(path.round..).unwrap_or_default() } else { &[] };
        // What was taken before a loop that goes round for ever stays in hand.
        let mut before = BTreeSet::new();
        let past = path.events.iter().rposition(|event| acting.seen.contains(&event.kind)).map_or(0, |at| at + 1);
        effects.extend(path.events[..past].iter().map(|event| event.kind.clone()));
        // What goes with a worker that ends by accident goes by accident.
        let goes = |event: &Event| matches!(event.kind, EventKind::Dropped { .. });
        let last = path.events.iter().rposition(|event| !path.accident || !goes(event)).map_or(0, |at| at + 1);
        for (at, event) in path.events[..last].iter().enumerate().skip(past) {
            if path.end == PathEnd::Loops && at == path.round {
                before = std::mem::take(&mut in_hand);
            }
            if !is_idle(&event.kind) {
                kept.handled.append(&mut before);
                kept.handled.append(&mut in_hand);
            }
            match &event.kind {
                EventKind::Again(false) if !driven => sent.values_mut().for_each(|count| *count = ANY),
                EventKind::Passed(cond) => {
                    let before = match cond {
                        Cond::Room(chan) => {
                            let count = sent.entry(*chan).or_default();
                            let before = *count;
                            *count = count.saturating_add(1);
                            before
                        }
                        _ => 0,
                    };
                    if let Met::No(holders) = self.met(st, acting, cond, Some(id), before) {
                        // A message that turned out to be of another kind is not the one that has come: other paths go on with that.
                        let another = matches!(cond, Cond::Msg(chan, Some(_)) if in_hand.contains(chan));
                        if !another && !matches!(cond, Cond::Lock(_) | Cond::Share(_)) {
                            kept.handled.append(&mut in_hand);
                        }
                        return Some(Unmet { waiter: Some(id), at: event.at, cond: cond.clone(), holders });
                    }
                    take(&mut held, cond);
                    in_hand.extend(taken(&event.kind));
                    effects.insert(event.kind.clone());
                }
                EventKind::Waits(conds) => {
                    if let Some(holding) = self.waits_with(st, acting, id, &held, event.at, conds) {
                        let because = holding.because;
                        kept.locks.push(holding);
                        if because {
                            kept.handled.append(&mut in_hand);
                            return Some(Unmet { waiter: Some(id), at: event.at, cond: conds.first()?.clone(), holders: Vec::new() });
                        }
                    }
                }
                EventKind::Blocks(conds, executors) => {
                    let before = |cond: &Cond| if let Cond::Room(chan) = cond { sent.get(chan).copied().unwrap_or(0) } else { 0 };
                    if acting.world.heeds && self.blocks(st, acting, id, conds, executors, &before) {
                        kept.handled.append(&mut in_hand);
                        kept.threads.push(Blocking { at: event.at, conds: conds.clone(), executors: executors.iter().copied().collect() });
                        return Some(Unmet { waiter: Some(id), at: event.at, cond: conds.first()?.clone(), holders: Vec::new() });
                    }
                }
                EventKind::Set(obj, _) => {
                    held.remove(obj);
                    effects.insert(event.kind.clone());
                }
                EventKind::Entered(_)
                | EventKind::Failed
                | EventKind::Again(_)
                | EventKind::Made(_)
                | EventKind::Mentioned(_)
                | EventKind::Yielded(_)
                | EventKind::Left => {}
                other => _ = effects.insert(other.clone()),
            }
        }
        if path.end != PathEnd::Loops || path.merged || path.round < path.events.len() {
            kept.handled.append(&mut in_hand);
        }
        if !round.iter().any(takes) {
            for event in round {
                if let EventKind::Passed(cond @ Cond::Room(_)) = &event.kind
                    && let Met::No(holders) = self.met(st, acting, cond, Some(id), ANY)
                {
                    return Some(Unmet { waiter: Some(id), at: event.at, cond: cond.clone(), holders });
                }
            }
        }
        None
    }

    /// Where on a path a worker comes to the first wait that is not met.
    pub(super) fn blocked_at(&self, st: &State, acting: &Acting, id: ObjId, path: &WorkerPath) -> Option<usize> {
        let unmet = self.walk(st, acting, id, path, &mut Effects::default(), &mut Kept::default())?;
        path.events.iter().position(|event| event.at == unmet.at && matches!(&event.kind, EventKind::Passed(cond) if *cond == unmet.cond))
    }

    /// What can happen where more stands still.
    pub(super) fn narrower(&self, st: &State, acting: &Acting, world: World) -> Rc<Acting> {
        if let Some(known) = acting.narrower.borrow().get(&world) {
            return Rc::clone(known);
        }
        let narrower = Rc::new(self.acting_in(st, world.clone()));
        acting.narrower.borrow_mut().insert(world, Rc::clone(&narrower));
        narrower
    }

    pub(super) fn met(&self, st: &State, acting: &Acting, cond: &Cond, actor: Option<ObjId>, sent_before: u64) -> Met {
        match cond {
            Cond::Time => Met::Yes,
            Cond::Outside => Met::Maybe,
            Cond::Eof(chan) => self.eof(st, acting, *chan, actor),
            Cond::Gone(chan) => self.gone(st, acting, *chan, actor),
            Cond::Msg(chan, variant) => self.msg(st, acting, *chan, *variant, actor),
            Cond::Room(chan) => self.room(st, acting, *chan, actor, sent_before),
            Cond::Signal(signal, value) => {
                let Some(obj) = st.obj(*signal) else { return Met::Maybe };
                match &obj.kind {
                    ObjKind::Chan(chan) if may_show(chan, *value) => return Met::Maybe,
                    ObjKind::Chan(_) => {}
                    ObjKind::Signal(inner) => {
                        let now = match (&inner.value, value) {
                            (Val::Bool(now), Some(wanted)) => now == wanted,
                            (Val::Uninit, Some(wanted)) => inner.set == *wanted,
                            (Val::Bool(_), None) => inner.set,
                            _ => true,
                        };
                        if now {
                            return Met::Yes;
                        }
                    }
                    _ => return Met::Maybe,
                }
                let may = obj.escaped
                    || acting.any(|effect| matches!(effect, EventKind::Set(id, to) if id == signal && (to.is_none() || value.is_none() || to == value)));
                if may { Met::Maybe } else { Met::No(st.holders(*signal, &|_| true)) }
            }
            Cond::Becomes(loc, seen) => {
                let now = st.may_hold(loc, *seen);
                let may =
                    now || match loc.root {
                        super::value::Root::Cell(cell) => st.obj(cell).is_none_or(|obj| obj.escaped),
                        super::value::Root::Local(..) => false,
                    } || acting.any(|effect| matches!(effect, EventKind::Wrote(at, to) if at == loc && to.is_none_or(|to| to == *seen)));
                if may { Met::Maybe } else { Met::No(Vec::new()) }
            }
            Cond::Exit(worker) => match self.workers(st).get(worker) {
                None => Met::Maybe,
                Some(_) if acting.ended.contains(worker) && !acting.jammed.contains(worker) => Met::Maybe,
                Some(worker) if worker.behaviour.paths.is_empty() => Met::Maybe,
                Some(_) => Met::No(vec![Holder::Worker(*worker)]),
            },
            Cond::Lock(_) | Cond::Share(_) => match &acting.world.locks {
                Some(locks) if actor.is_some() && shuts_out(locks, cond) => Met::No(Vec::new()),
                _ => Met::Maybe,
            },
        }
    }

    fn eof(&self, st: &State, acting: &Acting, chan: ObjId, actor: Option<ObjId>) -> Met {
        let Some(obj) = st.obj(chan) else { return Met::Maybe };
        let ObjKind::Chan(inner) = &obj.kind else { return Met::Maybe };
        if inner.closed.is_some() {
            return Met::Yes;
        }
        if acting.any(|effect| matches!(effect, EventKind::Closed(id) | EventKind::Aborted(id) if *id == chan)) {
            return Met::Maybe;
        }
        // Nobody at the other end of a listener can end its wait.
        let beyond = inner.external && (inner.eof || inner.due.is_some());
        if beyond || (!inner.eof && obj.escaped) {
            return Met::Maybe;
        }
        let holders = st.holders(chan, &|adt| self.is_sender(adt));
        if !inner.eof {
            return Met::No(holders);
        }
        self.all_go(st, acting, chan, holders, actor)
    }

    fn gone(&self, st: &State, acting: &Acting, chan: ObjId, actor: Option<ObjId>) -> Met {
        let Some(obj) = st.obj(chan) else { return Met::Maybe };
        if !matches!(&obj.kind, ObjKind::Chan(inner) if !inner.external && inner.closed.is_none()) {
            return Met::Maybe;
        }
        let holders = st.holders(chan, &|adt| self.is_receiver(adt));
        self.all_go(st, acting, chan, holders, actor)
    }

    /// Whether somebody takes handles of a channel, or anything, out of this memory.
    fn written(&self, acting: &Acting, cell: ObjId, chan: ObjId) -> bool {
        acting.any(|effect| match effect {
            EventKind::Removed(id) => *id == chan,
            EventKind::Wrote(at, _) => at.root == super::value::Root::Cell(cell),
            _ => false,
        })
    }

    /// Whether all these holders go.
    pub(super) fn all_go(&self, st: &State, acting: &Acting, chan: ObjId, holders: Vec<Holder>, actor: Option<ObjId>) -> Met {
        let mut stay = Vec::new();
        let mut unknown = false;
        for holder in holders {
            let goes = match &holder {
                Holder::Outside => {
                    unknown = true;
                    true
                }
                Holder::Leaked => false,
                Holder::Frame(..) => {
                    // Something in memory that others share may be taken out by them.
                    let removed = acting.any(|effect| matches!(effect, EventKind::Removed(id) if *id == chan));
                    unknown |= removed;
                    removed
                }
                Holder::Shared(cell, ..) => {
                    let written = self.written(acting, *cell, chan);
                    let unseen = || {
                        self.workers(st)
                            .values()
                            .any(|worker| worker.behaviour.unknown && st.reaches(&worker.code, *cell, &|_| true).is_some())
                    };
                    // Who is out of view and reaches it too may do so.
                    let goes = written || st.obj(*cell).is_some_and(|memory| memory.escaped) || unseen();
                    unknown |= goes;
                    goes
                }
                Holder::Worker(id) => {
                    let dropped = || {
                        acting.any(|effect| matches!(effect, EventKind::Dropped { obj, sender: true, .. } | EventKind::Removed(obj) if *obj == chan))
                    };
                    if Some(*id) == actor {
                        let dropped = st.obj(*id).is_some_and(|obj| match &obj.kind {
                            ObjKind::Worker(worker) => worker.behaviour.paths.iter().any(|path| drops_first(path, chan)),
                            _ => false,
                        });
                        unknown |= dropped;
                        dropped
                    } else if acting.ended.contains(id) {
                        let left = self
                            .workers(st)
                            .get(id)
                            .is_some_and(|worker| worker.behaviour.paths.iter().any(|path| path.left.contains(&chan)));
                        unknown |= left;
                        true
                    } else {
                        // What it reaches in memory that others share too, they may take out.
                        let shared = self.workers(st).get(id).and_then(|worker| st.shared_way(&worker.code, chan));
                        let dropped = dropped() || shared.is_some_and(|cell| self.written(acting, cell, chan));
                        unknown |= dropped;
                        dropped
                    }
                }
                Holder::Queue(queue) => {
                    if let Some(keeper) = self.keeper(st, acting, *queue, chan) {
                        stay.push(Holder::Worker(keeper));
                        continue;
                    }
                    let drained = acting.handled.contains(queue);
                    let receivers = st.holders(*queue, &|adt| self.is_receiver(adt));
                    let goes =
                        drained || receivers.is_empty() || receivers.iter().any(|holder| self.may_let_go(st, acting, holder, *queue));
                    unknown |= goes;
                    goes
                }
            };
            if !goes {
                stay.push(holder);
            }
        }
        match (stay.is_empty(), unknown) {
            (false, _) => Met::No(stay),
            (true, true) => Met::Maybe,
            (true, false) => Met::Yes,
        }
    }

    fn msg(&self, st: &State, acting: &Acting, chan: ObjId, variant: Option<u32>, actor: Option<ObjId>) -> Met {
        let Some(obj) = st.obj(chan) else { return Met::Maybe };
        let ObjKind::Chan(inner) = &obj.kind else { return Met::Maybe };
        let fits = |value: &Val| match (st.settle(value), variant) {
            (Val::Adt(adt), Some(wanted)) => adt.variant == wanted || adt.def.is_none(),
            _ => true,
        };
        if inner.queue.iter().any(fits) && actor.is_some() {
            return Met::Yes;
        }
        let sent = |effect: &EventKind| matches!(effect, EventKind::Sent { chan: id, variant: what, .. } if *id == chan && (what.is_none() || variant.is_none() || *what == variant));
        // Of what the running actor sends in a loop that was not followed to its end there may be more, and a worker's queues are not kept.
        let more = || actor.is_some() && (st.uncounted || st.base > 0) && st.trace.backwards().any(|event| sent(&event.kind));
        // Whoever gets on with a message may send on what came in it.
        let handed = |holder: &Holder| matches!(holder, Holder::Queue(queue) if acting.handled.contains(queue));
        let replies = || st.holders(chan, &|adt| self.is_sender(adt)).iter().any(handed);
        if obj.escaped || inner.external || acting.any(sent) || more() || replies() {
            return Met::Maybe;
        }
        Met::No(Vec::new())
    }
}

/// Whether the other end of a channel is out of view for good: another process, the network.
pub fn is_external(st: &State, chan: ObjId) -> bool {
    matches!(st.obj(chan).map(|obj| &obj.kind), Some(ObjKind::Chan(chan)) if chan.external)
}

/// Whether a path drops a sender before it first waits for the channel's EOF.
pub fn drops_first(path: &WorkerPath, chan: ObjId) -> bool {
    for event in &path.events {
        match &event.kind {
            EventKind::Dropped { obj, sender: true, .. } | EventKind::Removed(obj) | EventKind::Shed(obj) | EventKind::Closed(obj)
                if *obj == chan =>
            {
                return true;
            }
            EventKind::Passed(Cond::Eof(id)) if *id == chan => return false,
            _ => {}
        }
    }
    false
}

/// What a worker keeps from others while it waits.
#[derive(Default)]
struct Kept {
    /// Channels with whose messages it gets on.
    handled: BTreeSet<ObjId>,
    locks: Vec<Holding>,
    threads: Vec<Blocking>,
}

/// Whether a condition is met, for sure, perhaps, or not, with who stands against it.
pub(super) enum Met {
    Yes,
    Maybe,
    No(Vec<Holder>),
}

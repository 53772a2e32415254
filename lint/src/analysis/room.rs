//! Room: whether a full channel gets room for one more message, which depends on how many may be sent and how many were taken out.
//!
//! Numbers are seldom known. What a worker sends in a loop that data keeps going may be any number; one that messages keep going sends as many
//! as come, and that is any number again where those come from a worker of the first kind. Whoever has taken messages out in a loop that is
//! counted by the same number, or by how many there are in a collection, may have taken them all.
//!
//! ```
//! # use std::{sync::mpsc::sync_channel, thread};
//! # fn count(words: Vec<String>) -> usize {
//! let (lengths, found) = sync_channel(2);
//! let (total, mut sum) = (words.len(), 0);
//! let counter = thread::spawn(move || words.iter().for_each(|word| lengths.send(word.len()).unwrap()));
//! for _ in 0..total {
//!     sum += found.recv().unwrap();
//! }
//! counter.join().unwrap(); // has sent its last
//! # sum
//! # }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::hands::taken;
use super::machine::Machine;
use super::object::{Chan, ObjKind, PathEnd, Status, Worker, WorkerPath};
use super::rounds::Bound;
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::ObjId;
use super::wakes::{Acting, Met, is_external};
use crate::ir::WorkerKind;

/// What stands for any number of messages.
pub(super) const ANY: u64 = u64::MAX / 2;

impl Machine<'_> {
    /// Whether there will be room in a channel after so many more messages.
    pub(super) fn room(&self, st: &State, acting: &Acting, chan: ObjId, actor: Option<ObjId>, sent_before: u64) -> Met {
        let Some(obj) = st.obj(chan) else { return Met::Maybe };
        let ObjKind::Chan(inner) = &obj.kind else { return Met::Maybe };
        let Some(capacity) = inner.capacity else { return Met::Yes };
        let fits = |spare: u64| (inner.queue.len() as u64).saturating_add(sent_before) < capacity.saturating_add(spare);
        if inner.ended
            || inner.closed.is_some()
            || inner.external
            || obj.escaped
            || acting.world.drained.contains(&chan)
            || fits(0)
            || self.is_emptied(acting, chan, sent_before)
        {
            return Met::Maybe;
        }
        if let Some(actor) = actor
            && (fits(self.taken_from(st, chan, inner, actor))
                || self.may_be_few(st, chan, inner, actor)
                || self.may_have_taken_all(st, chan, actor, sent_before)
                || self.has_said_all(st, chan, actor))
        {
            return Met::Maybe;
        }
        let receivers = st.holders(chan, &|adt| self.is_receiver(adt));
        if actor.is_some() && !receivers.is_empty() && receivers.iter().all(|holder| self.stays_to_the_end(st, acting, holder, chan)) {
            return Met::No(receivers);
        }
        match self.all_go(st, acting, chan, receivers, actor) {
            Met::No(holders) => Met::No(holders),
            _ => Met::Maybe,
        }
    }

    /// Whether a holder of a receiver is a worker that lets go of it at EOF alone: that does not come as long as somebody waits for room.
    fn stays_to_the_end(&self, st: &State, acting: &Acting, holder: &Holder, chan: ObjId) -> bool {
        let Holder::Worker(id) = holder else { return false };
        let workers = self.workers(st);
        let Some(worker) = workers.get(id).filter(|worker| worker.status == Status::Running && worker.killed.is_none()) else {
            return false;
        };
        let hopeless = |event: &Event| match &event.kind {
            EventKind::Passed(gone @ Cond::Gone(_)) => matches!(self.met(st, acting, gone, Some(*id), 0), Met::No(_)),
            _ => false,
        };
        let goes = |path: &WorkerPath| {
            let eof = path.events.iter().position(|event| event.kind == EventKind::Passed(Cond::Eof(chan)));
            let before = &path.events[..eof.unwrap_or(path.events.len())];
            let drops = before.iter().any(|event| matches!(event.kind, EventKind::Dropped { obj, sender: false, .. } if obj == chan));
            let ends = eof.is_none() && matches!(path.end, PathEnd::Return | PathEnd::Exit);
            !path.accident && (drops || ends) && !before.iter().any(hopeless)
        };
        !worker.behaviour.unknown && !worker.behaviour.paths.is_empty() && !worker.behaviour.paths.iter().any(goes)
    }

    /// Whether workers take messages out of a channel: one or two do not help who sends any number, where those who took them stand still
    /// before they take the next.
    fn is_emptied(&self, acting: &Acting, chan: ObjId, sent_before: u64) -> bool {
        let takes = |effect: &EventKind| matches!(effect, EventKind::Passed(Cond::Msg(id, _)) if *id == chan);
        if sent_before < ANY { acting.any(takes) } else { acting.emptied.contains(&chan) }
    }

    /// Whether any number of messages may come out of a channel: they come from outside, from another program, or from a worker that sends them
    /// in a loop of which nobody knows how often it goes round.
    pub(super) fn is_boundless(&self, st: &State, acting: &Acting, chan: ObjId) -> bool {
        if let Some(&known) = acting.boundless.borrow().get(&chan) {
            return known;
        }
        let boundless = self.is_fed_freely(st, chan, &mut BTreeMap::new());
        acting.boundless.borrow_mut().insert(chan, boundless);
        boundless
    }

    fn is_fed_freely(&self, st: &State, chan: ObjId, known: &mut BTreeMap<ObjId, bool>) -> bool {
        if let Some(&known) = known.get(&chan) {
            return known;
        }
        // What only goes round in a ring comes from nowhere.
        known.insert(chan, false);
        let program =
            |id: &ObjId| matches!(st.obj(*id).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if worker.kind == WorkerKind::Process);
        let freely = is_external(st, chan)
            || st.holders(chan, &|adt| self.is_sender(adt)).iter().any(|holder| matches!(holder, Holder::Worker(id) if program(id)))
            || self.workers(st).values().any(|worker| self.sends_freely(st, worker, chan, known));
        known.insert(chan, freely);
        freely
    }

    /// Whether a worker may send any number of messages on a channel.
    fn sends_freely(&self, st: &State, worker: &Worker, chan: ObjId, known: &mut BTreeMap<ObjId, bool>) -> bool {
        let mut driven =
            |events: &[Event]| events.iter().filter_map(|event| taken(&event.kind)).any(|from| !self.is_fed_freely(st, from, known));
        worker.behaviour.paths.iter().any(|path| {
            let Some(first) = path.events.iter().position(|event| event.kind.sends_on(chan)) else { return false };
            let again = path.events[first..].iter().any(|event| event.kind == EventKind::Again(false));
            let round = path.repeated();
            (again && !driven(&path.events)) || (round.iter().any(|event| event.kind.sends_on(chan)) && !driven(round))
        })
    }

    /// How many messages the running actor has taken out of a channel that none but this worker can have sent.
    fn taken_from(&self, st: &State, chan: ObjId, inner: &Chan, worker: ObjId) -> u64 {
        if st.base > 0 || inner.received == 0 {
            return 0;
        }
        let own = u64::from(inner.sent).saturating_sub(inner.queue.len() as u64);
        let sends = |path: &WorkerPath| path.events.iter().filter(|event| event.kind.sends_on(chan)).count() as u64;
        let most = |other: &Worker| match other.behaviour.paths.iter().map(sends).max().unwrap_or(0) {
            0 => 0,
            _ if self.sends_freely(st, other, chan, &mut BTreeMap::from([(chan, false)])) => ANY,
            most => most,
        };
        let others = self.workers(st).iter().filter(|(id, _)| **id != worker).map(|(_, other)| most(other)).fold(own, u64::saturating_add);
        u64::from(inner.received).saturating_sub(others)
    }

    /// Whether all that a worker sends may fit: its loops are counted by numbers alone, and what there is room for and what was taken is as much as
    /// the largest of these.
    fn may_be_few(&self, st: &State, chan: ObjId, inner: &Chan, worker: ObjId) -> bool {
        let mut bounds = BTreeSet::new();
        self.bounds_of(st, worker, &mut BTreeSet::new(), &mut bounds);
        let spare = inner.capacity.unwrap_or(ANY).saturating_sub(inner.queue.len() as u64);
        let room = spare.saturating_add(self.taken_from(st, chan, inner, worker));
        let few = |bound: &Bound| matches!(bound, Bound::Number(number) if u64::try_from(*number).is_ok_and(|number| number <= room));
        !bounds.is_empty() && bounds.iter().all(few)
    }

    /// Whether the running actor has taken messages out of a channel so often that it may have taken all that this worker sends.
    fn may_have_taken_all(&self, st: &State, chan: ObjId, worker: ObjId, sent_before: u64) -> bool {
        let mut again = false;
        let takes = |event: &Event| {
            again |= matches!(event.kind, EventKind::Again(_));
            again && taken(&event.kind) == Some(chan)
        };
        if st.base > 0 || !(st.uncounted || st.skipped) {
            return false;
        }
        // Where the loop was passed without a single round it shows in its bound alone.
        let repeated = st.trace.backwards().any(takes);
        (repeated && sent_before < ANY) || ((repeated || st.skipped) && self.is_counted_alike(st, worker))
    }

    /// Whether the running actor counts its rounds by a number that may be how often a worker, or who keeps it going, goes round.
    fn is_counted_alike(&self, st: &State, worker: ObjId) -> bool {
        let mut theirs = BTreeSet::new();
        self.bounds_of(st, worker, &mut BTreeSet::new(), &mut theirs);
        let most = |bounds: &BTreeSet<Bound>| {
            bounds.iter().filter_map(|bound| if let Bound::Number(number) = bound { Some(*number) } else { None }).max()
        };
        let same = st.bounds.intersection(&theirs).any(|bound| matches!(bound, Bound::Value(_)));
        same || st.bounds.contains(&Bound::Length) || most(&theirs).is_some_and(|theirs| most(&st.bounds).is_some_and(|own| own >= theirs))
    }

    /// What the rounds of a worker are counted by, and those of the workers that keep it going.
    fn bounds_of(&self, st: &State, id: ObjId, asked: &mut BTreeSet<ObjId>, bounds: &mut BTreeSet<Bound>) {
        let workers = self.workers(st);
        let Some(worker) = workers.get(&id).filter(|_| asked.insert(id)) else { return };
        bounds.extend(worker.behaviour.bounds.iter().copied());
        for chan in worker.behaviour.events().filter_map(|event| taken(&event.kind)).collect::<BTreeSet<_>>() {
            let feeds = |other: &&ObjId| workers[other].behaviour.events().any(|event| event.kind.sends_on(chan));
            for &feeder in workers.keys().filter(feeds) {
                self.bounds_of(st, feeder, asked, bounds);
            }
        }
    }
}

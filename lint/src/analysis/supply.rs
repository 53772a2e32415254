//! Supply: how many messages workers send for sure, and whether further ones may come.

use std::collections::BTreeSet;

use super::machine::Machine;
use super::object::{ObjKind, PathEnd, Worker, WorkerPath};
use super::state::{Holder, State};
use super::trace::{Cond, Event, EventKind};
use super::value::ObjId;
use super::wakes::{Acting, World};

impl Machine<'_> {
    /// What the workers in view send on a channel for sure, compared with what was received: whether a message is sure to come, and whether
    /// none may. `None`: not all senders are in view, or they send any number. With `acting`, what those send who get to their end.
    pub(super) fn supply(&self, st: &State, chan: ObjId, acting: Option<&Acting>) -> Option<(bool, bool)> {
        let obj = st.obj(chan)?;
        let ObjKind::Chan(inner) = &obj.kind else { return None };
        if obj.escaped || inner.external {
            return None;
        }
        let mut least = 0;
        // What a worker sends on a sender that came in a message is not told apart from what it sends on others that came so.
        let answered = |holder: &Holder| matches!(holder, Holder::Queue(queue) if self.may_answer(st, *queue, chan));
        let mut counted = !st.holders(chan, &|adt| self.is_sender(adt)).iter().any(answered);
        for (id, worker) in &self.workers(st) {
            let sends = |path: &WorkerPath| {
                path.events.iter().filter(|event| matches!(event.kind, EventKind::Sent { chan: id, .. } if id == chan)).count()
            };
            let most = worker.behaviour.paths.iter().map(sends).max().unwrap_or(0);
            let again = worker.behaviour.paths.iter().filter(|path| path.end == PathEnd::Loops).any(|path| {
                path.events[path.round.min(path.events.len())..]
                    .iter()
                    .any(|event| matches!(event.kind, EventKind::Sent { chan: id, .. } if id == chan))
            });
            let owns = worker.behaviour.unknown || most > 0;
            if !owns {
                continue;
            }
            if most > 1 || again || worker.behaviour.unknown {
                counted = false;
            }
            let normal =
                worker.behaviour.paths.iter().filter(|path| matches!(path.end, PathEnd::Return) && !path.accident && !hung_up(path, chan));
            match normal.map(sends).min() {
                // One that does not get to its end may not get to its send either.
                Some(_) if acting.is_some_and(|acting| !acting.ended.contains(id)) => {}
                Some(count) => least += count,
                None => counted = false,
            }
        }
        let received = inner.received as usize;
        if received < least {
            return Some((true, false));
        }
        counted.then_some((false, true))
    }

    /// Whether every sender in view may end without a further message.
    pub fn supply_ends(&self, st: &State, chan: ObjId) -> bool {
        self.supply(st, chan, None).is_some_and(|(_, none)| none) && !self.is_sent_first(st, chan)
    }

    /// Whether workers send more than was received before they come to where they stay: to their end, or to a wait that nobody meets while the
    /// running actor waits for the channel. An end that lies behind such a wait is none.
    fn is_sent_first(&self, st: &State, chan: ObjId) -> bool {
        let Some(ObjKind::Chan(inner)) = st.obj(chan).map(|obj| &obj.kind) else { return false };
        let acting = self.acting_in(st, World { locks: Some(self.held_locks(st)), drained: BTreeSet::from([chan]), ..World::default() });
        let least = |(id, worker): (&ObjId, &&Worker)| {
            let paths = worker.behaviour.paths.iter().filter(|path| !path.accident && !hung_up(path, chan));
            let blocked: Vec<_> = paths.map(|path| (path, self.blocked_at(st, &acting, *id, path))).collect();
            // On the same way another may get further: the wait has more than one end.
            let stays = |path: &WorkerPath, at: usize| {
                let further = |(other, stop): &(&WorkerPath, Option<usize>)| {
                    stop.is_none_or(|stop| stop > at)
                        && other.events.len() > at
                        && path.events[..at].iter().zip(&other.events).all(|(event, other)| event.kind == other.kind)
                };
                !blocked.iter().any(further)
            };
            let rests = blocked.iter().filter(|(path, stop)| stop.is_none_or(|at| stays(path, at)));
            let sent = |events: &[Event]| events.iter().filter(|event| event.kind.sends_on(chan)).count();
            rests.map(|(path, stop)| sent(&path.events[..stop.unwrap_or(path.events.len())])).min().unwrap_or(0)
        };
        let sent: usize = self.workers(st).iter().filter(|(_, worker)| !worker.behaviour.unknown).map(least).sum();
        sent > inner.received as usize
    }

    /// Whether the running actor has got a message after which the worker sends no more on the channel, and nobody else sends there.
    pub(super) fn has_said_all(&self, st: &State, chan: ObjId, worker: ObjId) -> bool {
        let got: BTreeSet<u32> = st
            .trace
            .backwards()
            .filter_map(|event| match &event.kind {
                EventKind::Passed(Cond::Msg(on, Some(variant))) if *on == chan => Some(*variant),
                _ => None,
            })
            .collect();
        // It is asked at each wait: what workers do is looked at only where that may decide.
        if st.base > 0 || got.is_empty() {
            return false;
        }
        let workers = self.workers(st);
        let sends = |path: &WorkerPath| path.events.iter().any(|event| event.kind.sends_on(chan));
        let alone = workers.iter().all(|(id, other)| *id == worker || !other.behaviour.paths.iter().any(sends));
        let Some(paths) = workers.get(&worker).filter(|worker| alone && !worker.behaviour.unknown).map(|worker| &worker.behaviour.paths)
        else {
            return false;
        };
        let variants = |path: &WorkerPath| -> Vec<Option<u32>> {
            let variant = |event: &Event| match event.kind {
                EventKind::Sent { chan: on, variant, .. } if on == chan => Some(variant),
                _ => None,
            };
            path.events.iter().filter_map(variant).collect()
        };
        let is_last = |got: u32| {
            let mut said = false;
            paths.iter().all(|path| {
                let sent = variants(path);
                let fits = |variant: &Option<u32>| variant.is_none_or(|variant| variant == got);
                said |= sent.last().is_some_and(fits) && path.end != PathEnd::Loops;
                let before = sent.len() - usize::from(path.end != PathEnd::Loops && !sent.is_empty());
                !sent[..before].iter().any(fits)
            }) && said
        };
        got.into_iter().any(is_last)
    }

    /// Whether a worker writes to a location, to a part of it, or to what it lies in.
    pub fn others_write(&self, st: &State, loc: &super::value::Loc) -> bool {
        self.workers(st).values().any(|worker| {
            worker.behaviour.unknown
                || worker.behaviour.events().any(|event| matches!(&event.kind, EventKind::Wrote(at, _) if at.overlaps(loc)))
        })
    }

    /// Whether a worker puts data into a collection.
    pub(super) fn others_put(&self, st: &State, loc: &super::value::Loc) -> bool {
        let puts = |worker: &&Worker| worker.behaviour.events().any(|event| matches!(&event.kind, EventKind::Grew(at) if **at == *loc));
        st.base == 0 && st.is_shared(loc) && self.workers(st).values().any(puts)
    }

    /// Whether somebody else may set a signal to this.
    pub fn others_may_set(&self, st: &State, obj: ObjId, value: bool) -> bool {
        if st.base > 0 {
            return true;
        }
        self.workers(st).values().any(|worker| {
            worker.behaviour.unknown
                || worker
                    .behaviour
                    .events()
                    .any(|event| matches!(event.kind, EventKind::Set(id, to) if id == obj && to.is_none_or(|to| to == value)))
        })
    }
}

/// Whether a path goes on because the receiver is gone.
fn hung_up(path: &WorkerPath, chan: ObjId) -> bool {
    path.events.iter().any(|event| matches!(event.kind, EventKind::Passed(Cond::Gone(id)) if id == chan))
}

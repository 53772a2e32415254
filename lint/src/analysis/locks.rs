//! Locks: who holds one while he waits, and whether his waker must take it first.
//!
//! A guard is a value whose drop releases a lock to which it refers. The path's own actor holds the locks whose guards lie in its frames; a worker holds
//! those that its path took and has not released. A wait that nobody ends *because* of a lock is told from others by asking again with all locks free.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::exec::owns;
use super::hazard::{HazardKind, Unmet};
use super::machine::{Flow, Machine, Outcomes};
use super::object::{Lock, ObjKind};
use super::state::{Holder, State};
use super::trace::{Cond, EventKind};
use super::value::{Adt, Bag, Loc, ObjId, Origin, Seen, Val};
use super::wakes::{Acting, Can, Met, World, drained};
use crate::base::{FileSpan, Name};
use crate::ir::{AdtKind, Ty, Why};

/// Locks that are held; of those held for reading only, `false`.
pub type Held = BTreeMap<ObjId, bool>;

/// A worker that waits with locks held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Where it waits.
    pub at: FileSpan,
    /// What for.
    pub conds: Vec<Cond>,
    /// What it holds meanwhile.
    pub locks: Held,
    /// Whether it is for these locks that nobody ends the wait.
    pub because: bool,
}

impl Lock {
    /// The path's own actor lets go of it.
    pub fn release(&mut self) {
        if self.held.take().is_none() {
            self.readers = self.readers.saturating_sub(1);
        }
    }

    fn is_held(&self) -> bool {
        self.held.is_some() || self.readers > 0
    }
}

/// Whether a held lock keeps this waiting; `None` if the condition is not about it.
pub fn shuts_out(locks: &Held, cond: &Cond) -> bool {
    match cond {
        Cond::Lock(lock) => locks.contains_key(lock),
        Cond::Share(lock) => locks.get(lock) == Some(&true),
        _ => false,
    }
}

/// What a worker holds after this has come true.
pub fn take(locks: &mut Held, cond: &Cond) {
    match cond {
        Cond::Lock(lock) => {
            locks.insert(*lock, true);
        }
        Cond::Share(lock) => {
            locks.entry(*lock).or_insert(false);
        }
        _ => {}
    }
}

impl Machine<'_> {
    /// Takes a lock, for reading only if `shared`.
    pub fn acquire(&mut self, st: State, obj: ObjId, shared: bool, ret: &Ty) -> Outcomes {
        let mut st = st;
        let at = self.here(&st);
        self.may_be_poisoned(&st, obj);
        let cond = if shared { Cond::Share(obj) } else { Cond::Lock(obj) };
        let free = matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Lock(lock)) if !lock.is_held());
        if st.base > 0 {
            self.event(&mut st, EventKind::Passed(cond), at);
        } else if free && st.cancellable == 0 && self.is_contended(&st, obj) {
            self.held_by_a_waiter(&mut st, &cond);
        }
        if let Some(ObjKind::Lock(lock)) = st.obj_mut(obj).map(|obj| &mut obj.kind) {
            if shared {
                lock.readers += 1;
            } else {
                lock.held = Some(at);
            }
        }
        let value = self.result(&mut st, ret, &super::contract::Case::Got(Some(Val::unit())));
        vec![(st, Flow::Value(value))]
    }

    /// Behind a lock that others take too, what was known may have changed meanwhile.
    pub(super) fn refresh(&mut self, st: &mut State, lock: ObjId, value: Option<&Val>) {
        let Some(Val::Ref(loc)) = value else { return };
        let mut loc = (**loc).clone();
        for _ in 0..8 {
            match st.read(&loc) {
                Some(Val::Ref(next)) => loc = (**next).clone(),
                Some(Val::Adt(adt)) if adt.handle == Some(lock) => break,
                Some(Val::Adt(_)) => match self.deref(st, &loc) {
                    Some(next) if next != loc => loc = next,
                    _ => return,
                },
                _ => return,
            }
        }
        let data = loc.field(&Name::new("data"));
        if st.is_shared(&data) {
            self.blur(st, &data, 0);
        }
    }

    fn blur(&mut self, st: &mut State, loc: &Loc, depth: usize) {
        let Some(value) = st.read(loc).cloned() else { return };
        if st.base == 0 && !self.others_write(st, loc) {
            return;
        }
        let volatile = |seen| Origin::Volatile(Rc::new(loc.clone()), seen);
        let now = match &value {
            Val::Bool(now) => Some(self.sym(&Ty::Prim(Name::new("bool")), volatile(Seen::Bool(*now)))),
            Val::Int(_) => Some(self.data(&Ty::Prim(Name::new("usize")))),
            Val::Adt(adt) => match adt.def {
                Some(def) if self.program.adts[def].kind == AdtKind::Enum && !owns(&value) => {
                    let substs = vec![Ty::Unknown(Why::Data); self.program.adts[def].generics.len()];
                    Some(self.sym(&Ty::Adt(def, substs), volatile(Seen::Variant(adt.variant))))
                }
                _ if depth < 3 => {
                    for (name, _) in &adt.fields {
                        self.blur(st, &loc.field(name), depth + 1);
                    }
                    None
                }
                _ => None,
            },
            Val::Bag(bag) if bag.more.is_none() && st.base > 0 => {
                Some(Val::Bag(Rc::new(Bag { items: bag.items.clone(), more: Some(Rc::new(Ty::Unknown(Why::Data))), from: bag.from })))
            }
            _ => None,
        };
        if let (Some(now), Some(slot)) = (now, st.read_mut(loc)) {
            *slot = now;
        }
    }

    fn is_contended(&self, st: &State, lock: ObjId) -> bool {
        self.workers(st).values().any(|worker| {
            worker
                .behaviour
                .events()
                .any(|event| matches!(&event.kind, EventKind::Passed(Cond::Lock(taken) | Cond::Share(taken)) if *taken == lock))
        })
    }

    /// The lock is that of a worker which holds it while it waits for the one who now waits for the lock.
    fn held_by_a_waiter(&mut self, st: &mut State, cond: &Cond) {
        let acting = self.acting(st);
        let Some((worker, holding)) = acting.keeper(cond) else { return };
        let (Cond::Lock(lock) | Cond::Share(lock)) = *cond else { return };
        let needs = Unmet { waiter: None, at: self.here(st), cond: cond.clone(), holders: vec![Holder::Worker(worker)] };
        let kind = HazardKind::Locked { conds: holding.conds.clone(), lock, guard: Holder::Worker(worker), needs };
        let hazard = self.hazard_at(st, kind, Some(holding.at));
        st.assumed = st.assumed.or(hazard);
    }

    /// The hazard that a wait is if locks alone keep those away who would end it; where `drain`, who would end the channel.
    pub fn locked(&self, st: &State, conds: &[Cond], drain: bool) -> Option<(HazardKind, Option<FileSpan>)> {
        let acting = self.acting(st);
        let locks = acting.world.locks.as_ref()?;
        if locks.is_empty() && !acting.holding.values().flatten().any(|holding| holding.because) {
            return None;
        }
        let free = self.acting_in(st, World { drained: drained(conds), ..World::default() });
        let counts = |cond: &&Cond| !drain || matches!(cond, Cond::Eof(_));
        if conds.iter().filter(counts).all(|cond| matches!(self.can(st, &free, cond), Can::No(_))) {
            return None;
        }
        // Of the workers that are shut out, the one that is waited for comes first.
        let waited = |worker: &ObjId| conds.contains(&Cond::Exit(*worker));
        let mut stuck: Vec<(&ObjId, &Unmet)> = acting.stuck.iter().flat_map(|(id, all)| all.iter().map(move |unmet| (id, unmet))).collect();
        stuck.sort_by_key(|(worker, _)| !waited(worker));
        for (_, unmet) in stuck {
            if shuts_out(locks, &unmet.cond)
                && let Cond::Lock(lock) | Cond::Share(lock) = unmet.cond
                && let Some(guard) = self.guard(st, lock)
            {
                return Some((HazardKind::Locked { conds: conds.to_vec(), lock, guard, needs: unmet.clone() }, None));
            }
        }
        let (worker, holding) = acting
            .holding
            .iter()
            .flat_map(|(id, all)| all.iter().map(move |holding| (*id, holding)))
            .find(|(_, holding)| holding.because)?;
        let needs = self.shut_out(st, worker, &holding.locks)?;
        let (Cond::Lock(lock) | Cond::Share(lock)) = needs.cond else { return None };
        let kind = HazardKind::Locked { conds: holding.conds.clone(), lock, guard: Holder::Worker(worker), needs };
        Some((kind, Some(holding.at)))
    }

    /// A worker that waits with locks held: whether nobody wakes it, or nobody does for these locks.
    pub(super) fn waits_with(&self, st: &State, acting: &Acting, id: ObjId, held: &Held, at: FileSpan, conds: &[Cond]) -> Option<Holding> {
        let locks = acting.world.locks.as_ref()?;
        if held.is_empty() {
            return None;
        }
        let never = |acting: &Acting| conds.iter().all(|cond| matches!(self.met(st, acting, cond, Some(id), 0), Met::No(_)));
        let kept = |because| Holding { at, conds: conds.to_vec(), locks: held.clone(), because };
        if never(acting) {
            return Some(kept(false));
        }
        let mut more = locks.clone();
        for (lock, exclusive) in held {
            *more.entry(*lock).or_default() |= exclusive;
        }
        if more == *locks || self.shut_out(st, id, held).is_none() {
            return None;
        }
        never(&self.narrower(st, acting, World { locks: Some(more), ..acting.world.clone() })).then(|| kept(true))
    }

    /// The first worker beside `but` that must take one of these locks, and where.
    pub fn shut_out(&self, st: &State, but: ObjId, locks: &Held) -> Option<Unmet> {
        self.workers(st).iter().filter(|(id, _)| **id != but).find_map(|(id, worker)| {
            worker.behaviour.events().find_map(|event| match &event.kind {
                EventKind::Passed(cond) if shuts_out(locks, cond) => {
                    Some(Unmet { waiter: Some(*id), at: event.at, cond: cond.clone(), holders: vec![Holder::Worker(but)] })
                }
                _ => None,
            })
        })
    }

    /// The locks that the path's own actor holds: of those only whose guards are in view.
    pub fn held_locks(&self, st: &State) -> Held {
        let taken = st.objs.iter().filter_map(|(&id, obj)| match &obj.kind {
            ObjKind::Lock(lock) if lock.is_held() => Some((id, lock.held.is_some())),
            _ => None,
        });
        taken.filter(|(id, _)| self.guard(st, *id).is_some()).collect()
    }

    /// Where the guard of a lock lies.
    pub fn guard(&self, st: &State, lock: ObjId) -> Option<Holder> {
        st.frames.iter().enumerate().rev().find_map(|(depth, frame)| {
            let mut locals = frame.locals.iter_enumerated();
            locals.find_map(|(local, value)| self.guards(st, value, lock).map(|path| Holder::Frame(depth, local, path)))
        })
    }

    fn guards(&self, st: &State, value: &Val, lock: ObjId) -> Option<Vec<Name>> {
        match st.settle(value) {
            Val::Adt(adt) => {
                if self.releases(adt) && adt.fields.iter().any(|(_, field)| leads_to(st, field, lock, 4)) {
                    return Some(Vec::new());
                }
                adt.fields.iter().find_map(|(name, field)| {
                    let mut path = self.guards(st, field, lock)?;
                    path.insert(0, name.clone());
                    Some(path)
                })
            }
            Val::Code(code) => code.env.iter().find_map(|value| self.guards(st, value, lock)),
            Val::Bag(bag) => bag.items.iter().find_map(|(_, value)| self.guards(st, value, lock)),
            _ => None,
        }
    }

    /// Whether the drop of a value is code of a stub's: that of a guard releases what it refers to.
    fn releases(&self, adt: &Adt) -> bool {
        adt.def.and_then(|def| self.program.adts[def].drop_fn).is_some_and(|func| self.is_stub(func))
    }
}

/// Whether a reference or shared pointer leads to the lock.
fn leads_to(st: &State, value: &Val, lock: ObjId, left: usize) -> bool {
    let Some(left) = left.checked_sub(1) else { return false };
    match st.settle(value) {
        Val::Ref(loc) => st.read(loc).is_some_and(|target| leads_to(st, target, lock, left)),
        Val::Adt(adt) => match adt.handle {
            Some(handle) if handle == lock => true,
            Some(handle) => match st.obj(handle).map(|obj| &obj.kind) {
                Some(ObjKind::Cell(cell)) => leads_to(st, &cell.content, lock, left),
                _ => false,
            },
            None => false,
        },
        _ => false,
    }
}

impl Acting {
    /// The worker that holds the lock which this waits for while nobody wakes it.
    fn keeper(&self, cond: &Cond) -> Option<(ObjId, &Holding)> {
        let all = self.holding.iter().flat_map(|(id, all)| all.iter().map(move |holding| (*id, holding)));
        all.filter(|(_, holding)| shuts_out(&holding.locks, cond))
            .find(|(_, holding)| !holding.conds.iter().any(|cond| matches!(cond, Cond::Lock(_) | Cond::Share(_))))
    }
}

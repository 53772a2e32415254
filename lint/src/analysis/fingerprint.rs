//! Fingerprints of states: two states with one fingerprint go on alike, whatever their stories.
//!
//! Values that own nothing and are not known are all one; what was found out about them counts only where they still are.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHasher};

use super::exec::owns;
use super::object::ObjKind;
use super::state::State;
use super::value::Val;
use crate::base::Idx;
use crate::ir::BlockId;

/// The fingerprint of a state.
pub fn fingerprint(st: &State) -> u64 {
    let mut hasher = FxHasher::default();
    (without_story(st), &st.seen, st.accident).hash(&mut hasher);
    hasher.finish()
}

/// What a state came through, and whether an accident was in it.
type Past = (Rc<BTreeSet<u64>>, bool);

/// What worker states with one fingerprint have been through when they came to the same loop head.
#[derive(Debug, Default)]
pub struct Rounds(FxHashMap<(BlockId, u64), Vec<Past>>);

impl Rounds {
    /// Whether a state has been at this head that had to come through less to get there: what is left to do is the same for both, and what this
    /// one came through is on its own path.
    pub fn is_beaten(&mut self, head: BlockId, st: &State) -> bool {
        let known = self.0.entry((head, without_story(st))).or_default();
        if known.iter().any(|(seen, accident)| (st.accident || !accident) && seen.is_subset(&st.seen)) {
            return true;
        }
        known.push((Rc::clone(&st.seen), st.accident));
        false
    }
}

/// The fingerprint of what a state is, whatever it came through.
fn without_story(st: &State) -> u64 {
    let mut hasher = FxHasher::default();
    for frame in &st.frames {
        frame.body.hash(&mut hasher);
        for (local, value) in frame.locals.iter_enumerated() {
            if *value != Val::Uninit {
                local.index().hash(&mut hasher);
                value_into(st, value, &mut hasher);
            }
        }
    }
    for (id, obj) in st.objs.iter() {
        if matches!(&obj.kind, ObjKind::Cell(cell) if matches!(st.settle(&cell.content), Val::Unknown(_) | Val::Uninit) || matches!(st.settle(&cell.content), Val::Sym(sym) if !sym.holds))
        {
            continue;
        }
        (id.index(), obj.escaped).hash(&mut hasher);
        match &obj.kind {
            ObjKind::Chan(chan) => {
                (chan.closed.is_some(), chan.queue.len(), chan.received.min(4)).hash(&mut hasher);
                chan.queue.iter().for_each(|message| value_into(st, message, &mut hasher));
            }
            ObjKind::Worker(worker) => {
                (worker.status, worker.gave_up.is_some(), worker.killed.is_some()).hash(&mut hasher);
            }
            ObjKind::Cell(cell) => value_into(st, &cell.content, &mut hasher),
            ObjKind::Signal(signal) => {
                signal.set.hash(&mut hasher);
                value_into(st, &signal.value, &mut hasher);
            }
            ObjKind::Lock(lock) => (lock.held.is_some(), lock.readers).hash(&mut hasher),
        }
    }
    (st.leaked.len(), &st.blind, st.took, st.last_fork, st.pending.len(), st.lost.len(), st.cancellable, st.assumed).hash(&mut hasher);
    hasher.finish()
}

/// The fingerprint of one value.
pub fn of_value(st: &State, value: &Val) -> u64 {
    let mut hasher = FxHasher::default();
    value_into(st, value, &mut hasher);
    hasher.finish()
}

fn value_into(st: &State, value: &Val, hasher: &mut FxHasher) {
    match st.settle(value) {
        Val::Sym(sym) => {
            1u8.hash(hasher);
            if sym.holds {
                sym.id.hash(hasher);
            }
        }
        Val::Unknown(_) => 1u8.hash(hasher),
        Val::Adt(adt) => {
            (2u8, adt.def, adt.variant, adt.handle).hash(hasher);
            adt.fields.iter().for_each(|(_, field)| value_into(st, field, hasher));
        }
        Val::Bag(bag) => {
            // How many things that own nothing it holds counts only where it has an end: a loop may be about to come to it.
            (3u8, bag.more.is_none().then_some(bag.items.len())).hash(hasher);
            bag.items.iter().filter(|(_, item)| owns(item)).for_each(|(_, item)| value_into(st, item, hasher));
        }
        Val::Code(code) => {
            (4u8, &code.what).hash(hasher);
            code.env.iter().for_each(|value| value_into(st, value, hasher));
        }
        known => known.hash(hasher),
    }
}

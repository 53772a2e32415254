//! Fingerprints of states: two states with one fingerprint go on alike, whatever their stories.
//!
//! Values that own nothing and are not known are all one; what was found out about them counts only where they still are.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHasher};

use super::machine::Flow;
use super::object::{Obj, ObjKind};
use super::state::State;
use super::value::{ObjId, Root, Val};
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
    let mut print = Print::of(st);
    for frame in &st.frames {
        frame.body.hash(&mut print.hasher);
        for (local, value) in frame.locals.iter_enumerated() {
            if !matches!(value, Val::Uninit) {
                local.index().hash(&mut print.hasher);
                print.value(value);
            }
        }
    }
    for (&id, obj) in st.objs.iter() {
        if !st.is_own(id) {
            print.object(id, obj);
        } else if matches!(obj.kind, ObjKind::Worker(_)) {
            print.handle(id);
        }
    }
    print.objects_met();
    let mut hasher = print.hasher;
    (st.leaked.len(), st.uncounted, &st.blind, st.took, st.last_fork, st.pending.len(), st.lost.len(), st.cancellable, st.assumed)
        .hash(&mut hasher);
    hasher.finish()
}

/// The fingerprint of the end of a body's run: of the state, and of what the run came to.
pub fn of_end(st: &State, flow: &Flow) -> u64 {
    let mut print = Print::of(st);
    match flow {
        Flow::Value(value) => {
            print.value(value);
            print.objects_met();
        }
        Flow::Cancelled => 6u8.hash(&mut print.hasher),
        Flow::Stop(end) => (7u8, end).hash(&mut print.hasher),
    }
    fingerprint(st) ^ print.hasher.finish().rotate_left(7)
}

/// A fingerprint in the making.
struct Print<'s> {
    st: &'s State,
    hasher: FxHasher,
    /// The running worker's own objects, numbered as they are met.
    numbers: BTreeMap<ObjId, usize>,
    met: Vec<ObjId>,
}

impl<'s> Print<'s> {
    fn of(st: &'s State) -> Self {
        Self { st, hasher: FxHasher::default(), numbers: BTreeMap::new(), met: Vec::new() }
    }

    /// An object's name: its id, or its number if it is the running worker's own. Each round of a loop makes new ones, and they are the same.
    fn handle(&mut self, id: ObjId) {
        if !self.st.is_own(id) {
            id.index().hash(&mut self.hasher);
            return;
        }
        let next = self.numbers.len();
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.met.push(id);
        }
        (u64::MAX, number).hash(&mut self.hasher);
    }

    /// What is in the worker's own objects that were met; what nobody holds any more does not count.
    fn objects_met(&mut self) {
        let mut at = 0;
        while let Some(&id) = self.met.get(at) {
            at += 1;
            if let Some(obj) = self.st.obj(id) {
                self.object(id, obj);
            }
        }
    }

    fn object(&mut self, id: ObjId, obj: &Obj) {
        let st = self.st;
        if matches!(&obj.kind, ObjKind::Cell(cell) if matches!(st.settle(&cell.content), Val::Unknown(_) | Val::Uninit) || matches!(st.settle(&cell.content), Val::Sym(sym) if !sym.holds))
        {
            return;
        }
        self.handle(id);
        obj.escaped.hash(&mut self.hasher);
        match &obj.kind {
            ObjKind::Chan(chan) => {
                (chan.closed.is_some(), chan.queue.len(), chan.received.min(4)).hash(&mut self.hasher);
                chan.queue.iter().for_each(|message| _ = self.value(message));
                self.value(&chan.shown);
            }
            ObjKind::Worker(worker) => {
                (worker.status, worker.gave_up.is_some(), worker.killed.is_some()).hash(&mut self.hasher);
            }
            ObjKind::Cell(cell) => _ = self.value(&cell.content),
            ObjKind::Signal(signal) => {
                signal.set.hash(&mut self.hasher);
                self.value(&signal.value);
            }
            ObjKind::Lock(lock) => (lock.held.is_some(), lock.readers).hash(&mut self.hasher),
        }
    }

    /// Adds a value; whether it owns handles.
    fn value(&mut self, value: &Val) -> bool {
        let st = self.st;
        let mut owns = false;
        match st.settle(value) {
            Val::Sym(sym) => {
                1u8.hash(&mut self.hasher);
                if sym.holds {
                    sym.id.hash(&mut self.hasher);
                }
            }
            Val::Unknown(_) => 1u8.hash(&mut self.hasher),
            Val::Adt(adt) => {
                (2u8, adt.def, adt.variant).hash(&mut self.hasher);
                if let Some(id) = adt.handle {
                    self.handle(id);
                    owns = true;
                }
                adt.fields.iter().for_each(|(_, field)| owns |= self.value(field));
            }
            Val::Bag(bag) => {
                // How many things that own nothing it holds counts only where it has an end: a loop may be about to come to it.
                (3u8, bag.more.is_none().then_some(bag.items.len())).hash(&mut self.hasher);
                for (_, item) in &bag.items {
                    let before = self.hasher.clone();
                    let counts = self.value(item);
                    if !counts {
                        self.hasher = before;
                    }
                    owns |= counts;
                }
            }
            Val::Code(code) => {
                (4u8, &code.what).hash(&mut self.hasher);
                code.env.iter().for_each(|value| owns |= self.value(value));
            }
            Val::Ref(loc) => {
                (5u8, &loc.steps).hash(&mut self.hasher);
                match loc.root {
                    Root::Cell(id) => self.handle(id),
                    local @ Root::Local(..) => local.hash(&mut self.hasher),
                }
            }
            known => known.hash(&mut self.hasher),
        }
        owns
    }
}

//! Fingerprints of states: two states with one fingerprint go on alike, whatever their stories.
//!
//! Values that own nothing and are not known are all one; what was found out about them counts only where they still are.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::frame::Frame;
use super::machine::Flow;
use super::object::{Obj, ObjKind, PathEnd};
use super::state::State;
use super::value::{ObjId, Root, Val};
use crate::base::Idx;

/// The fingerprint of a state.
pub fn fingerprint(st: &State) -> u64 {
    let mut hasher = FxHasher::default();
    (without_story(st), &st.seen, st.accident).hash(&mut hasher);
    hasher.finish()
}

/// The fingerprint of what a state is, whatever it came through.
pub fn without_story(st: &State) -> u64 {
    let mut print = Print::of(st);
    for frame in &st.frames {
        print.kept(frame.memo.of(|| Parts::of_frame(frame)));
    }
    for (&id, obj) in st.objs.iter() {
        if !st.is_own(id) {
            print.object(id, obj);
        } else if matches!(obj.kind, ObjKind::Worker(_)) {
            print.handle(id);
        }
    }
    print.objects_met();
    print.word((st.leaked.len(), st.uncounted, &st.blind, st.took, st.last_fork, st.pending.len(), st.lost.len()));
    print.word((st.cancellable, st.assumed, st.skipped, st.base > 0 && st.entered));
    print.sum
}

/// The fingerprint of a worker's start: of what its code can reach and whether others hold that too, of all statics, and of the place.
pub fn of_start(st: &State, code: &Val, runs_on: Option<ObjId>) -> u64 {
    let mut print = Print { by_id: true, ..Print::of(st) };
    print.word(st.frame().map(|frame| (frame.at, frame.stub)));
    print.word((st.uncounted, st.skipped, st.yields));
    print.parts(&Parts::of_value(code));
    if let Some(executor) = runs_on {
        print.handle(executor);
    }
    let forever = |obj: &Obj| matches!(&obj.kind, ObjKind::Cell(cell) if cell.forever);
    st.objs.iter().filter(|(_, obj)| forever(obj)).for_each(|(&id, _)| print.handle(id));
    let mut frames = BTreeSet::new();
    lent_by(code, &mut frames);
    let mut at = 0;
    while let Some(&id) = print.met.get(at) {
        at += 1;
        let Some(obj) = st.obj(id) else { continue };
        print.object(id, obj);
        if let ObjKind::Worker(worker) = &obj.kind {
            print.parts(&Parts::of_value(&worker.code));
        }
        contents(obj).for_each(|value| lent_by(value, &mut frames));
        print.word((st.leaked.contains(&id), st.forsaken.contains(&id)));
    }
    for frame in frames.iter().filter_map(|&depth| st.frames.get(depth)) {
        print.kept(frame.memo.of(|| Parts::of_frame(frame)));
    }
    print.held_beside();
    print.sum
}

/// The frames whose locals a value refers to.
fn lent_by(value: &Val, frames: &mut BTreeSet<usize>) {
    value.refs(&mut |loc| {
        if let Root::Local(depth, _) = loc.root {
            frames.insert(depth);
        }
    });
}

/// The values that lie in an object, what a worker runs left out.
fn contents(obj: &Obj) -> impl Iterator<Item = &Val> {
    let (queue, value): (&[Val], _) = match &obj.kind {
        ObjKind::Chan(chan) => (&chan.queue, Some(&chan.shown)),
        ObjKind::Cell(cell) => (&[], Some(&cell.content)),
        ObjKind::Signal(signal) => (&[], Some(&signal.value)),
        ObjKind::Worker(_) | ObjKind::Lock(_) => (&[], None),
    };
    queue.iter().chain(value)
}

/// The fingerprint of the end of a body's run: of the state, and of what the run came to. Where a worker goes no further nothing is left to be
/// run on its state, and what counts is what others could see of it.
pub fn of_end(st: &State, flow: &Flow) -> u64 {
    if let (Flow::Stop(end), true) = (flow, st.base > 0) {
        let rounds = if *end == PathEnd::Loops { st.trace.len().saturating_sub(st.round) } else { 0 };
        let seen = st.trace.backwards().take(rounds).map(|event| event.kind.print()).filter(|print| st.seen.contains(print));
        let mut hasher = FxHasher::default();
        (end, st.order, st.accident, st.last_fork, &st.blind, st.took, &st.hoard, &st.answered, seen.collect::<BTreeSet<_>>())
            .hash(&mut hasher);
        return hasher.finish();
    }
    let mut print = Print::of(st);
    match flow {
        Flow::Value(value) => {
            print.parts(&Parts::of_value(value));
            print.objects_met();
        }
        Flow::Cancelled => print.word(6u8),
        Flow::Stop(end) => print.word((7u8, end)),
    }
    fingerprint(st) ^ print.sum.rotate_left(7)
}

/// The parts of a frame or object, kept until it changes: nearly all of them are the same in nearly all states of a run. A copy, which is made
/// to be changed, begins without.
#[derive(Debug, Default)]
pub struct Memo(OnceCell<Kept>);

impl Clone for Memo {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Memo {
    /// What it is of is about to change.
    pub fn forget(&mut self) {
        self.0.take();
    }

    fn of(&self, parts: impl FnOnce() -> Parts) -> &Kept {
        self.0.get_or_init(|| {
            let parts = parts();
            Kept { plain: Plain::of(&parts), parts }
        })
    }
}

#[derive(Debug)]
struct Kept {
    parts: Parts,
    plain: Plain,
}

/// What parts come to where nothing is known of the symbolic values among them, and no object is the running worker's own: that is so of nearly
/// all, and is gone through at once.
#[derive(Debug)]
struct Plain {
    words: Words,
    /// The latest of the objects.
    latest: Option<ObjId>,
    /// The least and the greatest id of the symbolic values.
    open: Option<(u32, u32)>,
}

impl Plain {
    fn of(parts: &Parts) -> Self {
        let mut plain = Self { words: Words { times: 1, plus: 0 }, latest: None, open: None };
        for part in &parts.0 {
            match part {
                Part::Known(words) => plain.words = plain.words.then(*words),
                Part::Open(id, holds) => {
                    plain.words = plain.words.then(Words::unknown(*id, *holds));
                    plain.widen(*id, *id);
                }
                Part::Obj(id, _) => {
                    plain.words = plain.words.then(Words::one(id.index()));
                    plain.latest = plain.latest.max(Some(*id));
                }
                // It owns handles only if one of its symbolic values is known to.
                Part::Item(item) => {
                    let item = Self::of(item);
                    plain.latest = plain.latest.max(item.latest);
                    if let Some((least, greatest)) = item.open {
                        plain.widen(least, greatest);
                    }
                }
            }
        }
        plain
    }

    fn widen(&mut self, least: u32, greatest: u32) {
        self.open = Some(self.open.map_or((least, greatest), |(from, to)| (from.min(least), to.max(greatest))));
    }

    fn is_so(&self, print: &Print<'_>) -> bool {
        let known = |(least, greatest)| print.st.facts.range(least..=greatest).next().is_some();
        !print.by_id && !self.latest.is_some_and(|latest| print.st.is_own(latest)) && !self.open.is_some_and(known)
    }
}

/// What a fingerprint of values is made of, as far as it can be said without the state.
#[derive(Debug, Default)]
struct Parts(Vec<Part>);

#[derive(Debug)]
enum Part {
    /// What is so in every state.
    Known(Words),
    /// A symbolic value, by its id, and whether it may hold handles: the state knows what it is.
    Open(u32, bool),
    /// An object, and whether it is by a handle and not only by a reference.
    Obj(ObjId, bool),
    /// An item of a collection, which counts if it owns handles.
    Item(Parts),
}

/// What going through some words does to a sum: it is multiplied and added to, as in a polynomial hash modulo 2^64 (Karp and Rabin, 1987). So
/// words that are always the same are gone through at once.
#[derive(Clone, Copy, Debug)]
struct Words {
    times: u64,
    plus: u64,
}

/// The base of the polynomial.
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

impl Words {
    fn one(word: impl Hash) -> Self {
        let mut hasher = FxHasher::default();
        word.hash(&mut hasher);
        // The bits of a polynomial's coefficients must all matter: the finalizer of `SplitMix64` (Steele, Lea and Flood, 2014).
        let mut bits = hasher.finish();
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        Self { times: BASE, plus: bits ^ (bits >> 31) }
    }

    /// A symbolic value of which nothing is known: all that own nothing are one.
    fn unknown(id: u32, holds: bool) -> Self {
        let unknown = Self::one(1u8);
        if holds { unknown.then(Self::one(id)) } else { unknown }
    }

    fn apply(self, sum: u64) -> u64 {
        sum.wrapping_mul(self.times).wrapping_add(self.plus)
    }

    fn then(self, next: Self) -> Self {
        Self { times: self.times.wrapping_mul(next.times), plus: next.apply(self.plus) }
    }
}

/// Whether a value owns handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owns {
    No,
    /// The state knows.
    Perhaps,
    Yes,
}

impl Parts {
    fn of_value(value: &Val) -> Self {
        let mut parts = Self::default();
        parts.value(value);
        parts
    }

    fn of_frame(frame: &Frame) -> Self {
        let mut parts = Self::default();
        parts.word(frame.body);
        for (local, value) in frame.locals.iter_enumerated().filter(|(_, value)| !matches!(value, Val::Uninit)) {
            parts.word(local.index());
            parts.value(value);
        }
        parts
    }

    /// The values that lie in an object.
    fn of_object(obj: &Obj) -> Self {
        let mut parts = Self::default();
        contents(obj).for_each(|value| _ = parts.value(value));
        parts
    }

    fn word(&mut self, word: impl Hash) {
        let word = Words::one(word);
        match self.0.last_mut() {
            Some(Part::Known(words)) => *words = words.then(word),
            _ => self.0.push(Part::Known(word)),
        }
    }

    fn append(&mut self, parts: Self) {
        for part in parts.0 {
            match (self.0.last_mut(), part) {
                (Some(Part::Known(words)), Part::Known(more)) => *words = words.then(more),
                (_, part) => self.0.push(part),
            }
        }
    }

    fn value(&mut self, value: &Val) -> Owns {
        let mut owns = Owns::No;
        match value {
            Val::Sym(sym) => {
                self.0.push(Part::Open(sym.id, sym.holds));
                owns = Owns::Perhaps;
            }
            Val::Unknown(_) => self.word(1u8),
            Val::Adt(adt) => {
                self.word((2u8, adt.def, adt.variant));
                if let Some(id) = adt.handle {
                    self.0.push(Part::Obj(id, true));
                    owns = Owns::Yes;
                }
                adt.fields.iter().for_each(|(_, field)| owns = owns.max(self.value(field)));
            }
            Val::Bag(bag) => {
                // How many things that own nothing it holds counts only where it has an end: a loop may be about to come to it.
                self.word((3u8, bag.more.is_none().then_some(bag.items.len())));
                for (_, item) in &bag.items {
                    let mut parts = Self::default();
                    let counts = parts.value(item);
                    match counts {
                        Owns::No => {}
                        Owns::Perhaps => self.0.push(Part::Item(parts)),
                        Owns::Yes => self.append(parts),
                    }
                    owns = owns.max(counts);
                }
            }
            Val::Code(code) => {
                self.word((4u8, &code.what, &code.substs));
                code.env.iter().for_each(|value| owns = owns.max(self.value(value)));
            }
            Val::Ref(loc) => {
                self.word((5u8, &loc.steps));
                match loc.root {
                    Root::Cell(id) => self.0.push(Part::Obj(id, false)),
                    local @ Root::Local(..) => self.word(local),
                }
            }
            known => self.word(known),
        }
        owns
    }
}

/// A fingerprint in the making.
struct Print<'s> {
    st: &'s State,
    sum: u64,
    /// The running worker's own objects, numbered as they are met.
    numbers: BTreeMap<ObjId, usize>,
    met: Vec<ObjId>,
    /// Whether all objects count by their ids, and what lies in all of them.
    by_id: bool,
}

impl<'s> Print<'s> {
    fn of(st: &'s State) -> Self {
        Self { st, sum: 0, numbers: BTreeMap::new(), met: Vec::new(), by_id: false }
    }

    fn word(&mut self, word: impl Hash) {
        self.sum = Words::one(word).apply(self.sum);
    }

    fn kept(&mut self, kept: &Kept) {
        if kept.plain.is_so(self) {
            self.sum = kept.plain.words.apply(self.sum);
        } else {
            self.parts(&kept.parts);
        }
    }

    /// Adds parts; whether they own handles.
    fn parts(&mut self, parts: &Parts) -> bool {
        let mut owns = false;
        for part in &parts.0 {
            match part {
                Part::Known(words) => self.sum = words.apply(self.sum),
                Part::Open(id, holds) => owns |= self.open(*id, *holds),
                Part::Obj(id, owned) => {
                    self.handle(*id);
                    owns |= owned;
                }
                Part::Item(item) => {
                    let before = self.sum;
                    let counts = self.parts(item);
                    if !counts {
                        self.sum = before;
                    }
                    owns |= counts;
                }
            }
        }
        owns
    }

    /// Adds a symbolic value, or what it is known to be.
    fn open(&mut self, id: u32, holds: bool) -> bool {
        if let Some(known) = self.st.facts.get(&id) {
            return self.parts(&Parts::of_value(known));
        }
        self.sum = Words::unknown(id, holds).apply(self.sum);
        false
    }

    /// An object's name: its id, or its number if it is the running worker's own. Each round of a loop makes new ones, and they are the same.
    fn handle(&mut self, id: ObjId) {
        if !self.by_id && !self.st.is_own(id) {
            return self.word(id.index());
        }
        let next = self.numbers.len();
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.met.push(id);
        }
        if self.by_id { self.word(id.index()) } else { self.word((u64::MAX, number)) }
    }

    /// Adds which of the objects that were met are held by others too, and with what kind of handle.
    fn held_beside(&mut self) {
        let mut held = BTreeSet::new();
        let mut look = |value: &Val| {
            value.handles(&mut |id, adt| {
                if self.numbers.contains_key(&id) {
                    held.insert((id, adt.def));
                }
            });
        };
        self.st.frames.iter().for_each(|frame| frame.locals.iter().for_each(&mut look));
        for (_, obj) in self.st.objs.iter().filter(|(id, _)| !self.numbers.contains_key(id)) {
            contents(obj).for_each(&mut look);
            if let ObjKind::Worker(worker) = &obj.kind {
                look(&worker.code);
            }
        }
        self.word(held);
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
        if let ObjKind::Cell(cell) = &obj.kind {
            match self.st.settle(&cell.content) {
                Val::Unknown(_) | Val::Uninit => return,
                Val::Sym(sym) if !sym.holds => return,
                _ => {}
            }
        }
        self.handle(id);
        self.word(obj.escaped);
        match &obj.kind {
            ObjKind::Chan(chan) => self.word((chan.closed.is_some(), chan.queue.len(), chan.received.min(4))),
            ObjKind::Worker(worker) => self.word((worker.status, worker.gave_up.is_some(), worker.killed.is_some())),
            ObjKind::Cell(_) => {}
            ObjKind::Signal(signal) => self.word(signal.set),
            ObjKind::Lock(lock) => self.word((lock.held.is_some(), lock.readers)),
        }
        self.kept(obj.memo.of(|| Parts::of_object(obj)));
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::analysis::object::Cell;
    use crate::analysis::value::{Adt, Bag, Origin, Sym};
    use crate::base::{FileId, FileSpan, Name, Span};
    use crate::ir::{Ty, Why};

    fn sum(st: &State, value: &Val) -> u64 {
        let mut print = Print::of(st);
        print.word("before");
        print.parts(&Parts::of_value(value));
        print.sum
    }

    fn pair(first: Val, second: Val) -> Val {
        let fields = vec![(Name::new("0"), first), (Name::new("1"), second)];
        Val::Adt(Rc::new(Adt { def: None, variant: 0, fields, handle: None }))
    }

    fn open(id: u32) -> Val {
        Val::Sym(Sym { id, ty: Rc::new(Ty::Unknown(Why::Data)), origin: Origin::Data, holds: true })
    }

    #[test]
    fn what_was_found_out_counts_as_what_lies_there() {
        let mut st = State::default();
        let whole = pair(pair(Val::Int(1), open(7)), Val::Bool(true));
        assert_ne!(sum(&st, &whole), sum(&st, &open(3)));
        st.learn(3, pair(open(4), Val::Bool(true)));
        st.learn(4, pair(Val::Int(1), open(7)));
        assert_eq!(sum(&st, &whole), sum(&st, &open(3)));
        assert_ne!(sum(&st, &pair(Val::Int(1), Val::Int(2))), sum(&st, &pair(Val::Int(2), Val::Int(1))));
    }

    #[test]
    fn a_start_is_what_the_code_can_reach() {
        let cell = |content: Val| {
            let kind = ObjKind::Cell(Cell { content, shared: true, forever: false });
            Obj { kind, made: FileSpan { file: FileId::new(0), span: Span::default() }, name: None, escaped: false, memo: Memo::default() }
        };
        let handle = |id: usize| Val::Adt(Rc::new(Adt { def: None, variant: 0, fields: Vec::new(), handle: Some(ObjId::new(id)) }));
        let mut st = State::default();
        st.insert(ObjId::new(1), cell(handle(2)));
        st.insert(ObjId::new(2), cell(Val::Int(1)));
        st.insert(ObjId::new(3), cell(Val::Int(1)));
        let start = of_start(&st, &handle(1), None);
        let mut beside = st.clone();
        beside.insert(ObjId::new(3), cell(Val::Int(2)));
        assert_eq!(start, of_start(&beside, &handle(1), None));
        let mut within = st.clone();
        within.insert(ObjId::new(2), cell(Val::Int(2)));
        assert_ne!(start, of_start(&within, &handle(1), None));
        st.insert(ObjId::new(3), cell(handle(2)));
        assert_ne!(start, of_start(&st, &handle(1), None), "somebody else holds it");
    }

    #[test]
    fn what_is_kept_comes_to_what_its_parts_do() {
        let handle = Val::Adt(Rc::new(Adt { def: None, variant: 0, fields: Vec::new(), handle: Some(ObjId::new(7)) }));
        let items = vec![(Val::Uninit, pair(open(2), Val::Int(1))), (Val::Uninit, handle.clone())];
        let bag = Val::Bag(Rc::new(Bag { items, more: None, from: None }));
        let whole = pair(pair(open(5), handle.clone()), bag);
        let mut st = State::default();
        let same = |st: &State| {
            let (mut kept, mut parts) = (Print::of(st), Print::of(st));
            let memo = Memo::default();
            kept.kept(memo.of(|| Parts::of_value(&whole)));
            parts.parts(&Parts::of_value(&whole));
            assert_eq!(kept.sum, parts.sum);
            kept.sum
        };
        let before = same(&st);
        st.learn(9, handle.clone());
        assert_eq!(same(&st), before);
        st.learn(2, handle);
        assert_ne!(same(&st), before);
        st.born = Some(ObjId::new(3));
        same(&st);
    }

    #[test]
    fn an_item_counts_if_it_owns_handles() {
        let bag = |items: Vec<Val>| {
            let items = items.into_iter().map(|item| (Val::Uninit, item)).collect();
            Val::Bag(Rc::new(Bag { items, more: Some(Rc::new(Ty::Unknown(Why::Data))), from: None }))
        };
        let mut st = State::default();
        assert_eq!(sum(&st, &bag(vec![Val::Int(1)])), sum(&st, &bag(vec![open(1), Val::Int(2)])));
        let handle = Val::Adt(Rc::new(Adt { def: None, variant: 0, fields: Vec::new(), handle: Some(ObjId::new(0)) }));
        st.learn(1, handle.clone());
        assert_eq!(sum(&st, &bag(vec![handle])), sum(&st, &bag(vec![open(1), Val::Int(2)])));
        assert_ne!(sum(&st, &bag(vec![])), sum(&st, &bag(vec![open(1)])));
    }
}

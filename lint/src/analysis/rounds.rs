//! How often loops go round: counts, when they are no longer kept, and what a round brings that is new.

use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::exec::owns;
use super::fingerprint::without_story;
use super::frame::Turns;
use super::machine::{Machine, UNROLL};
use super::state::State;
use super::trace::EventKind;
use super::value::{Bag, Origin, Val};
use crate::base::Name;
use crate::ir::{AdtId, AdtKind, BinaryOp, BlockId, Local, LocalKind, Place, Rvalue, StatementKind, Ty, Why};
use crate::link::table::is_integer;

/// How many rounds of a loop in which every test is decided are counted, and how many it is followed for.
const COUNTED: u32 = 8;
const DECIDED: u32 = 12;

/// How deep a collection lies in what an iterator refers to.
const DEEP: usize = 4;

/// What the rounds of a loop are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// A known number.
    Number(i64),
    /// A number that is not known, by its id.
    Value(u32),
    /// As many as there are in some collection.
    Length,
}

/// Notes what is compared with a number in a loop: it may be how often that goes round.
pub(super) fn note_bound(st: &mut State, op: BinaryOp, a: &Val, b: &Val) {
    let compares = !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Other);
    if !compares || st.frames.get(st.base..).is_none_or(|frames| frames.iter().all(|frame| frame.loops.is_empty())) {
        return;
    }
    // What is counted stands on the left: `got < total`, `0..total`; what is counted down is compared with nothing.
    let bound = if *b == Val::Int(0) { a } else { b };
    if let Some(bound) = bound_of(bound).filter(|bound| !st.bounds.contains(bound)) {
        Rc::make_mut(&mut st.bounds).insert(bound);
    }
}

/// Where the result of an operation on numbers comes from: what is made from a length is one, as far as rounds go.
pub(super) fn origin_of(op: BinaryOp, a: &Val, b: &Val) -> Origin {
    let lengths = [a, b].iter().any(|value| matches!(value, Val::Sym(sym) if sym.origin == Origin::Length));
    if lengths && matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Other) { Origin::Length } else { Origin::Compared }
}

fn bound_of(value: &Val) -> Option<Bound> {
    match value {
        Val::Int(number) => Some(Bound::Number(*number)),
        Val::Sym(sym) if sym.origin == Origin::Length => Some(Bound::Length),
        Val::Sym(sym) if matches!(&*sym.ty, Ty::Prim(name) if is_integer(name)) => Some(Bound::Value(sym.id)),
        _ => None,
    }
}

impl Machine<'_> {
    /// Counts a visit of a loop head; false if the loop has gone round often enough.
    pub(super) fn turn(&mut self, st: &mut State, head: BlockId) -> bool {
        let (forks, parks, story) = (st.forks, st.parks, st.trace.len());
        let Some(frame) = st.frame_mut() else { return false };
        let (at, stub, locals) = (frame.at, frame.stub, &frame.locals);
        let enter = || Turns { visits: 0, forks, parks, story, locals: Rc::new(locals.clone()) };
        let turns = frame.loops.entry(head).or_insert_with(enter);
        let waits = turns.parks < parks;
        let decided = turns.visits > 0 && turns.forks == forks;
        turns.visits += 1;
        turns.forks = forks;
        let visits = turns.visits;
        if visits == 2 {
            self.forget_long_ranges(st);
        }
        if visits > 1 {
            self.event(st, EventKind::Again(decided), at);
            if !stub {
                self.lives_on(st);
            }
        }
        // Where every test was decided the loop is followed further: a collection with known elements ends by itself. Then what it counts is
        // forgotten, so that a count to a thousand ends too.
        if decided && visits > COUNTED {
            self.forget_integers(st, head);
            st.uncounted = true;
        }
        // What a worker counts may end its other loops too, later than anybody follows them.
        if !decided && visits == UNROLL + 1 && st.base > 0 {
            self.forget_counts(st, head, waits);
        }
        visits <= UNROLL + 1 || (decided && visits <= DECIDED)
    }

    /// A loop is followed no further: what it counts, or how much it has collected, may be what ends it.
    pub(super) fn forget_lengths(&mut self, st: &mut State, head: BlockId) {
        self.forget_integers(st, head);
        let Some(frame) = st.frame_mut() else { return };
        for value in &mut frame.locals {
            forget_length(value);
        }
    }

    /// Of a range that is longer than rounds are counted, only that it had something in it is known.
    fn forget_long_ranges(&mut self, st: &mut State) {
        let Some(frame) = st.frame() else { return };
        let long: Vec<Local> = frame.locals.iter_enumerated().filter(|(_, value)| is_long(value)).map(|(local, _)| local).collect();
        for local in long {
            if let Some(frame) = st.frame_mut() {
                self.forget_start(&mut frame.locals[local]);
            }
        }
    }

    /// Forgets how far such a range has come, alone or in an adapter.
    fn forget_start(&mut self, value: &mut Val) {
        let Val::Adt(adt) = value else { return };
        for (name, field) in &mut Rc::make_mut(adt).fields {
            match field {
                Val::Int(_) if name == "start" => *field = self.data(&Ty::Prim(Name::new("usize"))),
                field if is_long(field) => self.forget_start(field),
                _ => {}
            }
        }
    }

    /// Forgets the numbers that have changed since a loop was entered.
    fn forget_integers(&mut self, st: &mut State, head: BlockId) {
        let Some(frame) = st.frame() else { return };
        let entered = st.turns(head).map(|turns| Rc::clone(&turns.locals));
        let mut locals = frame.locals.clone();
        for local in locals.indices() {
            self.forget_integer(&mut locals[local], entered.as_ref().map(|entered| &entered[local]));
        }
        if let Some(frame) = st.frame_mut() {
            frame.locals = locals;
        }
    }

    /// Forgets what a loop counts by; where it `waits`, the counts of iterators too.
    pub(super) fn forget_counts(&mut self, st: &mut State, head: BlockId, waits: bool) {
        let Some(frame) = st.frame() else { return };
        let entered = st.turns(head).map(|turns| Rc::clone(&turns.locals));
        let body = self.linked.body(frame.body);
        let statements = body.blocks.iter().flat_map(|block| &block.statements);
        let compared = statements.filter_map(|statement| match &statement.kind {
            StatementKind::Assign(_, Rvalue::Binary(op, a, b)) if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Other) => {
                Some([a, b].map(|operand| operand.place().and_then(Place::as_local)))
            }
            _ => None,
        });
        let mut counts: Vec<Local> = compared.flatten().flatten().filter(|local| body.locals[*local].kind == LocalKind::Var).collect();
        let mut frame = frame.clone();
        counts.retain(|local| matches!(frame.locals[*local], Val::Int(_)));
        // An iterator's own count of what it waits for: `rx.iter().take(6)`.
        let adapters = |value: &Val| self.is_adapter(value) && (waits || !walks_handles(st, value));
        counts.extend(frame.locals.iter_enumerated().filter(|(_, value)| adapters(value)).map(|(local, _)| local));
        for local in counts {
            self.forget_integer(&mut frame.locals[local], entered.as_ref().map(|entered| &entered[local]));
            self.forget_items(st, &mut frame.locals[local]);
        }
        if let Some(last) = st.frame_mut() {
            *last = frame;
        }
    }

    fn forget_integer(&mut self, value: &mut Val, before: Option<&Val>) {
        match value {
            Val::Int(_) if before == Some(value) => {}
            Val::Int(_) => *value = self.data(&Ty::Prim(Name::new("usize"))),
            Val::Adt(adt) if adt.fields.iter().any(|(_, field)| matches!(field, Val::Int(_) | Val::Adt(_))) => {
                let old = |name: &Name| match before {
                    Some(Val::Adt(old)) => old.fields.iter().find(|(other, _)| other == name).map(|(_, field)| field),
                    _ => None,
                };
                for (name, field) in &mut Rc::make_mut(adt).fields {
                    self.forget_integer(field, old(name));
                }
            }
            _ => {}
        }
    }

    /// Forgets how many plain elements an iterator has left.
    fn forget_items(&self, st: &State, value: &mut Val) {
        let Val::Adt(adt) = value else { return };
        if !adt.fields.iter().any(|(_, field)| matches!(field, Val::Bag(_) | Val::Adt(_))) {
            return;
        }
        for (_, field) in &mut Rc::make_mut(adt).fields {
            match field {
                Val::Bag(bag) if !owns(&Val::Bag(Rc::clone(bag))) => {
                    let Some((_, first)) = bag.items.first() else { continue };
                    *field = Val::Bag(Rc::new(Bag { items: Vec::new(), more: Some(Rc::new(self.ty_of(st, first))), from: None }));
                }
                inner => self.forget_items(st, inner),
            }
        }
    }

    /// Whether a value is a struct of a library that is no handle.
    fn is_adapter(&self, value: &Val) -> bool {
        let Val::Adt(adt) = value else { return false };
        let made_of_fields =
            |def: AdtId| self.program.adts[def].kind == AdtKind::Struct && self.program.krates[self.program.adts[def].krate].stub;
        adt.handle.is_none() && adt.def.is_some_and(made_of_fields)
    }
}

/// Forgets how many things that do not matter a collection holds, alone or in a struct.
fn forget_length(value: &mut Val) {
    match value {
        Val::Bag(bag) if bag.more.is_none() && !bag.items.iter().any(|(key, item)| key.matters() || item.matters()) => {
            Rc::make_mut(bag).more = Some(Rc::new(Ty::Unknown(Why::Data)));
        }
        Val::Adt(adt) if adt.fields.iter().any(|(_, field)| matches!(field, Val::Bag(_) | Val::Adt(_))) => {
            Rc::make_mut(adt).fields.iter_mut().for_each(|(_, field)| forget_length(field));
        }
        _ => {}
    }
}

/// Whether a value is an iterator over a known range that is longer than rounds are counted.
fn is_long(value: &Val) -> bool {
    let Val::Adt(adt) = value else { return false };
    match &adt.fields[..] {
        [(start, Val::Int(from)), (end, Val::Int(to)), ..] if start == "start" && end == "end" => {
            to.saturating_sub(*from) >= i64::from(COUNTED)
        }
        fields => fields.iter().any(|(_, field)| is_long(field)),
    }
}

/// Whether a value refers to a collection of handles.
fn walks_handles(st: &State, value: &Val) -> bool {
    let mut any = false;
    value.refs(&mut |loc| any |= st.read(loc).is_some_and(|target| collects_handles(target, DEEP)));
    any
}

fn collects_handles(value: &Val, left: usize) -> bool {
    match (value, left.checked_sub(1)) {
        (Val::Bag(_), _) => owns(value),
        (Val::Adt(adt), Some(left)) => adt.fields.iter().any(|(_, field)| collects_handles(field, left)),
        _ => false,
    }
}

/// What a state came through.
#[derive(Debug)]
struct Past {
    seen: Rc<BTreeSet<u64>>,
    /// Whether an accident was in it.
    accident: bool,
    /// Whether it was followed from there.
    went_on: bool,
    /// In which round that was.
    round: u32,
}

/// What worker states with one fingerprint have been through when they came to the same loop head.
#[derive(Debug, Default)]
pub struct Rounds {
    pasts: FxHashMap<(BlockId, u64), Vec<Past>>,
    /// The place and fingerprint that were asked of last.
    asked: Option<(BlockId, u64)>,
}

impl Rounds {
    /// Whether a state has been at this head that had to come through less to get there, in no later a round: what is left to do is the same for
    /// both, and what this one came through is on its own path. At least one must have gone on from there.
    pub fn is_beaten(&mut self, head: BlockId, st: &State) -> bool {
        let place = (head, without_story(st));
        let round = st.turns(head).map_or(0, |turns| turns.visits);
        let pasts = self.pasts.entry(place).or_default();
        let beats = |past: &Past| (st.accident || !past.accident) && past.round <= round && past.seen.is_subset(&st.seen);
        if pasts.iter().any(beats) && pasts.iter().any(|past| past.went_on) {
            return true;
        }
        pasts.push(Past { seen: Rc::clone(&st.seen), accident: st.accident, went_on: false, round });
        self.asked = Some(place);
        false
    }

    /// The state of which that was asked last goes on.
    pub fn goes_on(&mut self) {
        let pasts = self.asked.take().and_then(|place| self.pasts.get_mut(&place));
        if let Some(past) = pasts.and_then(|pasts| pasts.last_mut()) {
            past.went_on = true;
        }
    }
}

//! Collections: what is put in, handed out and cleared, element by element as far as they are known.

use std::rc::Rc;

use super::exec::owns;
use super::hoard::brought_by;
use super::machine::{Flow, Machine, Outcomes};
use super::object::ObjKind;
use super::state::{Fork, State};
use super::trace::{Cond, EventKind};
use super::value::{Bag, Loc, LocStep, ObjId, Origin, Sym, Val};
use crate::base::Name;
use crate::ir::{FnId, Subject, Ty, Why};

impl Machine<'_> {
    /// `put` into a collection.
    pub(super) fn put(&mut self, st: State, func: FnId, subject: &Subject, args: &[Val], ret: &Ty) -> Outcomes {
        let mut st = st;
        let def = &self.program.fns[func];
        let (Some(Val::Ref(loc)), Some(value)) = (args.first(), args.get(subject.param)) else {
            return self.call_unknown(st, args.to_vec(), Why::DynamicCall);
        };
        let loc = self.container_loc(&mut st, loc);
        let key = if subject.param > 1 { args.get(1).cloned().unwrap_or(Val::Uninit) } else { Val::Uninit };
        let shared = st.is_shared(&loc);
        if shared {
            self.hand_over(&mut st, &loc, value);
            if self.has_sender(value) {
                let at = self.here(&st);
                self.event(&mut st, EventKind::Filled(Rc::new(loc.clone())), at);
            } else if st.base > 0 {
                let grew = EventKind::Grew(Rc::new(loc.clone()));
                if !st.trace.backwards().any(|event| event.kind == grew) {
                    let at = self.here(&st);
                    self.event(&mut st, grew, at);
                }
            }
        }
        self.put_away(&mut st, &loc, value);
        let Some(Val::Bag(bag)) = st.read(&loc).cloned() else {
            st.escape(value);
            return vec![(st, Flow::Value(self.data(ret)))];
        };
        let mut bag = (*bag).clone();
        let keyed = key != Val::Uninit && subject.param > 1;
        let settled = st.settle(&key).clone();
        let replaced = keyed.then(|| bag.items.iter().position(|(other, _)| st.settle(other) == &settled)).flatten();
        let mut old = None;
        match replaced {
            Some(position) => old = Some(std::mem::replace(&mut bag.items[position].1, value.clone())),
            None if def.name == "push_front" || (def.name == "insert" && !keyed) => bag.items.insert(0, (settled, value.clone())),
            // Rounds of a worker's loop that differ in how much they have collected do the same; one message stands for all, so that it shows
            // by whom was decided what is done with it.
            None if in_round(&st)
                && !owns(value)
                && !matches!(value, Val::Code(_) | Val::Ref(_))
                && brings(value).is_none_or(|chan| bag.items.iter().any(|(_, item)| brings(item) == Some(chan))) =>
            {
                bag.more.get_or_insert_with(|| Rc::new(self.ty_of(&st, value)));
            }
            None => bag.items.push((settled, value.clone())),
        }
        if let Some(slot) = st.read_mut(&loc) {
            *slot = Val::Bag(Rc::new(bag));
        }
        if shared {
            self.come_upon(&mut st, &loc, value);
        }
        let result = match (old, ret) {
            (Some(old), Ty::Adt(def, _)) if Some(*def) == self.lang.option => Val::variant(*def, 1, vec![old]),
            (None, Ty::Adt(def, _)) if Some(*def) == self.lang.option => Val::variant(*def, 0, Vec::new()),
            _ => self.data(ret),
        };
        vec![(st, Flow::Value(result))]
    }

    /// Where a collection lies, through references.
    pub(super) fn container_loc(&mut self, st: &mut State, loc: &Loc) -> Loc {
        let mut loc = loc.clone();
        for _ in 0..8 {
            self.look_inside(st, &loc, None);
            match st.read(&loc) {
                Some(Val::Ref(next)) => loc = (**next).clone(),
                Some(Val::Adt(adt)) if adt.def == self.lang.boxed => loc = loc.field(&Name::new("value")),
                Some(Val::Adt(adt)) if adt.fields.len() == 1 => {
                    let field = adt.fields[0].0.clone();
                    loc = loc.field(&field);
                }
                _ => break,
            }
        }
        loc
    }

    /// `get` from a collection: by reference where the result is one, else taken out.
    pub(super) fn get(&mut self, st: State, func: FnId, subject: &Subject, args: &[Val], ret: &Ty) -> Outcomes {
        let mut st = st;
        let Some(container) = args.get(subject.param) else { return vec![(st, Flow::Value(self.data(ret)))] };
        let loc = match container {
            Val::Ref(loc) => self.container_loc(&mut st, loc),
            other => {
                let at = self.here(&st);
                Loc::cell(self.make_cell(&mut st, other.clone(), at, false))
            }
        };
        let loc = subject.fields.iter().fold(loc, |loc, name| loc.field(name));
        // What the element's own type is does not count: `Vec<&str>` gives its elements away.
        let borrowed = contains_ref(&self.program.fns[func].ret);
        let (inner, optional) = match ret {
            Ty::Adt(def, substs) if Some(*def) == self.lang.option => (substs.first().cloned().unwrap_or_else(Ty::unit), true),
            other => (other.clone(), false),
        };
        let Some(Val::Bag(bag)) = st.read(&loc).cloned() else { return vec![(st, Flow::Value(self.data(ret)))] };
        let key = args.iter().enumerate().find(|(at, _)| *at != subject.param).map(|(_, value)| value.clone());
        let key = match &key {
            Some(Val::Ref(target)) => st.read(target).cloned(),
            other => other.clone(),
        };
        let key = key.map(|key| st.settle(&key).clone());
        let mut hits: Vec<usize> = Vec::new();
        let mut may_miss = optional;
        match &key {
            None => {
                if let Some(first) = (!bag.items.is_empty()).then_some(0) {
                    hits.push(first);
                    may_miss = false;
                }
            }
            // By place: an iterator's cursor, or an index into a collection without keys.
            Some(Val::Int(index))
                if matches!(self.program.fns[func].name.as_str(), "nth_ref" | "nth_mut" | "nth_out")
                    || bag.items.iter().all(|(key, _)| *key == Val::Uninit) =>
            {
                if let Some(position) = usize::try_from(*index).ok().filter(|&position| position < bag.items.len()) {
                    hits.push(position);
                    may_miss = false;
                } else if !optional && bag.more.is_none() {
                    // There is such an element, or it panics: one of many that are alike, `vec![None; count]`.
                    hits.extend(bag.items.len().checked_sub(1));
                }
            }
            Some(key) => {
                let same = bag.items.iter().position(|(other, _)| st.settle(other) == key && !matches!(key, Val::Unknown(_)));
                match same {
                    Some(position) => {
                        hits.push(position);
                        may_miss = false;
                    }
                    None => {
                        let literal = is_literal(&st, key);
                        hits.extend((0..bag.items.len()).filter(|&at| !(literal && is_literal(&st, &bag.items[at].0))).take(2));
                    }
                }
            }
        }
        let from_back =
            matches!(self.program.fns[func].name.as_str(), "pop" | "pop_back" | "last" | "last_mut" | "back" | "back_mut" | "next_back");
        if from_back && key.is_none() {
            hits = hits.iter().map(|_| bag.items.len() - 1).collect();
        }
        let mut out = Vec::new();
        let several = hits.len() + usize::from(may_miss) + usize::from(bag.more.is_some()) > 1;
        let option = self.lang.option;
        let wrap = |value: Val| match (optional, option) {
            (true, Some(option)) => Val::variant(option, 1, vec![value]),
            _ => value,
        };
        // How many there are in a message is what the message says.
        let fork = if bag.from.is_some() { Fork::Others } else { Fork::Data };
        let branch = |st: &State| {
            let mut st = st.clone();
            if several {
                st.forks += 1;
                st.last_fork = fork;
            }
            st
        };
        if (may_miss || (key.is_none() && bag.items.is_empty()))
            && optional
            && let Some(option) = option
        {
            let mut missed = branch(&st);
            if st.is_shared(&loc) && (key.is_none() || (matches!(key, Some(Val::Int(_))) && self.all_told(&st, &bag))) {
                let at = self.here(&st);
                self.event(&mut missed, EventKind::Emptied(Rc::new(loc.clone())), at);
            }
            if !borrowed && !hits.is_empty() && !st.is_shared(&loc) {
                // Whether it is under this key nobody knows, so that no proof rests on its staying there.
                missed.escape(&Val::Bag(Rc::clone(&bag)));
                if let Some(slot) = missed.read_mut(&loc) {
                    let more = bag.more.clone().unwrap_or_else(|| Rc::new(Ty::Unknown(Why::Data)));
                    *slot = Val::Bag(Rc::new(Bag { items: Vec::new(), more: Some(more), from: bag.from }));
                }
            }
            out.push((missed, Flow::Value(Val::variant(option, 0, Vec::new()))));
        }
        if hits.is_empty()
            && let Some(more) = bag.more.clone()
        {
            let mut st = branch(&st);
            if several {
                st.last_fork = fork;
            }
            let origin = match bag.from {
                Some(chan) => Origin::Part(chan),
                None if st.is_shared(&loc) => Origin::Input,
                None => Origin::Data,
            };
            let element = self.sym(&element_type(&more, &inner), origin);
            let mut bag = (*bag).clone();
            bag.items.push((key.clone().unwrap_or(Val::Uninit), element));
            let last = bag.items.len() - 1;
            if let Some(slot) = st.read_mut(&loc) {
                *slot = Val::Bag(Rc::new(bag));
            }
            out.push(self.hand_out(st, &loc, last, borrowed, &inner, &wrap));
        }
        for position in hits {
            let mut st = branch(&st);
            if let Some(key) = &key {
                is_at(&mut st, &loc, position, key);
            }
            out.push(self.hand_out(st, &loc, position, borrowed, &inner, &wrap));
        }
        if out.is_empty() {
            let value = self.data(ret);
            out.push((st, Flow::Value(value)));
        }
        out
    }

    /// Whether something was sent on each sender in a collection: nobody waits any more for what lies there.
    fn all_told(&self, st: &State, bag: &Rc<Bag>) -> bool {
        let mut senders = Vec::new();
        Val::Bag(Rc::clone(bag)).handles(&mut |obj, adt| {
            if self.is_sender(adt) {
                senders.push(obj);
            }
        });
        let told = |wanted: &ObjId| {
            st.trace.backwards().any(|event| match &event.kind {
                EventKind::Sent { chan, .. } | EventKind::Passed(Cond::Gone(chan)) => chan == wanted,
                _ => false,
            })
        };
        senders.iter().all(told)
    }

    pub(super) fn hand_out(
        &mut self,
        st: State,
        loc: &Loc,
        position: usize,
        borrowed: bool,
        inner: &Ty,
        wrap: &dyn Fn(Val) -> Val,
    ) -> (State, Flow) {
        let mut st = st;
        let element = loc.then(LocStep::Item(position));
        let value = if borrowed {
            let reference = Val::Ref(Rc::new(element));
            match inner {
                // `(&K, &V)` of a map's iterators.
                Ty::Tuple(tys) if tys.len() == 2 => {
                    let key = self.key_at(&mut st, loc, position, &tys[0]);
                    Val::tuple(vec![key, reference])
                }
                _ => reference,
            }
        } else {
            self.took_out(&mut st, loc, &element);
            self.removes_due(&mut st, loc, &element);
            let value = if st.is_shared(loc) && is_deserted(&st, &element) {
                st.read_mut(&element).map_or(Val::Uninit, |slot| std::mem::replace(slot, Val::Uninit))
            } else {
                if st.is_shared(loc) {
                    // Whoever waits for the drop of what lies there may be woken by this.
                    let at = self.here(&st);
                    self.event(&mut st, EventKind::Wrote(Rc::new(loc.clone()), None), at);
                }
                self.take(&mut st, &element)
            };
            let mut key = Val::Uninit;
            if let Some(Val::Bag(bag)) = st.read_mut(loc) {
                let bag = Rc::make_mut(bag);
                if position < bag.items.len() {
                    key = bag.items.remove(position).0;
                }
            }
            match inner {
                Ty::Tuple(tys) if tys.len() == 2 && !matches!(&value, Val::Adt(adt) if adt.def.is_none()) => {
                    let key = if key == Val::Uninit { self.data(&tys[0]) } else { key };
                    Val::tuple(vec![key, value])
                }
                _ => value,
            }
        };
        (st, Flow::Value(wrap(value)))
    }

    /// What should be aborted leaves a collection of the actor's own: this is where it is given up, if it is.
    fn removes_due(&mut self, st: &mut State, loc: &Loc, element: &Loc) {
        let mut due = Vec::new();
        if let (false, Some(value)) = (st.is_shared(loc), st.read(element)) {
            value.handles(&mut |obj, _| {
                if matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Chan(chan)) if chan.due.is_some()) {
                    due.push(obj);
                }
            });
        }
        let at = self.here(st);
        for obj in due {
            self.event(st, EventKind::Removed(obj), at);
        }
    }

    /// A reference to the key under which an element lies.
    fn key_at(&mut self, st: &mut State, loc: &Loc, position: usize, ty: &Ty) -> Val {
        let known = match st.read(loc) {
            Some(Val::Bag(bag)) => bag.items.get(position).map(|(key, _)| key.clone()),
            _ => None,
        };
        match known {
            Some(key) if matches!(ty, Ty::Ref(..)) && !matches!(key, Val::Uninit | Val::Unknown(_)) => {
                let at = self.here(st);
                Val::Ref(Rc::new(Loc::cell(self.make_cell(st, key, at, false))))
            }
            _ => self.data(ty),
        }
    }

    pub(super) fn clear(&mut self, st: State, subject: &Subject, args: &[Val]) -> Outcomes {
        let mut st = st;
        let Some(Val::Ref(loc)) = args.get(subject.param) else { return vec![(st, Flow::Value(Val::unit()))] };
        let loc = self.container_loc(&mut st, loc);
        let shared = st.is_shared(&loc);
        let at = self.here(&st);
        if shared {
            self.event(&mut st, EventKind::Wrote(Rc::new(loc.clone()), None), at);
            self.event(&mut st, EventKind::Emptied(Rc::new(loc.clone())), at);
        }
        let Some(Val::Bag(bag)) = st.read(&loc).cloned() else { return vec![(st, Flow::Value(Val::unit()))] };
        if shared {
            let mut objs = Vec::new();
            Val::Bag(Rc::clone(&bag)).handles(&mut |obj, _| objs.push(obj));
            for obj in objs {
                self.event(&mut st, EventKind::Removed(obj), at);
            }
        }
        if let Some(slot) = st.read_mut(&loc) {
            *slot = Val::Bag(Rc::new(Bag::default()));
        }
        self.drop_value(st, Val::Bag(bag), crate::ir::DropWhy::Overwrite).into_iter().map(|st| (st, Flow::Value(Val::unit()))).collect()
    }

    /// `is_empty` of a collection of which nothing is known: what is taken out of it later has to fit.
    fn empty_or_not(&mut self, st: State, loc: &Loc, bag: &Rc<Bag>) -> Outcomes {
        let mut st = st;
        st.forks += 1;
        st.last_fork = if st.is_shared(loc) || bag.from.is_some() { Fork::Others } else { Fork::Data };
        let origin = bag.from.map_or(Origin::Data, Origin::Part);
        let element = bag.more.clone().map_or(Val::Uninit, |more| self.sym(&more, origin));
        let some = Bag { items: vec![(Val::Uninit, element)], more: bag.more.clone(), from: bag.from };
        let sides = [(true, Bag::default()), (false, some)].map(|(empty, bag)| {
            let mut st = st.clone();
            if let Some(slot) = st.read_mut(loc) {
                *slot = Val::Bag(Rc::new(bag));
            }
            if empty {
                self.found_empty(&mut st, loc);
            }
            (st, Flow::Value(Val::Bool(empty)))
        });
        sides.into()
    }

    /// Notes that a collection that others reach was found to have nothing in it.
    fn found_empty(&mut self, st: &mut State, loc: &Loc) {
        if st.is_shared(loc) {
            let at = self.here(st);
            self.event(st, EventKind::FoundEmpty(Rc::new(loc.clone())), at);
        }
    }

    /// `len` and `is_empty` of a collection.
    pub(super) fn container_size(&mut self, st: State, subject: &Subject, args: &[Val], ret: &Ty) -> Outcomes {
        let mut st = st;
        let mut known = None;
        if let Some(Val::Ref(loc)) = args.get(subject.param) {
            let loc = self.container_loc(&mut st, loc);
            let asks = matches!(ret, Ty::Prim(name) if name == "bool");
            match st.read(&loc).cloned() {
                Some(Val::Bag(bag)) if asks && bag.more.is_none() && bag.items.is_empty() && self.others_put(&st, &loc) => {
                    let bag = Bag { items: Vec::new(), more: Some(Rc::new(Ty::Unknown(Why::Data))), from: bag.from };
                    return self.empty_or_not(st, &loc, &Rc::new(bag));
                }
                Some(Val::Bag(bag)) if bag.more.is_none() => {
                    known = Some(bag.items.len());
                    if bag.items.is_empty() {
                        self.found_empty(&mut st, &loc);
                    }
                }
                Some(Val::Bag(bag)) if bag.items.is_empty() && asks => {
                    return self.empty_or_not(st, &loc, &bag);
                }
                _ => {}
            }
        }
        let value = match (known, ret) {
            (Some(len), Ty::Prim(name)) if name == "bool" => Val::Bool(len == 0),
            (Some(len), Ty::Prim(name)) if crate::link::table::is_integer(name) => Val::Int(i64::try_from(len).unwrap_or(i64::MAX)),
            (None, Ty::Prim(name)) if crate::link::table::is_integer(name) => self.sym(ret, Origin::Length),
            _ => self.data(ret),
        };
        vec![(st, Flow::Value(value))]
    }
}

/// Whether a key is known to the last: two of that kind which differ are two keys.
fn is_literal(st: &State, key: &Val) -> bool {
    match st.settle(key) {
        Val::Int(_) | Val::Str(_) | Val::Bool(_) => true,
        Val::Adt(adt) => adt.handle.is_none() && !adt.fields.is_empty() && adt.fields.iter().all(|(_, field)| is_literal(st, field)),
        _ => false,
    }
}

/// What lies there was found by this key: so that is its key.
fn is_at(st: &mut State, loc: &Loc, position: usize, key: &Val) {
    let Some(Val::Bag(bag)) = st.read(loc) else { return };
    let Some(known) = bag.items.get(position).map(|(known, _)| st.settle(known).clone()) else { return };
    match (key, &known) {
        (Val::Sym(key), Val::Int(_) | Val::Str(_) | Val::Bool(_) | Val::Adt(_)) => st.learn(key.id, known),
        (Val::Sym(_) | Val::Int(_) | Val::Str(_) | Val::Bool(_) | Val::Adt(_), Val::Sym(known)) if Val::Sym(known.clone()) != *key => {
            st.learn(known.id, key.clone());
        }
        _ => {}
    }
}

/// The type of an element: what the collection says, or what it hands out.
fn element_type(more: &Ty, handed: &Ty) -> Ty {
    match handed {
        _ if !more.is_unknown() => more.clone(),
        Ty::Ref(_, inner) => element_type(more, inner),
        Ty::Tuple(tys) if tys.len() == 2 => element_type(more, &tys[1]),
        other => other.clone(),
    }
}

/// Whether a loop of a worker goes round.
fn in_round(st: &State) -> bool {
    st.base > 0 && st.frames.iter().skip(st.base).any(|frame| !frame.loops.is_empty())
}

pub(super) fn contains_ref(ty: &Ty) -> bool {
    match ty {
        Ty::Ref(..) => true,
        Ty::Adt(_, substs) => substs.iter().any(contains_ref),
        Ty::Tuple(tys) => tys.iter().any(contains_ref),
        _ => false,
    }
}

/// Whether what lies here ends no wait where it is dropped: it is the other end of channels that nobody listens to any more.
fn is_deserted(st: &State, element: &Loc) -> bool {
    let Some(value) = st.read(element) else { return false };
    let is_chan = |obj: &ObjId| matches!(st.obj(*obj).map(|obj| &obj.kind), Some(ObjKind::Chan(_)));
    let mut chans = st.reachable(value).into_iter().filter(is_chan).peekable();
    let gone = |chan: ObjId| st.trace.backwards().any(|event| event.kind == EventKind::Passed(Cond::Gone(chan)));
    chans.peek().is_some() && chans.all(gone)
}

/// The channel out of which a value came as a message, or with a message as something that may own handles.
fn brings(value: &Val) -> Option<ObjId> {
    match value {
        Val::Sym(Sym { origin: Origin::Message(chan), .. }) => Some(*chan),
        Val::Sym(sym) => brought_by(sym),
        Val::Adt(adt) => adt.fields.iter().find_map(|(_, field)| brings(field)),
        _ => None,
    }
}

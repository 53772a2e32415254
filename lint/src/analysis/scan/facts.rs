//! What functions do, as far as it can be told from contracts and bodies without running them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::accept::Kept;
use super::known::{Env, Known, Stored};
use super::promise::acts_by_drop;
use super::reach::reaching;
use super::{awaited, referred, walk::Walk};
use crate::analysis::machine::head;
use crate::base::Idx;
use crate::ir::{
    AdtId, BlockId, Body, BodyId, Callee, Clause, Container, EndRole, FnId, OnDrop, Place, Program, Subject, TerminatorKind, Ty, TypeRole,
};
use crate::link::Linked;
use crate::link::table::{is_integer, subst};

/// How deep bodies are looked into for what they do.
const DEPTH: usize = 4;
/// How many steps may be spent on one call, those in the functions that it leads to included.
const FUEL: u32 = 4_000;

/// What a receive or read returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// At EOF.
    pub eof: Known,
    /// With a message or data.
    pub got: Known,
    /// Whether time ends it too.
    pub deadline: bool,
    /// Whether its type does not tell that it reads: a function of the program's own that says nothing, or yes and no.
    pub plain: bool,
}

/// What a function does on the way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touches {
    /// It waits for time or for somebody, a lock excepted.
    pub waits: bool,
    /// It waits for a message or data.
    pub receives: bool,
    /// It looks at a flag, a worker, a clock.
    pub looks: bool,
    /// It calls what is not known.
    pub opaque: bool,
}

impl Touches {
    fn with(self, other: Self) -> Self {
        Self {
            waits: self.waits || other.waits,
            receives: self.receives || other.receives,
            looks: self.looks || other.looks,
            opaque: self.opaque || other.opaque,
        }
    }
}

/// Facts about functions, computed when they are first asked for. What is remembered of functions that call one another depends on where one
/// begins, so one and the same order of questions is kept.
pub struct Facts<'a> {
    /// The program.
    pub linked: &'a Linked,
    /// Its tables.
    pub program: &'a Program,
    answers: RefCell<FxHashMap<FnId, Option<Answer>>>,
    touches: RefCell<FxHashMap<FnId, Touches>>,
    starts: RefCell<FxHashMap<FnId, bool>>,
    pub(super) kept: RefCell<FxHashMap<AdtId, Rc<Kept>>>,
    fuel: Cell<u32>,
}

impl<'a> Facts<'a> {
    /// Facts of a program.
    pub fn new(linked: &'a Linked) -> Self {
        Self {
            linked,
            program: &linked.program,
            answers: RefCell::default(),
            touches: RefCell::default(),
            starts: RefCell::default(),
            kept: RefCell::default(),
            fuel: Cell::new(FUEL),
        }
    }

    /// Takes a step of what may be spent on one call; false where it is used up.
    pub fn burn(&self) -> bool {
        let left = self.fuel.get();
        self.fuel.set(left.saturating_sub(1));
        left > 0
    }

    /// Begins with another call.
    pub fn refuel(&self) {
        self.fuel.set(FUEL);
    }

    /// The role of the type of what a clause speaks of.
    pub fn role(&self, func: FnId, subject: &Subject) -> Option<&'a TypeRole> {
        let mut ty = self.program.fns[func].params.get(subject.param)?.clone();
        for field in &subject.fields {
            let def = head(&ty)?;
            ty = self.program.adts[def].variants.first()?.fields.get(field.as_str())?.clone();
        }
        self.program.adts[head(&ty)?].role.as_ref()
    }

    /// Whether the drop of a value of this type, or of something in it, tells somebody. What is in a trait object or the like may.
    pub fn tells_by_drop(&self, ty: &Ty) -> bool {
        let mut seen = BTreeSet::new();
        let mut work = vec![ty.clone()];
        while let Some(ty) = work.pop() {
            match ty {
                Ty::Adt(def, _) if acts_by_drop(&self.program.adts[def]) => return true,
                Ty::Adt(def, args) => {
                    work.extend(args);
                    if seen.insert(def) {
                        let params = |ty: &&Ty| !matches!(ty, Ty::Param(_));
                        work.extend(self.program.adts[def].variants.iter().flat_map(|shape| shape.fields.values().filter(params)).cloned());
                    }
                }
                Ty::Tuple(tys) => work.extend(tys),
                Ty::Slice(ty) | Ty::Array(ty) => work.push(*ty),
                Ty::Prim(_) | Ty::Ref(..) | Ty::Ptr(_) => {}
                _ => return true,
            }
        }
        false
    }

    /// Whether what a clause speaks of is an end of this kind.
    pub fn is_end(&self, func: FnId, subject: &Subject, wanted: &[EndRole]) -> bool {
        matches!(self.role(func, subject), Some(TypeRole::End { role, .. }) if wanted.contains(role))
    }

    /// Whether what a clause speaks of has no EOF: there is always one more who may connect.
    fn never_ends(&self, func: FnId, subject: &Subject) -> bool {
        matches!(self.role(func, subject), Some(TypeRole::End { on_drop: OnDrop::Silent, stub: true, .. }))
    }

    /// What a function answers that receives or reads; `None` for others, and for those that EOF does not show in.
    pub fn answer(&self, func: FnId) -> Option<Answer> {
        if !self.touches(func).receives && self.program.fns[func].body.is_some() {
            return None;
        }
        self.answer_at(func, 0)
    }

    fn answer_at(&self, func: FnId, depth: usize) -> Option<Answer> {
        if let Some(known) = self.answers.borrow().get(&func) {
            return known.clone();
        }
        if depth > DEPTH {
            return None;
        }
        self.answers.borrow_mut().insert(func, None);
        let answer = self.compute_answer(func, depth);
        self.answers.borrow_mut().insert(func, answer.clone());
        answer
    }

    fn compute_answer(&self, func: FnId, depth: usize) -> Option<Answer> {
        let def = &self.program.fns[func];
        for clause in &def.contract.clauses {
            if let Clause::Parks { on: Some(subject), deadline, until_eof: false } = clause
                && self.is_end(func, subject, &[EndRole::Receiver, EndRole::Both])
                && !self.never_ends(func, subject)
            {
                // Without a deadline to give, it never waits: `try_recv`.
                let looks = *deadline && def.params.len() < 2;
                return (!looks).then(|| self.by_type(&def.ret, *deadline)).flatten();
            }
        }
        if let Container::Trait(id) = def.container
            && self.program.krates[def.krate].stub
            && def.body.is_none()
        {
            // `Read::read` of whatever type: as its implementations do. What can't fail, `Iterator::next`, is seldom read from outside.
            let name = &def.name;
            let is_read = matches!(def.ret, Ty::Adt(ret, _) if Some(ret) == self.linked.adt_by_path("std::result::Result"))
                && self.program.impls.iter().any(|block| {
                    block.trait_.as_ref().is_some_and(|bound| bound.trait_ == id)
                        && self.program.krates[block.krate].stub
                        && block.fns.get(name.as_str()).is_some_and(|&func| self.answer_at(func, depth + 1).is_some())
                });
            return is_read.then(|| self.by_type(&def.ret, false)).flatten();
        }
        let root = def.body?;
        // Where EOF can't show in the type there is nothing to follow.
        let plain = is_plain(&def.ret) && !self.program.krates[def.krate].stub;
        if !plain {
            self.by_type(&def.ret, false)?;
        }
        let body = self.linked.body(root);
        let mut found: Option<Answer> = None;
        for (at, block) in body.blocks.iter_enumerated() {
            let TerminatorKind::Call { callee, dest, target: Some(target), .. } = &block.terminator.kind else { continue };
            let (Callee::Fn(inner, _) | Callee::Trait(inner, _)) = callee else { continue };
            let Some(answer) = self.answer_at(*inner, depth + 1) else { continue };
            let is_async = self.program.fns[*inner].is_async;
            let (dest, target) = if is_async { awaited(body, dest).map(|(dest, resume, _)| (dest, resume))? } else { (dest, *target) };
            let mut env = Env::default();
            env.write(dest, answer.eof.clone());
            let ways = Walk::new(self, root, None, depth + 1).run(target, env);
            // What goes on to read after one end, perhaps of others, returns what came of them all.
            if ways.blocks.contains(&at) {
                return None;
            }
            let eof = ways.returned()?;
            if plain {
                let quiet =
                    !ways.waits && !ways.values.iter().any(|(_, stored)| *stored != Stored::Nothing) && !self.waits_before(body, root, at);
                let mut env = Env::default();
                env.write(dest, answer.got.clone());
                let got = Walk::new(self, root, None, depth + 1).run(target, env).returned()?;
                if !quiet
                    || found.is_some()
                    || (def.ret != Ty::unit() && !matches!((&eof, &got), (Known::Bool(eof), Known::Bool(got)) if eof != got))
                {
                    return None;
                }
                found = Some(Answer { eof, got, deadline: answer.deadline, plain });
                continue;
            }
            let got = self.by_type(&def.ret, answer.deadline).map_or(Known::Mixed, |answer| answer.got);
            // Where it looks like any other result, what is inside may tell it.
            if eof.is_before() || eof == Known::Mixed || eof.may_be(&got) {
                return None;
            }
            match &found {
                Some(known) if known.eof != eof => return None,
                Some(known) => found = Some(Answer { deadline: known.deadline && answer.deadline, ..known.clone() }),
                None => found = Some(Answer { eof, got, deadline: answer.deadline, plain }),
            }
        }
        found
    }

    /// Whether a function always has something to give: `RangeFrom::next`.
    pub fn is_never_none(&self, func: FnId) -> bool {
        let def = &self.program.fns[func];
        let option = self.linked.adt_by_path("std::option::Option");
        let Some(root) = def.body.filter(|_| matches!(&def.ret, Ty::Adt(def, _) if Some(*def) == option)) else { return false };
        let ways = Walk::new(self, root, None, DEPTH).run(crate::base::Idx::new(0), Env::default());
        !ways.cut && !ways.values.is_empty() && ways.values.iter().all(|(value, _)| matches!(value, Known::Adt(_, 1, _)))
    }

    /// How EOF and data show in a type.
    fn by_type(&self, ret: &Ty, deadline: bool) -> Option<Answer> {
        let option = self.linked.adt_by_path("std::option::Option")?;
        let result = self.linked.adt_by_path("std::result::Result")?;
        let (eof, got) = match ret {
            Ty::Adt(def, _) if *def == option => (Known::Adt(option, 0, vec![]), Known::Adt(option, 1, vec![Known::Mixed])),
            Ty::Adt(def, substs) if *def == result => match substs.first()? {
                Ty::Prim(name) if is_integer(name) => (Known::Adt(result, 0, vec![Known::Zero]), Known::Adt(result, 0, vec![Known::Some])),
                Ty::Adt(inner, _) if *inner == option => (
                    Known::Adt(result, 0, vec![Known::Adt(option, 0, vec![])]),
                    Known::Adt(result, 0, vec![Known::Adt(option, 1, vec![Known::Mixed])]),
                ),
                _ => (Known::Adt(result, 1, vec![self.closed(substs.get(1))]), Known::Adt(result, 0, vec![Known::Mixed])),
            },
            Ty::Prim(name) if is_integer(name) => (Known::Zero, Known::Some),
            _ => return None,
        };
        Some(Answer { eof, got, deadline, plain: false })
    }

    /// Whether somebody else is waited for before a block is reached.
    fn waits_before(&self, body: &Body, id: BodyId, at: BlockId) -> bool {
        let before = reaching(body, at);
        let others = body.blocks.iter_enumerated().filter(|(block, _)| *block != at && before[block.index()]);
        others.map(|(_, block)| &block.terminator.kind).any(|kind| match kind {
            TerminatorKind::Select { .. } => true,
            TerminatorKind::Call { .. } => self.touched_by(id, kind).waits,
            _ => false,
        })
    }

    /// What a library's function answers that hands on what it is called on and what comes of it: `StreamExt::next` of a channel's receiver.
    pub fn answer_with(&self, func: FnId, substs: &[Ty]) -> Option<Answer> {
        self.answer(func).or_else(|| self.answer(self.handed_on(func, substs)?))
    }

    fn handed_on(&self, func: FnId, substs: &[Ty]) -> Option<FnId> {
        let def = &self.program.fns[func];
        let root = def.body.filter(|_| self.program.krates[def.krate].stub && def.contract.clauses.is_empty())?;
        self.linked.body(root).blocks.iter().find_map(|block| {
            let TerminatorKind::Call { callee: Callee::Trait(inner, ty), args, .. } = &block.terminator.kind else { return None };
            let (place, path) = referred(self, root, args.first()?)?;
            let own = self.linked.impl_of(*inner, &subst(ty, &def.generics, substs)).map(|(own, _)| own).filter(|own| own != inner)?;
            (place.index() == 1 && path.is_empty() && head(&def.ret) == head(&self.program.fns[own].ret)).then_some(own)
        })
    }

    /// The error that says that the other side is gone.
    pub fn closed(&self, error: Option<&Ty>) -> Known {
        let Some(Ty::Adt(def, _)) = error else { return Known::Mixed };
        let variants = &self.program.adts[*def].variants;
        let closed = variants.iter().position(|variant| matches!(variant.name.as_str(), "Disconnected" | "Closed"));
        match closed {
            Some(at) if variants.len() > 1 => {
                let fields = vec![Known::Mixed; variants[at].fields.len()];
                Known::Adt(*def, u32::try_from(at).unwrap_or(0), fields)
            }
            _ => Known::Mixed,
        }
    }

    /// Whether a call of a function starts a worker.
    pub fn starts(&self, func: FnId) -> bool {
        if let Some(known) = self.starts.borrow().get(&func) {
            return *known;
        }
        // A recursive call adds nothing.
        self.starts.borrow_mut().insert(func, false);
        let def = &self.program.fns[func];
        let starts = def.contract.clauses.iter().any(|clause| matches!(clause, Clause::Spawns { .. }))
            || def.body.is_some_and(|root| {
                self.linked.body(root).blocks.iter().any(|block| match &block.terminator.kind {
                    TerminatorKind::Call { callee: Callee::Fn(called, _), .. } => self.starts(*called),
                    _ => false,
                })
            });
        self.starts.borrow_mut().insert(func, starts);
        starts
    }

    /// What happens in a call of a function.
    pub fn touches(&self, func: FnId) -> Touches {
        if let Some(known) = self.touches.borrow().get(&func) {
            return *known;
        }
        // A recursive call adds nothing.
        self.touches.borrow_mut().insert(func, Touches::default());
        let mut all = self.by_contract(func);
        let def = &self.program.fns[func];
        if let Some(root) = def.body {
            let body = self.linked.body(root);
            for block in &body.blocks {
                all = all.with(self.touched_by(root, &block.terminator.kind));
            }
        } else if !def.primitive && def.contract.clauses.is_empty() && !self.program.krates[def.krate].stub {
            all.opaque = true;
        }
        self.touches.borrow_mut().insert(func, all);
        all
    }

    /// What happens in a call of a library's function with these type arguments: what an iterator of unknown type may wait for, one over a slice
    /// does not.
    fn touches_with(&self, func: FnId, substs: &[Ty], left: usize) -> Touches {
        let all = self.touches(func);
        let def = &self.program.fns[func];
        let concrete = |ty: &Ty| !matches!(ty, Ty::Param(_) | Ty::Unknown(_) | Ty::Infer(_) | Ty::Dyn(_) | Ty::Opaque(_));
        let (Some(root), Some(left)) = (def.body, left.checked_sub(1)) else { return all };
        if !all.waits || !self.program.krates[def.krate].stub || !def.contract.clauses.is_empty() || !substs.first().is_some_and(concrete) {
            return all;
        }
        let mut found = Touches::default();
        for block in &self.linked.body(root).blocks {
            let kind = &block.terminator.kind;
            let known = match kind {
                TerminatorKind::Call { callee: Callee::Trait(inner, ty), .. } => {
                    let ty = subst(ty, &def.generics, substs);
                    self.linked.impl_of(*inner, &ty).filter(|(own, _)| concrete(&ty) && own != inner)
                }
                TerminatorKind::Call { callee: Callee::Fn(inner, given), .. } => {
                    Some((*inner, given.iter().map(|ty| subst(ty, &def.generics, substs)).collect()))
                }
                _ => None,
            };
            found = found.with(match known {
                Some((inner, substs)) => self.touches_with(inner, &substs, left),
                None => self.touched_by(root, kind),
            });
        }
        found
    }

    fn by_contract(&self, func: FnId) -> Touches {
        let mut all = Touches::default();
        if self.is_yield(func) {
            return all;
        }
        for clause in &self.program.fns[func].contract.clauses {
            match clause {
                Clause::Parks { on: None, .. } | Clause::Joins { .. } => all.waits = true,
                Clause::Parks { on: Some(subject), .. } => match self.role(func, subject) {
                    Some(TypeRole::End { role: EndRole::Lock, .. }) => {}
                    Some(TypeRole::End { role: EndRole::Receiver | EndRole::Both, .. }) => {
                        all.waits = true;
                        all.receives = true;
                    }
                    _ => all.waits = true,
                },
                Clause::Polls(subject) => {
                    let watched = matches!(self.role(func, subject), Some(TypeRole::Worker { .. } | TypeRole::End { .. }));
                    all.looks |= watched;
                }
                _ => {}
            }
        }
        all
    }

    /// Whether a function lets others run and comes back at once: it is told neither whom nor how long to wait for.
    pub fn is_yield(&self, func: FnId) -> bool {
        let def = &self.program.fns[func];
        let clauses = def.contract.clauses.as_slice();
        def.is_async && def.params.is_empty() && matches!(clauses, [Clause::Parks { on: None, deadline: true, .. }])
    }

    /// What one terminator of a body does.
    pub fn touched_by(&self, body: BodyId, kind: &TerminatorKind) -> Touches {
        match kind {
            TerminatorKind::Call { callee: Callee::Fn(func, substs), .. } => {
                let mut all = self.touches_with(*func, substs, DEPTH);
                // A closure that is handed over may be run.
                for ty in substs {
                    if let Ty::Closure(inner) = ty {
                        for block in &self.linked.body(*inner).blocks {
                            if !matches!(block.terminator.kind, TerminatorKind::Call { callee: Callee::Fn(again, _), .. } if again == *func)
                            {
                                all = all.with(self.touched_by(*inner, &block.terminator.kind));
                            }
                        }
                    }
                }
                all
            }
            TerminatorKind::Call { callee: Callee::Trait(func, _), .. } => {
                let answers = self.answer(*func).is_some();
                Touches { waits: answers, receives: answers, ..Touches::default() }
            }
            TerminatorKind::Call { callee: Callee::Method(..) | Callee::Path(_) | Callee::Unknown(..), .. } => {
                Touches { opaque: true, ..Touches::default() }
            }
            TerminatorKind::Select { .. } => Touches { waits: true, receives: true, ..Touches::default() },
            // What an async function does shows where it is called; a type that is a future itself does it here.
            TerminatorKind::Await { future, .. } => {
                let local = future.place().and_then(Place::as_local);
                let ty = local.map(|local| &self.linked.body(body).locals[local].ty).filter(|ty| matches!(ty, Ty::Adt(..)));
                ty.and_then(|ty| self.polls(ty)).map_or(Touches::default(), |poll| self.touches(poll))
            }
            _ => Touches::default(),
        }
    }

    /// What polls a type that is a future itself.
    pub fn polls(&self, ty: &Ty) -> Option<FnId> {
        let poll = self.linked.fn_by_path("std::future::Future::poll")?;
        self.linked.impl_of(poll, ty).map(|(poll, _)| poll)
    }

    /// Whether a type says what time it is.
    pub fn is_clock(&self, ty: &Ty) -> bool {
        head(ty).is_some_and(|def| {
            matches!(self.program.adts[def].path.as_str(), "std::time::Instant" | "std::time::SystemTime" | "tokio::time::Instant")
        })
    }
}

/// Whether a type says nothing, or yes and no.
fn is_plain(ty: &Ty) -> bool {
    *ty == Ty::unit() || matches!(ty, Ty::Prim(name) if name == "bool")
}

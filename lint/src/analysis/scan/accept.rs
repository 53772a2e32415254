//! Waits for a worker to connect: an `accept` without bound after something was started that was told where to connect.
//!
//! What was told is followed through the body: what the listener says of its address, what it was made with or what was made with it, and all that
//! is computed from these. A struct that keeps a listener may keep beside it what says where it listens, and the worker that was told so: then
//! other functions start the worker, or wait for it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::facts::Facts;
use super::known::Key;
use super::origin::{lies, sources};
use super::reach::{forward, reaching};
use super::{Seen, awaited, referred};
use crate::analysis::hazard::Sight;
use crate::analysis::machine::head;
use crate::base::{Idx, Name, Span};
use crate::ir::{
    AdtId, Base, BlockId, Body, BodyId, Callee, Const, EndRole, FnId, Local, Operand, Place, Projection, RETURN, Rvalue, StatementKind,
    TerminatorKind, Ty, TypeRole, VariantRef,
};

/// How deep methods are looked into for what they start.
const WITHIN: usize = 3;

/// Looks at each accept of a body.
pub fn scan(facts: &Facts<'_>, id: BodyId, found: &mut Vec<Seen>) {
    let body = facts.linked.body(id);
    for (at, block) in body.blocks.iter_enumerated() {
        let TerminatorKind::Call { callee: Callee::Fn(func, _), args, dest, .. } = &block.terminator.kind else { continue };
        let Some((listener, within)) = accepts_within(facts, *func) else { continue };
        let Some(site) = waited_at(facts, body, *func, dest, at) else { continue };
        let kept = kept(facts, listener);
        let Some(told) = Told::new(facts, id, body, listener, &kept) else { continue };
        let (before, first) = (reaching(body, at), reached_without(body, at));
        let start = body
            .blocks
            .iter_enumerated()
            .find(|(block, data)| before[block.index()] && first[block.index()] && told.starts(&data.terminator.kind, WITHIN));
        let launched = !before[at.index()] && told.is_launched(args.first());
        if start.is_some() || launched {
            let file = facts.program.bodies[id].file;
            let started = start.map(|(_, data)| data.terminator.span.in_file(file));
            let (id, span) = within.unwrap_or((id, body.blocks[site].terminator.span));
            found.push(Seen::new(facts, id, Sight::AcceptUnguarded { started }, span));
        }
    }
}

/// Where a body waits for what a call takes. One that is handed to a `select!` or a deadline is not waited for by itself.
fn waited_at(facts: &Facts<'_>, body: &Body, func: FnId, dest: &Place, at: BlockId) -> Option<BlockId> {
    if facts.program.fns[func].is_async { awaited(body, dest).map(|(_, _, site)| site) } else { Some(at) }
}

/// The type of listener of which a function takes the next connection; of one of the program's own that does no more with the listener
/// that it is given, also where.
fn accepts_within(facts: &Facts<'_>, func: FnId) -> Option<(AdtId, Option<(BodyId, Span)>)> {
    if let Some(listener) = accepts(facts, func) {
        return Some((listener, None));
    }
    let def = &facts.program.fns[func];
    let id = def.body.filter(|_| !facts.program.krates[def.krate].stub)?;
    let body = facts.linked.body(id);
    body.blocks.iter_enumerated().find_map(|(at, block)| {
        let TerminatorKind::Call { callee: Callee::Fn(inner, _), args, dest, .. } = &block.terminator.kind else { return None };
        let listener = accepts(facts, *inner)?;
        let (local, path) = referred(facts, id, args.first()?)?;
        let given = local.index() >= 1 && local.index() <= body.params && path.is_empty();
        let site = waited_at(facts, body, *inner, dest, at).filter(|_| given && head(&body.locals[local].ty) == Some(listener))?;
        Told::new(facts, id, body, listener, &Kept::default())?;
        Some((listener, Some((id, body.blocks[site].terminator.span))))
    })
}

/// The type of listener of which a function takes the next connection: it waits, and what it hands out is a connection of its own.
fn accepts(facts: &Facts<'_>, func: FnId) -> Option<AdtId> {
    let def = &facts.program.fns[func];
    let listener = def.params.first().and_then(head)?;
    let plain = facts.program.adts[listener].role.is_none() && facts.program.krates[def.krate].stub && def.self_kind.is_some();
    let connects = plain && !mentions(&def.ret, listener) && makes_end(facts, &def.ret, 8) && facts.touches(func).waits;
    connects.then_some(listener)
}

fn makes_end(facts: &Facts<'_>, ty: &Ty, left: usize) -> bool {
    let Some(left) = left.checked_sub(1) else { return false };
    match ty {
        Ty::Adt(def, substs) => {
            let adt = &facts.program.adts[*def];
            let end = matches!(&adt.role, Some(TypeRole::End { role: EndRole::Sender | EndRole::Receiver | EndRole::Both, .. }));
            let mut fields = adt.variants.iter().flat_map(|variant| variant.fields.values());
            end || substs.iter().any(|ty| makes_end(facts, ty, left)) || fields.any(|ty| makes_end(facts, ty, left))
        }
        Ty::Tuple(tys) => tys.iter().any(|ty| makes_end(facts, ty, left)),
        _ => false,
    }
}

fn mentions(ty: &Ty, wanted: AdtId) -> bool {
    match ty {
        Ty::Adt(def, substs) => *def == wanted || substs.iter().any(|ty| mentions(ty, wanted)),
        Ty::Tuple(tys) => tys.iter().any(|ty| mentions(ty, wanted)),
        Ty::Ref(_, inner) | Ty::Ptr(inner) | Ty::Slice(inner) | Ty::Array(inner) | Ty::Future(inner) => mentions(inner, wanted),
        _ => false,
    }
}

/// The blocks to which a way leads that does not pass through `without`.
fn reached_without(body: &Body, without: BlockId) -> Vec<bool> {
    let mut reached = vec![false; body.blocks.len()];
    let mut work = vec![BlockId::new(0)];
    while let Some(block) = work.pop() {
        if block == without || std::mem::replace(&mut reached[block.index()], true) {
            continue;
        }
        work.extend(forward(&body.blocks[block].terminator.kind));
    }
    reached
}

fn base(place: &Place) -> Option<Local> {
    if let Base::Local(local) = place.base { Some(local) } else { None }
}

/// What structs of the program's own keep beside a listener of one type.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// The fields that say where it listens.
    fields: BTreeSet<(AdtId, Name)>,
    /// The structs whose maker has started a worker that was told so.
    launched: BTreeSet<AdtId>,
}

/// What is kept beside listeners of this type.
fn kept(facts: &Facts<'_>, listener: AdtId) -> Rc<Kept> {
    if let Some(known) = facts.kept.borrow().get(&listener) {
        return Rc::clone(known);
    }
    let (mut kept, none) = (Kept::default(), Kept::default());
    let program = facts.program;
    let own = program.fns.iter().filter(|def| !program.krates[def.krate].stub).filter_map(|def| def.body);
    for id in own {
        let body = facts.linked.body(id);
        for statement in body.blocks.iter().flat_map(|block| &block.statements) {
            let StatementKind::Assign(_, Rvalue::Adt { variant: VariantRef::Resolved(def, _), fields, .. }) = &statement.kind else {
                continue;
            };
            let parts: Vec<(&Name, Local)> = fields.iter().filter_map(|(name, operand)| Some((name, base(operand.place()?)?))).collect();
            let listens = |local: Local| head(&body.locals[local].ty) == Some(listener);
            if program.krates[program.adts[*def].krate].stub || !parts.iter().any(|(_, local)| listens(*local)) {
                continue;
            }
            let Some(told) = Told::new(facts, id, body, listener, &none) else { continue };
            let says = parts.into_iter().filter(|(_, local)| told.says.contains(local) && !told.is_connected(*local));
            kept.fields.extend(says.map(|(name, _)| (*def, name.clone())));
            if body.blocks.iter().any(|block| told.starts(&block.terminator.kind, WITHIN)) {
                kept.launched.insert(*def);
            }
        }
    }
    let kept = Rc::new(kept);
    facts.kept.borrow_mut().insert(listener, Rc::clone(&kept));
    kept
}

/// The locals of a body that say where to connect.
struct Told<'f, 'a> {
    facts: &'f Facts<'a>,
    id: BodyId,
    body: &'f Body,
    listener: AdtId,
    kept: &'f Kept,
    /// What says it.
    says: BTreeSet<Local>,
    /// What holds the listener beside it.
    carries: BTreeSet<Local>,
}

impl<'f, 'a> Told<'f, 'a> {
    /// `None`: the listener may be one that does not wait.
    fn new(facts: &'f Facts<'a>, id: BodyId, body: &'f Body, listener: AdtId, kept: &'f Kept) -> Option<Self> {
        Self::within(facts, id, body, listener, kept, WITHIN)
    }

    /// The same, with methods looked into so deep for what they hand out.
    fn within(facts: &'f Facts<'a>, id: BodyId, body: &'f Body, listener: AdtId, kept: &'f Kept, left: usize) -> Option<Self> {
        let mut told = Self { facts, id, body, listener, kept, says: BTreeSet::new(), carries: BTreeSet::new() };
        for block in &body.blocks {
            let TerminatorKind::Call { callee: Callee::Fn(func, _), args, dest, .. } = &block.terminator.kind else { continue };
            let def = &facts.program.fns[*func];
            let takes = def.params.iter().any(|ty| mentions(ty, listener));
            if takes && args.iter().any(|arg| matches!(arg, Operand::Const(Const::Bool(true)))) {
                return None;
            }
            if !takes && mentions(&def.ret, listener) && facts.program.krates[def.krate].stub {
                for arg in args {
                    told.made_with(arg);
                }
                told.carries.extend(base(dest).filter(|_| has_tuple(&def.ret)));
            }
            if takes
                && accepts_within(facts, *func).is_none()
                && !mentions(&def.ret, listener)
                && def.params.first().and_then(head) == Some(listener)
            {
                told.says.extend(base(dest));
            }
            if told.hands_out(*func, args, left) {
                told.says.extend(base(dest));
            }
        }
        let mut count = usize::MAX;
        while count != told.says.len() + told.carries.len() {
            count = told.says.len() + told.carries.len();
            told.spread();
        }
        Some(told)
    }

    /// What the listener was made with, and what that was made of.
    fn made_with(&mut self, arg: &Operand) {
        let mut work: Vec<Key> = lies(self.facts, self.id, arg).into_iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(key) = work.pop() {
            if !seen.insert(key.clone()) || (key.1.is_empty() && !self.says.insert(key.0)) {
                continue;
            }
            work.extend(sources(self.facts, self.id, &key).into_iter().flatten());
            for block in &self.body.blocks {
                if let TerminatorKind::Call { callee: Callee::Fn(func, _), args, dest, .. } = &block.terminator.kind
                    && dest.as_local() == Some(key.0)
                    && key.1.is_empty()
                    && self.facts.program.krates[self.facts.program.fns[*func].krate].stub
                    && let [first, rest @ ..] = args.as_slice()
                    && rest.iter().all(|arg| matches!(arg, Operand::Const(_)))
                {
                    work.extend(lies(self.facts, self.id, first));
                }
            }
        }
    }

    /// Whether a place is a field that says where the listener beside it listens.
    fn is_kept(&self, place: &Place) -> bool {
        let Some(def) = base(place).and_then(|local| head(&self.body.locals[local].ty)) else { return false };
        let field = place.projections.iter().find_map(|step| if let Projection::Field(name) = step { Some(name) } else { None });
        field.is_some_and(|name| self.kept.fields.contains(&(def, name.clone())))
    }

    /// Whether a listener lies in a struct whose maker has started who is to connect.
    fn is_launched(&self, listener: Option<&Operand>) -> bool {
        let Some((local, path)) = listener.and_then(|arg| referred(self.facts, self.id, arg)) else { return false };
        !path.is_empty() && head(&self.body.locals[local].ty).is_some_and(|def| self.kept.launched.contains(&def))
    }

    fn is_listener(&self, local: Local) -> bool {
        mentions(&self.body.locals[local].ty, self.listener)
    }

    /// Puts what a told local, or the listener's company, flows into where it belongs.
    fn flows(&mut self, from: &[Local], to: &Place, part: bool, said: bool) {
        let Some(to) = base(to) else { return };
        if self.is_connected(to) {
            return;
        }
        let carried = from.iter().any(|local| self.carries.contains(local));
        if self.is_listener(to) {
            if carried {
                self.carries.insert(to);
            }
        } else if said || from.iter().any(|local| self.says.contains(local)) || (carried && part) {
            self.says.insert(to);
        }
    }

    /// Whether a local is a connection: who has one does not have to connect.
    fn is_connected(&self, local: Local) -> bool {
        let ty = &self.body.locals[local].ty;
        makes_end(self.facts, ty, 8) && head(ty).is_some_and(|def| self.is_handed_out(def))
    }

    /// Whether a type is that of the connections which the listener hands out.
    fn is_handed_out(&self, def: AdtId) -> bool {
        let mut fns = self.facts.program.fns.iter_enumerated();
        fns.any(|(func, other)| mentions(&other.ret, def) && accepts(self.facts, func) == Some(self.listener))
    }

    fn spread(&mut self) {
        let body = self.body;
        for block in &body.blocks {
            for statement in &block.statements {
                let StatementKind::Assign(place, rvalue) = &statement.kind else { continue };
                let mut from: Vec<Local> = rvalue.operands().into_iter().filter_map(|operand| base(operand.place()?)).collect();
                if let Rvalue::Ref { place, .. } = rvalue {
                    from.extend(base(place));
                }
                if let Rvalue::Opaque(_, places) = rvalue {
                    from.extend(places.iter().filter_map(base));
                }
                let said = match rvalue {
                    Rvalue::Ref { place, .. } => self.is_kept(place),
                    other => other.operands().into_iter().filter_map(Operand::place).any(|place| self.is_kept(place)),
                };
                self.flows(&from, place, true, said);
            }
            match &block.terminator.kind {
                TerminatorKind::Call { callee, args, dest, .. } => {
                    let from: Vec<Local> = args.iter().filter_map(|arg| base(arg.place()?)).collect();
                    let func = if let Callee::Fn(func, _) = callee { Some(*func) } else { None };
                    if func.is_some_and(|func| accepts_within(self.facts, func).is_some()) {
                        continue;
                    }
                    let said = args.iter().filter_map(Operand::place).any(|place| self.is_kept(place));
                    self.flows(&from, dest, false, said);
                    // What is told to a command stays in it.
                    let stub = func.is_some_and(|func| self.facts.program.krates[self.facts.program.fns[func].krate].stub);
                    if stub
                        && (said || from.iter().any(|local| self.says.contains(local)))
                        && let Some(first) = args.first()
                        && let Some(local) = first.place().and_then(Place::as_local)
                        && matches!(self.body.locals[local].ty, Ty::Ref(true, _))
                        && let Some((kept, _)) = referred(self.facts, self.id, first)
                        && !self.is_listener(kept)
                    {
                        self.says.insert(kept);
                    }
                }
                TerminatorKind::Await { future, dest, .. } => {
                    let from: Vec<Local> = future.place().and_then(base).into_iter().collect();
                    self.flows(&from, dest, false, false);
                }
                _ => {}
            }
        }
    }

    /// Whether a call starts a worker that is told where to connect.
    fn starts(&self, kind: &TerminatorKind, left: usize) -> bool {
        let TerminatorKind::Call { callee: Callee::Fn(func, _), args, .. } = kind else { return false };
        let says = |place: &Place| self.is_kept(place) || base(place).is_some_and(|local| self.says.contains(&local));
        let told = args.iter().filter_map(Operand::place).any(says);
        if !told {
            return self.starts_within(*func, args, left);
        }
        let connects = |body| self.connects_first(body, 3, &|ty| makes_end(self.facts, ty, 8)) || !self.may_connect(body, WITHIN);
        self.facts.starts(*func) && !self.dials(*func) && !args.iter().any(|arg| self.runs(arg).is_some_and(connects))
    }

    /// Whether a function of the program's own connects by itself, whatever it starts beside that.
    fn dials(&self, func: FnId) -> bool {
        let def = &self.facts.program.fns[func];
        let body = def.body.filter(|_| !self.facts.program.krates[def.krate].stub);
        body.is_some_and(|body| self.connects_first(body, 3, &|ty| self.has_connection(ty)))
    }

    fn has_connection(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Adt(def, substs) => self.is_handed_out(*def) || substs.iter().any(|ty| self.has_connection(ty)),
            _ => false,
        }
    }

    /// Whether a method of a struct that keeps the listener starts a worker, and tells it what the struct says.
    fn starts_within(&self, func: FnId, args: &[Operand], left: usize) -> bool {
        let (Some(id), Some(left)) = (self.method(func, args), left.checked_sub(1)) else { return false };
        let body = self.facts.linked.body(id);
        Told::within(self.facts, id, body, self.listener, self.kept, left)
            .is_some_and(|told| body.blocks.iter().any(|block| told.starts(&block.terminator.kind, left)))
    }

    /// Whether a method of a struct that keeps the listener returns what the struct says, or something that was told so: a command.
    fn hands_out(&self, func: FnId, args: &[Operand], left: usize) -> bool {
        let (Some(id), Some(left)) = (self.method(func, args), left.checked_sub(1)) else { return false };
        let body = self.facts.linked.body(id);
        let told = Told::within(self.facts, id, body, self.listener, self.kept, left);
        told.is_some_and(|told| told.says.contains(&Local::new(RETURN as usize)))
    }

    /// The body of a method that is called on a struct which keeps the listener.
    fn method(&self, func: FnId, args: &[Operand]) -> Option<BodyId> {
        let def = &self.facts.program.fns[func];
        let owner = head(&self.body.locals[base(args.first()?.place()?)?].ty)?;
        let keeps = self.kept.fields.iter().any(|(kept, _)| *kept == owner);
        def.body.filter(|_| keeps && !self.facts.program.krates[def.krate].stub)
    }

    /// The body that runs when this is handed to somebody: of a closure, an async block, a call of an async function.
    fn runs(&self, arg: &Operand) -> Option<BodyId> {
        let local = arg.place()?.as_local()?;
        match &self.body.locals[local].ty {
            Ty::Closure(body) | Ty::Coroutine(body) => Some(*body),
            _ => self.body.blocks.iter().find_map(|block| match &block.terminator.kind {
                TerminatorKind::Call { callee: Callee::Fn(func, _), dest, .. } if dest.as_local() == Some(local) => {
                    let def = &self.facts.program.fns[*func];
                    def.body.filter(|_| def.is_async)
                }
                _ => None,
            }),
        }
    }

    /// Whether a body comes to connect, to make something that is a connection, whatever happens, unless just that fails.
    fn connects_first(&self, body: BodyId, left: usize, is_connection: &dyn Fn(&Ty) -> bool) -> bool {
        let Some(left) = left.checked_sub(1) else { return false };
        let body = self.facts.linked.body(body);
        let mut seen = BTreeSet::new();
        let mut work = vec![BlockId::new(0)];
        while let Some(block) = work.pop() {
            let kind = &body.blocks[block].terminator.kind;
            match kind {
                TerminatorKind::Return => return false,
                TerminatorKind::Call { callee: Callee::Fn(func, _), .. } if self.connects(*func, left, is_connection) => {}
                _ if seen.insert(block) => work.extend(forward(kind)),
                _ => {}
            }
        }
        true
    }

    /// Whether a body may come to connect at all: it makes an end of anything, starts somebody, or runs code out of view. One that only says
    /// where the listener is does not.
    fn may_connect(&self, body: BodyId, left: usize) -> bool {
        let Some(left) = left.checked_sub(1) else { return true };
        let body = self.facts.linked.body(body);
        let inner = |ty: &Ty| matches!(ty, Ty::Closure(inner) | Ty::Coroutine(inner) if self.may_connect(*inner, left));
        body.locals.iter().any(|local| inner(&local.ty))
            || body.blocks.iter().any(|block| match &block.terminator.kind {
                TerminatorKind::Call { callee: Callee::Fn(func, _), .. } => {
                    let def = &self.facts.program.fns[*func];
                    let own = def.body.filter(|_| !self.facts.program.krates[def.krate].stub);
                    self.facts.starts(*func) || makes_end(self.facts, &def.ret, 8) || own.is_some_and(|own| self.may_connect(own, left))
                }
                TerminatorKind::Call { callee: Callee::Intrinsic(_), .. } => false,
                TerminatorKind::Call { .. } => true,
                _ => false,
            })
    }

    fn connects(&self, func: FnId, left: usize, is_connection: &dyn Fn(&Ty) -> bool) -> bool {
        let def = &self.facts.program.fns[func];
        if !self.facts.program.krates[def.krate].stub {
            return def.body.is_some_and(|body| self.connects_first(body, left, is_connection));
        }
        let made_from = def.self_kind.is_none() && !def.params.is_empty() && !has_tuple(&def.ret);
        made_from && !mentions(&def.ret, self.listener) && is_connection(&def.ret)
    }
}

fn has_tuple(ty: &Ty) -> bool {
    match ty {
        Ty::Tuple(tys) => tys.len() > 1,
        Ty::Adt(_, substs) => substs.iter().any(has_tuple),
        _ => false,
    }
}

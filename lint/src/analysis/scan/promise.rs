//! Whether a function does what its attributes promise, on each of its exits.
//!
//! What the promise is about is followed through moves, borrows and patterns. Where it is handed to code that can't be looked into, or turns
//! out not to be there (`None`), the promise counts as kept.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Seen;
use super::facts::Facts;
use super::known::{Env, Key};
use super::once;
use super::reach::forward;
use crate::analysis::hazard::Sight;
use crate::analysis::machine::head;
use crate::base::{Idx, Name, Span};
use crate::ir::{
    AdtDef, AdtId, BlockId, Body, BodyId, Callee, Clause, Const, EndRole, FnId, Intrinsic, Local, On, OnDrop, Operand, Place, Program,
    Projection, RETURN, Rvalue, StatementKind, Subject, TerminatorKind, Test, Ty, TypeRole, VariantRef,
};

/// How many states one function is followed through.
const STATES: usize = 4000;
/// How deep calls are looked into.
const DEPTH: usize = 3;

/// What is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Abort,
    Join,
    Kill,
}

/// Looks at the promises of a function.
pub fn scan(facts: &Facts<'_>, func: FnId, root: BodyId, found: &mut Vec<Seen>) {
    let def = &facts.program.fns[func];
    for (at, clause) in def.contract.clauses.iter().enumerate() {
        let (deed, subject, on) = match clause {
            Clause::Aborts(subject, on) => (Deed::Abort, subject, *on),
            Clause::Closes(subject) => (Deed::Abort, subject, On::All),
            Clause::Joins { on, deadline: false } => (Deed::Join, on, On::All),
            Clause::Kills(subject) => (Deed::Kill, subject, On::All),
            _ => continue,
        };
        let own = is_own(facts, func, subject);
        let promise = Promise { facts, deed, own: own && deed == Deed::Abort, depth: 0 };
        let Some(exits) = promise.follow(root, subject, on) else { continue };
        // A type's own way to do it: what that takes is the type's affair.
        if exits.kept == 0 && own {
            continue;
        }
        for span in exits.broken {
            found.push(Seen::new(facts, root, Sight::Unmet(at), span));
        }
    }
}

struct Promise<'f, 'a> {
    facts: &'f Facts<'a>,
    deed: Deed,
    /// Whether it is a type's own abort: what it sends and sets is how it aborts.
    own: bool,
    depth: usize,
}

/// How a function's exits stand to the promise.
#[derive(Default)]
struct Exits {
    kept: usize,
    broken: BTreeSet<Span>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct At {
    /// The variables in which it lies, with the fields that lead to it.
    lies: BTreeMap<Local, Vec<Name>>,
    /// Those that refer to a part of it alone.
    parts: BTreeSet<Local>,
    done: bool,
    /// Whether a flag of its own says that it was done before.
    before: bool,
    result: Option<Span>,
    failed: Option<bool>,
}

impl Promise<'_, '_> {
    fn follow(&self, root: BodyId, subject: &Subject, on: On) -> Option<Exits> {
        let body = self.facts.linked.body(root);
        let lies = BTreeMap::from([(Local::new(subject.param + 1), subject.fields.clone())]);
        let mut work = vec![(BlockId::new(0), At { lies, parts: BTreeSet::new(), done: false, before: false, result: None, failed: None })];
        let flags = once::flags(body);
        let mut seen = HashSet::new();
        let mut exits = Exits::default();
        while let Some((block, mut at)) = work.pop() {
            if !seen.insert((block, at.clone())) {
                continue;
            }
            if seen.len() > STATES {
                return None;
            }
            let data = &body.blocks[block];
            for statement in &data.statements {
                if let StatementKind::Assign(place, rvalue) = &statement.kind {
                    self.assign(body, &mut at, place, rvalue, statement.span);
                }
            }
            match &data.terminator.kind {
                TerminatorKind::Return => {
                    // What fails promises nothing with `on = "ok"`; where that can't be told it may have.
                    if at.done || (on == On::Ok && at.failed != Some(false)) {
                        exits.kept += usize::from(at.done);
                    } else if !at.before {
                        exits.broken.extend(at.result);
                    }
                }
                TerminatorKind::Switch { test, then, otherwise } => {
                    let (mut yes, mut no) = (at.clone(), at);
                    if let Some(none) = self.is_there(body, &yes, test) {
                        if none { yes.done = true } else { no.done = true }
                    }
                    if let Some(set) = once::is_set(body, &flags, test) {
                        if set { yes.before = true } else { no.before = true }
                    }
                    work.push((*then, yes));
                    work.push((*otherwise, no));
                }
                TerminatorKind::Drop { place, target, .. } => {
                    // The guard of a lock around a part of it ends nothing by its drop.
                    let part = place.as_local().is_some_and(|local| at.parts.contains(&local));
                    let whole = !part && self.lies_at(&at, place).is_some();
                    // What lies in it goes with it, and may be what its peer waits for.
                    if whole && ((self.own && self.tells_by_drop(body, place)) || self.ends_by_drop(body, place)) {
                        at.done = true;
                    }
                    work.push((*target, at));
                }
                kind => {
                    self.terminator(body, &mut at, kind, data.terminator.span);
                    work.extend(forward(kind).into_iter().map(|next| (next, at.clone())));
                }
            }
        }
        Some(exits)
    }

    /// Where in a place it lies: the fields from there; none, if the place is it, or a part of it.
    fn lies_at(&self, at: &At, place: &Place) -> Option<Vec<Name>> {
        let ((local, path), _): (Key, bool) = Env::default().key(place)?;
        let lies = at.lies.get(&local)?;
        if path.starts_with(lies) {
            Some(Vec::new())
        } else if lies.starts_with(&path) {
            Some(lies[path.len()..].to_vec())
        } else {
            None
        }
    }

    fn holds(&self, at: &At, operand: &Operand) -> Option<Vec<Name>> {
        operand.place().and_then(|place| self.lies_at(at, place))
    }

    /// Whether an operand is only a part of it.
    fn is_part(&self, at: &At, operand: &Operand) -> bool {
        let key = operand.place().and_then(|place| Env::default().key(place));
        key.is_some_and(|((local, path), _)| at.parts.contains(&local) || at.lies.get(&local).is_some_and(|lies| path.len() > lies.len()))
    }

    fn assign(&self, body: &Body, at: &mut At, place: &Place, rvalue: &Rvalue, span: Span) {
        if place.as_local() == Some(Local::new(RETURN as usize)) {
            at.result = Some(span);
            at.failed = self.fails(rvalue);
        }
        let from = match rvalue {
            Rvalue::Use(operand) | Rvalue::Cast(operand, _) => self.holds(at, operand),
            Rvalue::Ref { place, .. } | Rvalue::Residual(place) => self.lies_at(at, place),
            Rvalue::Closure { captures, .. } => {
                // Whoever runs it may do it.
                at.done |= captures.iter().any(|capture| self.holds(at, capture).is_some());
                return;
            }
            Rvalue::Opaque(_, places) => {
                at.done |= places.iter().any(|place| self.lies_at(at, place).is_some());
                return;
            }
            // What is reckoned from a plain part of it is not it.
            Rvalue::Binary(..) => {
                let whole = |operand: &&Operand| self.holds(at, operand).is_some() && !self.is_part(at, operand);
                rvalue.operands().into_iter().find(whole).map(|_| Vec::new())
            }
            other => other.operands().into_iter().find_map(|operand| self.holds(at, operand)).map(|_| Vec::new()),
        };
        let Some(from) = from else {
            if let Some(local) = place.as_local()
                && at.lies.get(&local).is_some_and(Vec::is_empty)
            {
                at.lies.remove(&local);
            }
            return;
        };
        let copied =
            matches!(rvalue, Rvalue::Use(Operand::Copy(place)) if !matches!(place.projections.last(), None | Some(Projection::Deref)));
        match place.as_local() {
            // A plain value read out of it is not it.
            Some(local) if copied && matches!(body.locals[local].ty, Ty::Prim(_)) => {}
            Some(local) if local.index() == RETURN as usize => at.done = true,
            Some(local) => {
                let part = match rvalue {
                    Rvalue::Ref { place, .. } => self.is_part(at, &Operand::Copy(place.clone())),
                    Rvalue::Use(operand) => self.is_part(at, operand),
                    _ => false,
                };
                if part {
                    at.parts.insert(local);
                } else {
                    at.parts.remove(&local);
                }
                at.lies.insert(local, from);
            }
            None => at.done = true,
        }
    }

    fn fails(&self, rvalue: &Rvalue) -> Option<bool> {
        match rvalue {
            Rvalue::Residual(_) => Some(true),
            Rvalue::Adt { variant: VariantRef::Resolved(def, variant), .. } => match self.facts.program.adts[*def].path.as_str() {
                "std::result::Result" => Some(*variant == 1),
                "std::option::Option" => Some(*variant == 0),
                _ => Some(false),
            },
            Rvalue::Use(Operand::Const(_)) => Some(false),
            _ => None,
        }
    }

    /// Whether a test tells that it is not there: `Some(true)` if the test then holds, `Some(false)` if it then does not.
    fn is_there(&self, body: &Body, at: &At, test: &Test) -> Option<bool> {
        let (Test::Variant(place, VariantRef::Resolved(def, variant)), true) = (test, true) else { return None };
        self.lies_at(at, place).filter(Vec::is_empty)?;
        let _ = body;
        (self.facts.program.adts[*def].path == "std::option::Option").then_some(*variant == 0)
    }

    fn ends_by_drop(&self, body: &Body, place: &Place) -> bool {
        let def = place.as_local().and_then(|local| head(&body.locals[local].ty));
        def.is_some_and(|def| acts_by_drop(&self.facts.program.adts[def]))
    }

    /// Whether somebody may be told by the drop of a place: of itself, or of something in it.
    fn tells_by_drop(&self, body: &Body, place: &Place) -> bool {
        let local = place.as_local();
        local.is_none_or(|local| self.facts.tells_by_drop(&body.locals[local].ty))
    }

    fn terminator(&self, body: &Body, at: &mut At, kind: &TerminatorKind, span: Span) {
        match kind {
            TerminatorKind::Call { callee, args, dest, .. } => {
                self.call(body, at, callee, args, dest);
                self.lands(at, dest, span);
            }
            TerminatorKind::Await { future, dest, .. } => {
                if self.holds(at, future).is_some() {
                    // A handle that is a future: its output is what it waited for.
                    at.done |= self.deed != Deed::Abort;
                }
                self.lands(at, dest, span);
            }
            TerminatorKind::Select { arms, .. } => {
                at.done |= arms.iter().any(|arm| match &arm.op {
                    crate::ir::SelectOp::Future(place) => self.lies_at(at, place).is_some(),
                    crate::ir::SelectOp::Recv(operand) | crate::ir::SelectOp::Send(operand, _) => self.holds(at, operand).is_some(),
                    crate::ir::SelectOp::Default(_) => false,
                });
            }
            _ => {}
        }
    }

    fn lands(&self, at: &mut At, dest: &Place, span: Span) {
        if dest.as_local() == Some(Local::new(RETURN as usize)) {
            at.result = Some(span);
            at.failed = None;
            at.done |= at.lies.contains_key(&Local::new(RETURN as usize));
        }
    }

    fn call(&self, body: &Body, at: &mut At, callee: &Callee, args: &[Operand], dest: &Place) {
        let held: Vec<(usize, Vec<Name>)> =
            args.iter().enumerate().filter_map(|(place, arg)| Some((place, self.holds(at, arg)?))).collect();
        if held.is_empty() || matches!(callee, Callee::Intrinsic(Intrinsic::Format)) {
            return;
        }
        let (Callee::Fn(func, _) | Callee::Trait(func, _)) = callee else {
            at.done = true;
            return;
        };
        let def = &self.facts.program.fns[*func];
        let stub = self.facts.program.krates[def.krate].stub;
        let code = args.iter().any(|arg| match arg {
            Operand::Const(Const::Fn(..)) => true,
            other => {
                other.place().and_then(Place::as_local).is_some_and(|local| matches!(body.locals[local].ty, Ty::Closure(_) | Ty::FnDef(..)))
            }
        });
        for (param, rest) in held {
            if self.does(*func, param, &rest, self.is_part(at, &args[param])) || (code && stub) {
                at.done = true;
            } else if !stub {
                match def.body {
                    Some(root) if self.depth < DEPTH => {
                        let subject = Subject { param, fields: rest };
                        let inner = Promise { facts: self.facts, deed: self.deed, own: self.own, depth: self.depth + 1 };
                        // Done on some of its ways only: which, is not followed.
                        at.done |= inner.follow(root, &subject, On::All).is_none_or(|exits| exits.kept > 0);
                    }
                    _ => at.done = true,
                }
            } else if let Some(local) = dest.as_local()
                && !matches!(body.locals[local].ty, Ty::Prim(_))
                && def.name != "clone"
            {
                if self.is_part(at, &args[param]) {
                    at.parts.insert(local);
                }
                at.lies.insert(local, Vec::new());
            }
        }
    }

    /// Whether a function says that it does it to its parameter.
    fn does(&self, func: FnId, param: usize, rest: &[Name], part: bool) -> bool {
        let def = &self.facts.program.fns[func];
        let about = |subject: &Subject| subject.param == param && (rest.starts_with(&subject.fields) || subject.fields.starts_with(rest));
        let by_contract = def.contract.clauses.iter().any(|clause| match clause {
            // Looked at, or let go on purpose: what is found out decides. What some plain part of it says does not.
            Clause::Polls(subject) => about(subject) && (!part || self.facts.role(func, subject).is_some()),
            Clause::Detaches(subject) => about(subject),
            Clause::Aborts(subject, _) | Clause::Closes(subject) => self.deed == Deed::Abort && about(subject),
            Clause::Joins { on, .. } => self.deed != Deed::Abort && about(on),
            Clause::Kills(subject) => self.deed == Deed::Kill && about(subject),
            Clause::Sends { on, .. } | Clause::Sets(on) => self.own && about(on),
            _ => false,
        });
        if by_contract || self.deed != Deed::Abort || param != 0 || def.self_kind.is_none() {
            return by_contract;
        }
        match def.params.first().and_then(head).and_then(|adt| self.facts.program.adts[adt].role.as_ref()) {
            Some(TypeRole::End { aborts, .. }) => {
                if aborts.is_empty() {
                    def.name == "abort"
                } else {
                    aborts.contains(&def.name)
                }
            }
            _ => false,
        }
    }
}

/// Whether the drop of a value of this type itself tells somebody, or may.
pub(super) fn acts_by_drop(adt: &AdtDef) -> bool {
    let by_role = match &adt.role {
        Some(TypeRole::End { on_drop, role, .. }) => {
            matches!(on_drop, OnDrop::Abort | OnDrop::Eof) && !matches!(role, EndRole::Signal | EndRole::Lock)
        }
        Some(TypeRole::Worker { on_drop, .. }) => matches!(on_drop, OnDrop::Abort | OnDrop::Join | OnDrop::Kill),
        None => false,
    };
    by_role || adt.drop_fn.is_some()
}

/// Whether the subject's own type is what a function is the primitive of.
fn is_own(facts: &Facts<'_>, func: FnId, subject: &Subject) -> bool {
    subject.param == 0 && facts.program.fns[func].self_kind.is_some() && facts.role(func, subject).is_some()
}

/// The types whose attribute names a method that they do not have, with the attribute's place.
pub fn missing_methods(program: &Program) -> Vec<Seen> {
    let sight = |(id, adt): (AdtId, &AdtDef)| {
        let at = adt.marked.filter(|_| lacks_methods(program, id))?;
        Some(Seen { sight: Sight::NoSuchMethod(id), at, func: None })
    };
    program.adts.iter_enumerated().filter_map(sight).collect()
}

/// Whether a type's attribute names a method that it does not have: then it is not known what aborts its values.
pub fn lacks_methods(program: &Program, id: AdtId) -> bool {
    !absent_methods(program, id).is_empty()
}

/// The methods that a type's attribute names and the type does not have.
pub fn absent_methods(program: &Program, id: AdtId) -> Vec<&Name> {
    let adt = &program.adts[id];
    let Some(TypeRole::End { aborts, stub: false, .. }) = &adt.role else { return Vec::new() };
    let has = |name: &Name| {
        program.fns.iter().any(|def| {
            def.name == *name
                && def.self_kind.is_some()
                && def.params.first().and_then(|ty| own(ty, &program.krates[adt.krate].name)) == Some(id)
        })
    };
    aborts.iter().filter(|name| adt.marked.is_some() && !has(name)).collect()
}

fn own(ty: &Ty, _krate: &Name) -> Option<AdtId> {
    match ty {
        // `self: Arc<Self>`, `self: Pin<&mut Self>`.
        Ty::Adt(_, substs) if substs.len() == 1 && head(&substs[0]).is_some() => head(ty).into_iter().chain(head(&substs[0])).last(),
        other => head(other),
    }
}

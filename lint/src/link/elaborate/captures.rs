//! What closures and async blocks capture.
//!
//! As in rustc (`rustc_hir_typeck::upvar`): each use of a parent's variable asks for a place and a way; since edition 2021 the places are
//! disjoint, before they are whole variables. `move` takes everything by value, up to the first dereference. A place that another one lies
//! in takes the stronger way of both. `_ = x` asks for nothing.
//!
//! The innermost closure comes first: what it captures is a use in its parent.

use rustc_hash::{FxHashMap, FxHashSet};

use super::place_types::{place_ty, prefix_ty};
use super::{copied, position};
use crate::base::{Idx, IndexVec};
use crate::ir::{
    Base, Body, BodyId, BodyKind, BodyRef, Callee, Capture, CaptureMode, DropWhy, Local, LocalDecl, LocalKind, Operand, Place, Projection,
    Rvalue, SelectOp, Statement, StatementKind, TerminatorKind, Test, Ty, TypeRef, Upvar, VariantRef, Why,
};
use crate::link::Cx;

/// How a place is used; a later one includes the earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Borrow,
    BorrowMut,
    Take,
}

/// Decides the captures of all closures of a group and rewrites their bodies.
pub(super) fn captures(cx: &mut Cx<'_>, root: BodyId, disjoint: bool, bodies: &mut [Body]) {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); bodies.len()];
    let mut parents: Vec<Option<usize>> = vec![None; bodies.len()];
    for (at, body) in bodies.iter().enumerate() {
        for block in &body.blocks {
            for statement in &block.statements {
                if let StatementKind::Assign(_, Rvalue::Closure { body: BodyRef::Global(id), .. }) = &statement.kind {
                    let child = position(root, *id);
                    if child < bodies.len() && child != at && parents[child].is_none() {
                        children[at].push(child);
                        parents[child] = Some(at);
                    }
                }
            }
        }
    }
    let mut order = Vec::new();
    inside_out(0, &mut children, &mut order);
    let mut once = FxHashSet::default();
    for child in order {
        consume_calls(cx, &once, &mut bodies[child]);
        if child == 0 {
            continue;
        }
        let found = analyse(cx, disjoint, &bodies[child]);
        rewrite(cx, &mut bodies[child], &found);
        if moves_out(&bodies[child]) {
            once.insert(BodyId::new(root.index() + child));
        }
        if let Some(parent) = parents[child] {
            let upvars: FxHashMap<Local, Local> = bodies[child].upvars.iter().map(|upvar| (upvar.local, upvar.parent)).collect();
            let captures: Vec<(Place, CaptureMode)> = bodies[child]
                .captures
                .iter_mut()
                .map(|capture| {
                    if let Base::Local(local) = &mut capture.place.base
                        && let Some(of_parent) = upvars.get(local)
                    {
                        *local = *of_parent;
                    }
                    (capture.place.clone(), capture.mode)
                })
                .collect();
            let id = BodyId::new(root.index() + child);
            capture_in_parent(cx, &mut bodies[parent], id, &captures);
        }
        bodies[child].upvars.clear();
    }
}

/// Children before parents, in the order of their places in the source.
fn inside_out(at: usize, children: &mut Vec<Vec<usize>>, order: &mut Vec<usize>) {
    let mut below = std::mem::take(&mut children[at]);
    below.sort_unstable();
    for child in below {
        inside_out(child, children, order);
    }
    order.push(at);
}

/// A call of a closure that moves what it has captured takes the closure.
fn consume_calls(cx: &mut Cx<'_>, once: &FxHashSet<BodyId>, body: &mut Body) {
    for at in body.blocks.indices() {
        let TerminatorKind::Call { callee: Callee::Value(Operand::Copy(place)), .. } = &body.blocks[at].terminator.kind else { continue };
        let place = place.clone();
        if let Ty::Closure(id) = place_ty(cx, &body.locals, &place)
            && once.contains(&id)
            && let TerminatorKind::Call { callee, .. } = &mut body.blocks[at].terminator.kind
        {
            *callee = Callee::Value(Operand::Move(place));
        }
    }
}

/// A place to capture, and how.
#[derive(Clone, Debug)]
struct Wanted {
    place: Place,
    way: Way,
}

/// The captures of a body, in the order of its environment.
fn analyse(cx: &mut Cx<'_>, disjoint: bool, body: &Body) -> Vec<Wanted> {
    let mut uses = Vec::new();
    for block in body.reverse_postorder() {
        let data = &body.blocks[block];
        for statement in &data.statements {
            statement_uses(&statement.kind, &mut uses);
        }
        terminator_uses(&data.terminator.kind, &mut uses);
    }
    let mut found = Vec::new();
    for Upvar { local, .. } in &body.upvars {
        let mut of_this: Vec<Wanted> = Vec::new();
        if !disjoint {
            // Before edition 2021 a mention is enough.
            of_this.push(Wanted { place: Place::local(*local), way: if body.is_move { Way::Take } else { Way::Borrow } });
        }
        for (place, way) in uses.iter().filter(|(place, _)| place.base == Base::Local(*local)) {
            let wanted = wanted(cx, body, disjoint, place, *way);
            merge(&mut of_this, wanted);
        }
        let mut keyed: Vec<(Vec<usize>, Wanted)> = of_this.into_iter().map(|wanted| (order_key(cx, body, &wanted.place), wanted)).collect();
        keyed.sort_by(|a, b| a.0.cmp(&b.0));
        found.extend(keyed.into_iter().map(|(_, wanted)| wanted));
    }
    found
}

/// The place that a use asks for: cut to what can be captured that way.
fn wanted(cx: &mut Cx<'_>, body: &Body, disjoint: bool, place: &Place, way: Way) -> Wanted {
    let followed =
        |step: &Projection| !matches!(step, Projection::Index(_) | Projection::Element { .. } | Projection::Subslice | Projection::Output);
    let mut len = place.projections.iter().position(|step| !followed(step)).unwrap_or(place.projections.len());
    let mut way = way;
    let first_deref = place.projections[..len].iter().position(|step| matches!(step, Projection::Deref));
    if let Some(raw) = (0..len)
        .find(|&at| matches!(place.projections[at], Projection::Deref) && matches!(prefix_ty(cx, &body.locals, place, at), Ty::Ptr(_)))
    {
        len = len.min(raw);
        way = if body.is_move { Way::Take } else { Way::Borrow };
    }
    if body.is_move {
        way = Way::Take;
    }
    if way == Way::Take {
        len = first_deref.map_or(len, |at| len.min(at));
        // Out of a type with a `drop` nothing is moved: it goes whole.
        let whole = (0..len).find(|&at| {
            let Ty::Adt(def, _) = prefix_ty(cx, &body.locals, place, at) else { return false };
            cx.linked.program.adts[def].drop_fn.is_some()
        });
        if let Some(at) = whole {
            let taken = prefix_ty(cx, &body.locals, place, len);
            if cx.is_copy(&taken) != Some(true) {
                len = at;
            }
        }
    } else if let Some(last) = place.projections[..len].iter().rposition(|step| matches!(step, Projection::Deref))
        && matches!(prefix_ty(cx, &body.locals, place, last), Ty::Ref(false, _))
    {
        // What lies behind a shared reference is reached through a copy of the reference.
        len = last + 1;
        way = Way::Borrow;
    }
    if !disjoint {
        // Behind a reference nothing is taken from the variable.
        if way == Way::Take && !body.is_move && first_deref.is_some_and(|at| at < place.projections.len()) {
            let boxed = first_deref.is_some_and(|at| matches!(prefix_ty(cx, &body.locals, place, at), Ty::Adt(..)));
            if !boxed {
                way = Way::Borrow;
            }
        }
        len = 0;
    }
    let mut cut = Place { base: place.base.clone(), projections: place.projections[..len].to_vec() };
    // A variant without one of its fields is no place of its own.
    while matches!(cut.projections.last(), Some(Projection::Downcast(_))) {
        cut.projections.pop();
    }
    Wanted { place: cut, way }
}

fn is_prefix(short: &Place, long: &Place) -> bool {
    short.base == long.base && long.projections.starts_with(&short.projections)
}

/// Adds a wish; of two places of which one lies in the other, the outer one is captured, in the stronger way.
fn merge(all: &mut Vec<Wanted>, new: Wanted) {
    if let Some(outer) = all.iter_mut().find(|wanted| is_prefix(&wanted.place, &new.place)) {
        outer.way = outer.way.max(new.way);
        let outer = outer.clone();
        cut_taken(all, &outer);
        return;
    }
    let mut new = new;
    let mut first = None;
    let mut at = 0;
    while at < all.len() {
        if is_prefix(&new.place, &all[at].place) {
            new.way = new.way.max(all[at].way);
            all.remove(at);
            first = first.or(Some(at));
        } else {
            at += 1;
        }
    }
    let at = first.unwrap_or(all.len());
    all.insert(at, new);
}

/// A place that has come to be taken by value can't reach through a dereference.
fn cut_taken(all: &mut Vec<Wanted>, outer: &Wanted) {
    if outer.way != Way::Take {
        return;
    }
    let Some(deref) = outer.place.projections.iter().position(|step| matches!(step, Projection::Deref)) else { return };
    all.retain(|wanted| wanted.place != outer.place);
    let cut = Place { base: outer.place.base.clone(), projections: outer.place.projections[..deref].to_vec() };
    merge(all, Wanted { place: cut, way: Way::Take });
}

/// Fields in the order of their declaration, so that captures of one variable are dropped as the variable would be.
fn order_key(cx: &mut Cx<'_>, body: &Body, place: &Place) -> Vec<usize> {
    let mut key = Vec::with_capacity(place.projections.len());
    let mut variant = 0;
    for (nth, step) in place.projections.iter().enumerate() {
        key.push(match step {
            Projection::Field(name) => match prefix_ty(cx, &body.locals, place, nth) {
                Ty::Adt(adt, _) => {
                    let variants = &cx.linked.program.adts[adt].variants;
                    variants.get(variant).and_then(|variant| variant.fields.get_index_of(name)).unwrap_or(0)
                }
                _ => name.parse().unwrap_or(0),
            },
            _ => 0,
        });
        variant = match step {
            Projection::Downcast(VariantRef::Resolved(_, at)) => *at as usize,
            _ => 0,
        };
    }
    key
}

fn statement_uses(statement: &StatementKind, uses: &mut Vec<(Place, Way)>) {
    let StatementKind::Assign(dest, rvalue) = statement else { return };
    for operand in rvalue.operands() {
        operand_use(operand, uses);
    }
    match rvalue {
        Rvalue::Ref { mutable, place } => uses.push((place.clone(), if *mutable { Way::BorrowMut } else { Way::Borrow })),
        Rvalue::Opaque(_, places) => uses.extend(places.iter().map(|place| (place.clone(), Way::Borrow))),
        Rvalue::Adt { base: Some(place), .. } => uses.push((place.clone(), Way::Borrow)),
        Rvalue::Residual(place) => uses.push((place.clone(), Way::Take)),
        _ => {}
    }
    uses.push((dest.clone(), Way::BorrowMut));
}

fn terminator_uses(kind: &TerminatorKind, uses: &mut Vec<(Place, Way)>) {
    let terminator = crate::ir::Terminator { kind: kind.clone(), span: crate::base::Span::default() };
    for operand in terminator.operands() {
        operand_use(operand, uses);
    }
    match kind {
        TerminatorKind::Switch { test, .. } => match test {
            Test::Variant(place, _) | Test::Equals(place, _) | Test::Try(place) | Test::Length { place, .. } | Test::Opaque(place) => {
                uses.push((place.clone(), Way::Borrow));
            }
            Test::True(_) | Test::Cfg(_) => {}
        },
        TerminatorKind::Call { dest, .. } | TerminatorKind::Await { dest, .. } => uses.push((dest.clone(), Way::BorrowMut)),
        TerminatorKind::Select { arms, .. } => {
            for arm in arms {
                if let SelectOp::Future(place) = &arm.op {
                    uses.push((place.clone(), Way::BorrowMut));
                }
                uses.push((arm.dest.clone(), Way::BorrowMut));
            }
        }
        TerminatorKind::Drop { place, why: DropWhy::Overwrite, .. } => uses.push((place.clone(), Way::BorrowMut)),
        _ => {}
    }
}

fn operand_use(operand: &Operand, uses: &mut Vec<(Place, Way)>) {
    match operand {
        Operand::Move(place) => uses.push((place.clone(), Way::Take)),
        Operand::Copy(place) | Operand::Use(place) | Operand::Bind(place, _) => uses.push((place.clone(), Way::Borrow)),
        Operand::Const(_) => {}
    }
}

/// Gives the captures their locals and makes every use of a parent's variable a use of one.
fn rewrite(cx: &mut Cx<'_>, body: &mut Body, found: &[Wanted]) {
    let mut captures = Vec::with_capacity(found.len());
    for wanted in found {
        let of = place_ty(cx, &body.locals, &wanted.place);
        let (mode, ty) = match wanted.way {
            Way::Take => (CaptureMode::Value, of),
            Way::Borrow => (CaptureMode::Ref, Ty::Ref(false, Box::new(of))),
            Way::BorrowMut => (CaptureMode::RefMut, Ty::Ref(true, Box::new(of))),
        };
        let variable = match wanted.place.base {
            Base::Local(local) => body.locals.get(local).map(|decl| (decl.name.clone(), decl.span)),
            _ => None,
        };
        let (name, span) = variable.unwrap_or((None, body.span));
        let local = body.locals.push(LocalDecl { kind: LocalKind::Capture, name, ty_ref: TypeRef::Infer, ty, span });
        captures.push(Capture { local, place: wanted.place.clone(), mode });
    }
    let upvars: FxHashSet<Local> = body.upvars.iter().map(|upvar| upvar.local).collect();
    for block in &mut body.blocks {
        block.statements.retain_mut(|statement| {
            if let StatementKind::Mention(place) = &statement.kind
                && matches!(place.base, Base::Local(local) if upvars.contains(&local))
            {
                return false;
            }
            statement.kind.places_mut().into_iter().for_each(|place| replace(&captures, place));
            true
        });
        block.terminator.kind.places_mut().into_iter().for_each(|place| replace(&captures, place));
    }
    for upvar in &upvars {
        if let Some(decl) = body.locals.get_mut(*upvar) {
            decl.kind = LocalKind::Temp;
        }
    }
    body.captures = captures;
}

fn replace(captures: &[Capture], place: &mut Place) {
    let Some(capture) = captures.iter().find(|capture| is_prefix(&capture.place, place)) else { return };
    let mut projections = Vec::with_capacity(place.projections.len());
    if capture.mode != CaptureMode::Value {
        projections.push(Projection::Deref);
    }
    projections.extend_from_slice(&place.projections[capture.place.projections.len()..]);
    *place = Place { base: Base::Local(capture.local), projections };
}

/// Whether the body moves something out of its environment: then it can run once only.
fn moves_out(body: &Body) -> bool {
    if !matches!(body.kind, BodyKind::Closure | BodyKind::AsyncClosure) {
        return false;
    }
    let taken: FxHashSet<Local> =
        body.captures.iter().filter(|capture| capture.mode == CaptureMode::Value).map(|capture| capture.local).collect();
    let moved = |operand: &Operand| matches!(operand, Operand::Move(Place { base: Base::Local(local), .. }) if taken.contains(local));
    body.blocks.iter().any(|block| {
        block.statements.iter().any(|statement| match &statement.kind {
            StatementKind::Assign(_, rvalue) => rvalue.operands().into_iter().any(moved),
            _ => false,
        }) || block.terminator.operands().into_iter().any(moved)
    })
}

/// Makes the environment where the closure is made.
fn capture_in_parent(cx: &mut Cx<'_>, parent: &mut Body, id: BodyId, captures: &[(Place, CaptureMode)]) {
    let mut locals = std::mem::take(&mut parent.locals);
    for block in &mut parent.blocks {
        let made = |statement: &Statement| matches!(&statement.kind, StatementKind::Assign(_, Rvalue::Closure { body: BodyRef::Global(of), .. }) if *of == id);
        let Some(at) = block.statements.iter().position(made) else { continue };
        let span = block.statements[at].span;
        let mut before = Vec::new();
        let operands = captures.iter().map(|(place, mode)| environment(cx, &mut locals, place, *mode, span, &mut before)).collect();
        if let StatementKind::Assign(_, Rvalue::Closure { captures, .. }) = &mut block.statements[at].kind {
            *captures = operands;
        }
        block.statements.splice(at..at, before);
    }
    parent.locals = locals;
}

fn environment(
    cx: &mut Cx<'_>,
    locals: &mut IndexVec<Local, LocalDecl>,
    place: &Place,
    mode: CaptureMode,
    span: crate::base::Span,
    before: &mut Vec<Statement>,
) -> Operand {
    let ty = place_ty(cx, locals, place);
    if mode == CaptureMode::Value {
        return match copied(cx, &ty) {
            Some(true) => Operand::Copy(place.clone()),
            Some(false) => Operand::Move(place.clone()),
            None => Operand::Use(place.clone()),
        };
    }
    let mutable = mode == CaptureMode::RefMut;
    let ty = if ty.is_unknown() { Ty::Unknown(Why::UninferredType) } else { ty };
    let decl = LocalDecl { kind: LocalKind::Temp, name: None, ty_ref: TypeRef::Infer, ty: Ty::Ref(mutable, Box::new(ty)), span };
    let temp = Place::local(locals.push(decl));
    before.push(Statement { kind: StatementKind::Assign(temp.clone(), Rvalue::Ref { mutable, place: place.clone() }), span });
    Operand::Copy(temp)
}

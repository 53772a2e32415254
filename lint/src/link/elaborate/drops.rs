//! From scheduled to real drops.
//!
//! A scheduled drop stays if the type has something to drop and the value may still be there. A drop of a place of which parts have been
//! moved out for certain becomes drops of the parts that are left, in order of declaration; where parts have only perhaps been moved, the
//! drop stays as it is: it drops what is there, and who follows single paths knows.

use super::place_types::place_ty;
use crate::base::{Idx, IndexVec, Name};
use crate::dataflow::{Init, InitState, Location, MovePaths, PathId, solve};
use crate::ir::{Block, BlockId, Body, Place, Projection, Terminator, TerminatorKind, Ty, VariantRef};
use crate::link::Cx;

/// Makes the drops of a body real, and takes blocks out that say nothing.
pub(super) fn drops(cx: &mut Cx<'_>, body: &mut Body) {
    let paths = MovePaths::new(body);
    let results = solve(Init { paths: &paths }, body);
    let mut decided: Vec<(BlockId, Vec<Place>)> = Vec::new();
    for (id, block) in body.blocks.iter_enumerated() {
        let TerminatorKind::Drop { place, .. } = &block.terminator.kind else { continue };
        if !results.reached(id) {
            continue;
        }
        let state = results.before(body, Location { block: id, statement: block.statements.len() });
        decided.push((id, Ladder { cx, body, paths: &paths, state: &state }.left(place)));
    }
    for (id, places) in decided {
        let TerminatorKind::Drop { target, why, .. } = body.blocks[id].terminator.kind else { continue };
        let span = body.blocks[id].terminator.span;
        let mut next = target;
        let mut places = places.into_iter();
        let first = places.next();
        for place in places.rev() {
            let terminator = Terminator { kind: TerminatorKind::Drop { place, target: next, why }, span };
            next = body.blocks.push(Block { statements: Vec::new(), terminator, loop_head: None });
        }
        body.blocks[id].terminator.kind = match first {
            Some(place) => TerminatorKind::Drop { place, target: next, why },
            None => TerminatorKind::Goto(next),
        };
    }
    simplify(body);
}

/// A scheduled drop at one point.
struct Ladder<'l, 'a> {
    cx: &'l mut Cx<'a>,
    body: &'l Body,
    paths: &'l MovePaths,
    state: &'l InitState,
}

impl Ladder<'_, '_> {
    /// What is left to drop of the place, in order.
    fn left(&mut self, place: &Place) -> Vec<Place> {
        let ty = place_ty(self.cx, &self.body.locals, place);
        let mut out = Vec::new();
        match self.paths.lookup(place) {
            Some((path, true)) => self.open(place, path, &ty, &mut out),
            Some((path, false)) if !self.state.may_be_init(path) => {}
            _ if self.cx.needs_drop(&ty) => out.push(place.clone()),
            _ => {}
        }
        out
    }

    /// Whether something below the path is gone on every way here.
    fn partly_gone(&self, path: PathId) -> bool {
        self.paths.subtree(path).into_iter().any(|below| !self.state.may_be_init(below))
    }

    fn open(&mut self, place: &Place, path: PathId, ty: &Ty, out: &mut Vec<Place>) {
        if !self.state.may_be_init(path) || !self.cx.needs_drop(ty) {
            return;
        }
        if !self.partly_gone(path) {
            out.push(place.clone());
            return;
        }
        let before = out.len();
        if !self.parts(place, path, ty, out) {
            out.truncate(before);
            out.push(place.clone());
        }
    }

    /// Drops the parts; false where they can't be listed.
    fn parts(&mut self, place: &Place, path: PathId, ty: &Ty, out: &mut Vec<Place>) -> bool {
        if let Some(inner) = self.paths.child(path, &Projection::Deref) {
            if let Ty::Adt(..) = ty {
                let place = place.project(Projection::Deref);
                let ty = place_ty(self.cx, &self.body.locals, &place);
                self.open(&place, inner, &ty, out);
                return true;
            }
            return false;
        }
        match ty {
            Ty::Tuple(parts) => {
                for (nth, ty) in parts.iter().enumerate() {
                    self.part(place, path, &Name::index(nth), ty, out);
                }
                true
            }
            Ty::Adt(adt, _) => {
                let def = &self.cx.linked.program.adts[*adt];
                if def.kind == crate::ir::AdtKind::Struct {
                    return self.fields(place, path, ty, 0, out);
                }
                // What was moved out says which variant it is.
                let variants = def.variants.len() as u32;
                for nth in 0..variants {
                    let step = Projection::Downcast(VariantRef::Resolved(*adt, nth));
                    let Some(taken_as) = self.paths.child(path, &step) else { continue };
                    if self.partly_gone(taken_as) {
                        return self.fields(&place.project(step), taken_as, ty, nth, out);
                    }
                }
                false
            }
            _ => false,
        }
    }

    fn fields(&mut self, place: &Place, path: PathId, ty: &Ty, variant: u32, out: &mut Vec<Place>) -> bool {
        let Ty::Adt(adt, _) = ty else { return false };
        let Some(def) = self.cx.linked.program.adts[*adt].variants.get(variant as usize) else { return false };
        let names: Vec<Name> = def.fields.keys().cloned().collect();
        for name in names {
            let Some(field) = self.cx.field_ty(ty, variant, &name) else { return false };
            let field = self.cx.normalize(&field);
            self.part(place, path, &name, &field, out);
        }
        true
    }

    fn part(&mut self, place: &Place, path: PathId, name: &Name, ty: &Ty, out: &mut Vec<Place>) {
        let step = Projection::Field(name.clone());
        let place = place.project(step.clone());
        match self.paths.child(path, &step) {
            Some(path) => self.open(&place, path, ty, out),
            None if self.cx.needs_drop(ty) => out.push(place),
            None => {}
        }
    }
}

/// Jumps past blocks that only jump, and takes blocks out that nothing reaches.
fn simplify(body: &mut Body) {
    let blocks = body.blocks.len();
    let follow = |body: &Body, from: BlockId| {
        let mut at = from;
        // A cycle of empty blocks is a loop that does nothing: it stays.
        for _ in 0..blocks {
            let block = &body.blocks[at];
            match block.terminator.kind {
                TerminatorKind::Goto(next) if block.statements.is_empty() && block.loop_head.is_none() && next != at => at = next,
                _ => return at,
            }
        }
        from
    };
    let ends: Vec<BlockId> = body.blocks.indices().map(|block| follow(body, block)).collect();
    for block in &mut body.blocks {
        for target in block.terminator.kind.successors_mut() {
            *target = ends[target.index()];
        }
    }
    let order = body.reverse_postorder();
    let mut names = vec![None; blocks];
    for (nth, block) in order.iter().enumerate() {
        names[block.index()] = Some(BlockId::new(nth));
    }
    let mut kept = IndexVec::new();
    for &block in &order {
        let mut block = body.blocks[block].clone();
        for target in block.terminator.kind.successors_mut() {
            if let Some(name) = names[target.index()] {
                *target = name;
            }
        }
        kept.push(block);
    }
    body.blocks = kept;
}

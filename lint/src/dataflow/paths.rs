//! Move paths: the places whose being initialised is told apart.

use rustc_hash::FxHashMap;

use crate::base::{Idx, IndexVec};
use crate::ir::{Base, Body, Local, Operand, Place, Projection, SelectOp, StatementKind, TerminatorKind};

crate::base::index_type! {
    /// A move path.
    pub struct PathId = "mp";
}

/// A place that is told apart.
#[derive(Clone, Debug)]
pub struct MovePath {
    /// The place.
    pub place: Place,
    /// The place one step shorter.
    pub parent: Option<PathId>,
    /// The places one step longer.
    pub children: Vec<PathId>,
}

/// The move paths of a body: each local, and each place that is moved, assigned or dropped as a whole, with all its prefixes.
#[derive(Clone, Debug, Default)]
pub struct MovePaths {
    /// All paths; parents before children.
    pub paths: IndexVec<PathId, MovePath>,
    by_place: FxHashMap<(PathId, Projection), PathId>,
    locals: IndexVec<Local, PathId>,
}

impl MovePaths {
    /// The paths of `body`.
    pub fn new(body: &Body) -> Self {
        let mut paths = Self::default();
        for local in body.locals.indices() {
            let root = paths.paths.push(MovePath { place: Place::local(local), parent: None, children: Vec::new() });
            paths.locals.push(root);
        }
        for block in &body.blocks {
            for statement in &block.statements {
                if let StatementKind::Assign(place, rvalue) = &statement.kind {
                    rvalue.operands().into_iter().for_each(|operand| paths.operand(operand));
                    paths.add(place);
                }
            }
            block.terminator.operands().into_iter().for_each(|operand| paths.operand(operand));
            match &block.terminator.kind {
                TerminatorKind::Call { dest, .. } | TerminatorKind::Await { dest, .. } => paths.add(dest),
                TerminatorKind::Select { arms, .. } => {
                    for arm in arms {
                        paths.add(&arm.dest);
                        if let SelectOp::Future(place) = &arm.op {
                            paths.add(place);
                        }
                    }
                }
                TerminatorKind::Drop { place, .. } => paths.add(place),
                _ => {}
            }
        }
        paths
    }

    fn operand(&mut self, operand: &Operand) {
        if let Operand::Move(place) = operand {
            self.add(place);
        }
    }

    /// Elements behind an index are not told apart: a place ends before the first such step. Those that a pattern names are.
    fn steps(place: &Place) -> &[Projection] {
        let end = place
            .projections
            .iter()
            .position(|step| matches!(step, Projection::Index(_) | Projection::Subslice))
            .unwrap_or(place.projections.len());
        &place.projections[..end]
    }

    fn add(&mut self, place: &Place) {
        let Base::Local(local) = place.base else { return };
        let steps = Self::steps(place);
        if steps.len() < place.projections.len() && steps.is_empty() {
            return;
        }
        let mut at = self.locals[local];
        for step in steps {
            let key = (at, step.clone());
            at = if let Some(&child) = self.by_place.get(&key) {
                child
            } else {
                let longer = self.paths[at].place.project(step.clone());
                let child = self.paths.push(MovePath { place: longer, parent: Some(at), children: Vec::new() });
                self.paths[at].children.push(child);
                self.by_place.insert(key, child);
                child
            };
        }
    }

    /// The path of a local.
    pub fn local(&self, local: Local) -> PathId {
        self.locals[local]
    }

    /// The path of the place, and whether it is the place's own (else that of the longest prefix which has one).
    pub fn lookup(&self, place: &Place) -> Option<(PathId, bool)> {
        let Base::Local(local) = place.base else { return None };
        let steps = Self::steps(place);
        let mut exact = steps.len() == place.projections.len();
        let mut at = *self.locals.get(local)?;
        for step in steps {
            if let Some(&child) = self.by_place.get(&(at, step.clone())) {
                at = child;
            } else {
                exact = false;
                break;
            }
        }
        Some((at, exact))
    }

    /// The path one step further, if it is told apart.
    pub fn child(&self, path: PathId, step: &Projection) -> Option<PathId> {
        self.by_place.get(&(path, step.clone())).copied()
    }

    /// The path and all below it.
    pub fn subtree(&self, path: PathId) -> Vec<PathId> {
        let mut all = vec![path];
        let mut next = 0;
        while next < all.len() {
            all.extend(&self.paths[all[next]].children);
            next += 1;
        }
        all
    }

    /// How many paths there are.
    pub fn len(&self) -> usize {
        self.paths.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The position of a path in a bit set.
    pub fn bit(path: PathId) -> usize {
        path.index()
    }
}

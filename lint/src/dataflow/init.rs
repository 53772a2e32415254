//! Which move paths may be initialised, and which may not be.
//!
//! An undecided use moves nothing: what it may have moved stays to be dropped, and whoever reads the body knows that it is undecided.

use super::{Analysis, BitSet, Lattice, Location, MovePaths, PathId};
use crate::base::Idx;
use crate::ir::{BlockId, Body, LocalKind, Operand, Place, Statement, StatementKind, Terminator, TerminatorKind};

/// What may hold of each path at a point. A path in both sets is initialised on some ways here and not on others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitState {
    /// Paths that may be initialised.
    pub maybe_init: BitSet,
    /// Paths that may be uninitialised or moved.
    pub maybe_uninit: BitSet,
}

impl Lattice for InitState {
    fn join(&mut self, other: &Self) -> bool {
        let first = self.maybe_init.join(&other.maybe_init);
        self.maybe_uninit.join(&other.maybe_uninit) || first
    }
}

impl InitState {
    /// Whether the path may be initialised.
    pub fn may_be_init(&self, path: PathId) -> bool {
        self.maybe_init.contains(path.index())
    }

    /// Whether the path may be uninitialised.
    pub fn may_be_uninit(&self, path: PathId) -> bool {
        self.maybe_uninit.contains(path.index())
    }
}

/// The analysis.
#[derive(Clone, Debug)]
pub struct Init<'p> {
    /// The paths of the body.
    pub paths: &'p MovePaths,
}

impl Init<'_> {
    fn set(&self, state: &mut InitState, path: PathId, init: bool) {
        for below in self.paths.subtree(path) {
            state.maybe_init.set(below.index(), init);
            state.maybe_uninit.set(below.index(), !init);
        }
    }

    fn assign(&self, state: &mut InitState, place: &Place) {
        if let Some((path, true)) = self.paths.lookup(place) {
            self.set(state, path, true);
        }
    }

    fn unset(&self, state: &mut InitState, place: &Place) {
        if let Some((path, true)) = self.paths.lookup(place) {
            self.set(state, path, false);
        }
    }

    fn operand(&self, state: &mut InitState, operand: &Operand) {
        if let Operand::Move(place) = operand {
            self.unset(state, place);
        }
    }
}

impl Analysis for Init<'_> {
    type Domain = InitState;
    const BACKWARD: bool = false;

    fn bottom(&self, _body: &Body) -> InitState {
        InitState { maybe_init: BitSet::new(self.paths.len()), maybe_uninit: BitSet::new(self.paths.len()) }
    }

    fn boundary(&self, body: &Body, state: &mut InitState) {
        for (local, decl) in body.locals.iter_enumerated() {
            let init = matches!(decl.kind, LocalKind::Param | LocalKind::Upvar | LocalKind::Capture);
            self.set(state, self.paths.local(local), init);
        }
    }

    fn statement(&self, state: &mut InitState, statement: &Statement, _at: Location) {
        match &statement.kind {
            StatementKind::Assign(place, rvalue) => {
                for operand in rvalue.operands() {
                    self.operand(state, operand);
                }
                self.assign(state, place);
            }
            StatementKind::StorageLive(local) | StatementKind::StorageDead(local) => {
                self.set(state, self.paths.local(*local), false);
            }
            StatementKind::Mention(_) | StatementKind::Leave => {}
        }
    }

    fn terminator(&self, state: &mut InitState, terminator: &Terminator, _at: Location) {
        for operand in terminator.operands() {
            self.operand(state, operand);
        }
        if let TerminatorKind::Drop { place, .. } = &terminator.kind {
            self.unset(state, place);
        }
    }

    fn edge(&self, state: &mut InitState, terminator: &Terminator, nth: usize, _target: BlockId) {
        match &terminator.kind {
            TerminatorKind::Call { dest, .. } => self.assign(state, dest),
            TerminatorKind::Await { dest, .. } if nth == 0 => self.assign(state, dest),
            TerminatorKind::Select { arms, .. } => {
                if let Some(arm) = arms.get(nth) {
                    self.assign(state, &arm.dest);
                }
            }
            _ => {}
        }
    }
}

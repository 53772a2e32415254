//! The worklist engine.

use std::collections::BTreeSet;

use crate::base::{Idx, IndexVec};
use crate::ir::{BlockId, Body, Statement, Terminator};

/// What may hold at a point of a body.
pub trait Lattice: Clone {
    /// Makes `self` hold what either holds; says whether that changed it.
    fn join(&mut self, other: &Self) -> bool;
}

/// A point of a body: before this statement of the block, or before its terminator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The block.
    pub block: BlockId,
    /// The statement; one past the last is the terminator.
    pub statement: usize,
}

/// What a body does to a lattice value.
pub trait Analysis {
    /// The value.
    type Domain: Lattice;
    /// Whether it goes from the exits to the entry.
    const BACKWARD: bool;

    /// What holds where nothing comes from.
    fn bottom(&self, body: &Body) -> Self::Domain;

    /// What holds at the entry (backward: at each exit).
    fn boundary(&self, body: &Body, state: &mut Self::Domain);

    /// What a statement does.
    fn statement(&self, state: &mut Self::Domain, statement: &Statement, at: Location);

    /// What a terminator does before control leaves it.
    fn terminator(&self, state: &mut Self::Domain, terminator: &Terminator, at: Location);

    /// What happens on one edge out of a terminator: a call's result comes to be on the edge to its target only.
    fn edge(&self, _state: &mut Self::Domain, _terminator: &Terminator, _nth: usize, _target: BlockId) {}
}

/// A solved analysis. Invariant: `at_block` holds the value at each block's entry (backward: at its end).
#[derive(Clone, Debug)]
pub struct Results<A: Analysis> {
    /// The analysis, to replay.
    pub analysis: A,
    at_block: IndexVec<BlockId, A::Domain>,
    reached: IndexVec<BlockId, bool>,
}

/// Runs `analysis` on `body` until nothing changes.
pub fn solve<A: Analysis>(analysis: A, body: &Body) -> Results<A> {
    let order = body.reverse_postorder();
    let bottom = analysis.bottom(body);
    let mut results = Results {
        at_block: IndexVec::from_elem(bottom.clone(), body.blocks.len()),
        reached: IndexVec::from_elem(false, body.blocks.len()),
        analysis,
    };
    for &block in &order {
        results.reached[block] = true;
    }
    if A::BACKWARD {
        backward(&mut results, body, &order);
    } else {
        forward(&mut results, body, &order);
    }
    results
}

/// The rank of each reached block in `order`, so that a worklist takes blocks in that order.
fn ranks(body: &Body, order: &[BlockId]) -> Vec<usize> {
    let mut ranks = vec![usize::MAX; body.blocks.len()];
    for (rank, block) in order.iter().enumerate() {
        ranks[block.index()] = rank;
    }
    ranks
}

fn forward<A: Analysis>(results: &mut Results<A>, body: &Body, order: &[BlockId]) {
    let Some(&entry) = order.first() else { return };
    results.analysis.boundary(body, &mut results.at_block[entry]);
    let ranks = ranks(body, order);
    // Every block is taken once even where its entry value stays bottom.
    let mut work: BTreeSet<usize> = (0..order.len()).collect();
    while let Some(rank) = work.pop_first() {
        let block = order[rank];
        let mut state = results.at_block[block].clone();
        let data = &body.blocks[block];
        for (nth, statement) in data.statements.iter().enumerate() {
            results.analysis.statement(&mut state, statement, Location { block, statement: nth });
        }
        let at = Location { block, statement: data.statements.len() };
        results.analysis.terminator(&mut state, &data.terminator, at);
        for (nth, target) in data.terminator.kind.successors().into_iter().enumerate() {
            let mut out = state.clone();
            results.analysis.edge(&mut out, &data.terminator, nth, target);
            if results.at_block[target].join(&out) {
                work.insert(ranks[target.index()]);
            }
        }
    }
}

fn backward<A: Analysis>(results: &mut Results<A>, body: &Body, order: &[BlockId]) {
    let ranks = ranks(body, order);
    let mut predecessors: Vec<Vec<BlockId>> = vec![Vec::new(); body.blocks.len()];
    for &block in order {
        let successors = body.blocks[block].terminator.kind.successors();
        if successors.is_empty() {
            results.analysis.boundary(body, &mut results.at_block[block]);
        }
        for target in successors {
            predecessors[target.index()].push(block);
        }
    }
    let mut work: BTreeSet<usize> = (0..order.len()).collect();
    while let Some(rank) = work.pop_last() {
        let block = order[rank];
        let mut state = results.at_block[block].clone();
        let data = &body.blocks[block];
        let at = Location { block, statement: data.statements.len() };
        results.analysis.terminator(&mut state, &data.terminator, at);
        for (nth, statement) in data.statements.iter().enumerate().rev() {
            results.analysis.statement(&mut state, statement, Location { block, statement: nth });
        }
        for &before in &predecessors[block.index()] {
            let mut out = state.clone();
            let terminator = &body.blocks[before].terminator;
            for (nth, target) in terminator.kind.successors().into_iter().enumerate() {
                if target == block {
                    results.analysis.edge(&mut out, terminator, nth, target);
                }
            }
            if results.at_block[before].join(&out) {
                work.insert(ranks[before.index()]);
            }
        }
    }
}

impl<A: Analysis> Results<A> {
    /// The value at a block's entry (backward: at its end).
    pub fn at_block(&self, block: BlockId) -> &A::Domain {
        &self.at_block[block]
    }

    /// Whether the entry reaches the block.
    pub fn reached(&self, block: BlockId) -> bool {
        self.reached[block]
    }

    /// The value before a point (backward: after it).
    pub fn before(&self, body: &Body, at: Location) -> A::Domain {
        let mut state = self.at_block[at.block].clone();
        let data = &body.blocks[at.block];
        let end = data.statements.len();
        if A::BACKWARD {
            if at.statement < end {
                self.analysis.terminator(&mut state, &data.terminator, Location { block: at.block, statement: end });
                for nth in (at.statement + 1..end).rev() {
                    self.analysis.statement(&mut state, &data.statements[nth], Location { block: at.block, statement: nth });
                }
            }
        } else {
            for (nth, statement) in data.statements.iter().enumerate().take(at.statement) {
                self.analysis.statement(&mut state, statement, Location { block: at.block, statement: nth });
            }
        }
        state
    }
}

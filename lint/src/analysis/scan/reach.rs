//! Which blocks of a body lead where.

use crate::base::{Idx, IndexVec};
use crate::ir::{BlockId, Body, TerminatorKind};

/// The blocks from which the site can be reached, the ways of a dropped future left out.
pub fn reaching(body: &Body, site: BlockId) -> Vec<bool> {
    let mut before: IndexVec<BlockId, Vec<BlockId>> = IndexVec::from_elem(Vec::new(), body.blocks.len());
    for (block, data) in body.blocks.iter_enumerated() {
        for next in forward(&data.terminator.kind) {
            before[next].push(block);
        }
    }
    let mut reached: IndexVec<BlockId, bool> = IndexVec::from_elem(false, body.blocks.len());
    let mut work = vec![site];
    while let Some(block) = work.pop() {
        for &from in &before[block] {
            if !std::mem::replace(&mut reached[from], true) {
                work.push(from);
            }
        }
    }
    reached.raw().to_vec()
}

/// Whether a block can lead to itself.
pub fn in_loop(body: &Body, at: BlockId) -> bool {
    reaching(body, at).get(at.index()).copied().unwrap_or(false)
}

/// The blocks that can be reached from the site.
pub fn reached(body: &Body, site: BlockId) -> Vec<bool> {
    let mut reached: IndexVec<BlockId, bool> = IndexVec::from_elem(false, body.blocks.len());
    let mut work = vec![site];
    while let Some(block) = work.pop() {
        for next in forward(&body.blocks[block].terminator.kind) {
            if !std::mem::replace(&mut reached[next], true) {
                work.push(next);
            }
        }
    }
    reached.raw().to_vec()
}

/// The blocks that may come next, those of a dropped future left out.
pub fn forward(kind: &TerminatorKind) -> Vec<BlockId> {
    match kind {
        TerminatorKind::Await { resume, .. } => vec![*resume],
        TerminatorKind::Select { arms, otherwise, .. } => arms.iter().map(|arm| arm.target).chain(*otherwise).collect(),
        other => other.successors(),
    }
}

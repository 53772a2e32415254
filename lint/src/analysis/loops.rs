//! The shape of a body: its natural loops, its joins, and what is dead at them.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::dominators::simple_fast;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::base::Idx;
use crate::dataflow::{Analysis, Liveness, Location, solve};
use crate::ir::{Base, BlockId, Body, Callee, Local, Program, Rvalue, StatementKind, TerminatorKind, Test};

/// The loops of a body by their heads, and how many ways lead into each block.
#[derive(Clone, Debug, Default)]
pub struct Loops {
    members: BTreeMap<BlockId, Vec<bool>>,
    entries: Vec<u32>,
    /// Per join, the locals that nobody reads again, directly or through a reference.
    dead: BTreeMap<BlockId, Vec<Local>>,
    /// Of loops over an iterator: the block in which `None` is told from `Some`.
    tests: BTreeMap<BlockId, BlockId>,
    /// The loops that stand in the source: not the one in which a `select!` asks again with an arm less.
    written: BTreeSet<BlockId>,
}

impl Loops {
    /// Finds them: a back edge is one to a block that dominates its source; its loop is what reaches the source without the head
    /// (Aho, Lam, Sethi, Ullman, *Compilers*, 2nd ed., 9.6).
    pub fn of(body: &Body, program: &Program) -> Self {
        let mut graph = DiGraph::<(), ()>::new();
        let nodes: Vec<NodeIndex> = body.blocks.iter().map(|_| graph.add_node(())).collect();
        let mut entries = vec![0; nodes.len()];
        for (block, data) in body.blocks.iter_enumerated() {
            for next in data.terminator.kind.successors() {
                graph.add_edge(nodes[block.index()], nodes[next.index()], ());
                entries[next.index()] += 1;
            }
        }
        let Some(&root) = nodes.first() else { return Self::default() };
        let dominators = simple_fast(&graph, root);
        let mut members: BTreeMap<BlockId, Vec<bool>> = BTreeMap::new();
        for edge in graph.edge_indices() {
            let Some((source, head)) = graph.edge_endpoints(edge) else { continue };
            if !dominators.dominators(source).is_some_and(|mut all| all.any(|node| node == head)) {
                continue;
            }
            let inside = members.entry(BlockId::new(head.index())).or_insert_with(|| vec![false; nodes.len()]);
            inside[head.index()] = true;
            let mut todo = vec![source];
            while let Some(node) = todo.pop() {
                if !inside[node.index()] {
                    inside[node.index()] = true;
                    todo.extend(graph.neighbors_directed(node, petgraph::Direction::Incoming));
                }
            }
        }
        let tests = members.keys().filter_map(|&head| Some((head, next_test(body, program, head)?))).collect();
        let written = members.keys().copied().filter(|&head| body.blocks[head].loop_head.is_some()).collect();
        let joins = body.blocks.indices().filter(|block| entries[block.index()] > 1 || members.contains_key(block));
        let dead = dead(body, joins);
        Self { members, entries, dead, tests, written }
    }

    /// Whether `block` is the head of a loop.
    pub fn is_head(&self, block: BlockId) -> bool {
        self.members.contains_key(&block)
    }

    /// Whether the loop with this head stands in the source.
    pub fn is_written(&self, head: BlockId) -> bool {
        self.written.contains(&head)
    }

    /// Whether the loop with this head is over an iterator.
    pub fn is_counted(&self, head: BlockId) -> bool {
        self.tests.contains_key(&head)
    }

    /// Whether the loop with this head is over an iterator, and `block` is where it turns out to be at its end.
    pub fn is_exhausted(&self, head: BlockId, block: BlockId) -> bool {
        self.tests.get(&head) == Some(&block)
    }

    /// Whether several ways lead into `block`.
    pub fn is_join(&self, block: BlockId) -> bool {
        self.entries.get(block.index()).is_some_and(|&count| count > 1)
    }

    /// The locals that are dead at a join.
    pub fn dead(&self, block: BlockId) -> &[Local] {
        self.dead.get(&block).map_or(&[], Vec::as_slice)
    }

    /// The heads of the loops that the edge leaves.
    pub fn left(&self, from: BlockId, to: BlockId) -> impl Iterator<Item = BlockId> {
        self.members.iter().filter(move |(_, inside)| inside[from.index()] && !inside[to.index()]).map(|(&head, _)| head)
    }

    /// The heads of the loops that hold `block`.
    pub fn around(&self, block: BlockId) -> impl Iterator<Item = BlockId> {
        self.members.iter().filter(move |(_, inside)| inside[block.index()]).map(|(&head, _)| head)
    }
}

/// The block that tests what `Iterator::next`, called at the head of a loop, has returned.
fn next_test(body: &Body, program: &Program, head: BlockId) -> Option<BlockId> {
    let TerminatorKind::Call { callee: Callee::Fn(func, _) | Callee::Trait(func, _), target: Some(target), .. } =
        &body.blocks[head].terminator.kind
    else {
        return None;
    };
    let tests = matches!(&body.blocks[*target].terminator.kind, TerminatorKind::Switch { test: Test::Variant(..), .. });
    (program.fns[*func].name == "next" && tests).then_some(*target)
}

fn dead(body: &Body, joins: impl Iterator<Item = BlockId>) -> BTreeMap<BlockId, Vec<Local>> {
    let mut borrowed = vec![false; body.locals.len()];
    for statement in body.blocks.iter().flat_map(|block| &block.statements) {
        if let StatementKind::Assign(_, Rvalue::Ref { place, .. }) = &statement.kind
            && let Base::Local(local) = place.base
        {
            borrowed[local.index()] = true;
        }
    }
    let liveness = Liveness { drops: true };
    let results = solve(liveness, body);
    joins
        .map(|block| {
            let data = &body.blocks[block];
            let mut live = results.at_block(block).clone();
            let end = data.statements.len();
            liveness.terminator(&mut live, &data.terminator, Location { block, statement: end });
            for (statement, data) in data.statements.iter().enumerate().rev() {
                liveness.statement(&mut live, data, Location { block, statement });
            }
            (block, body.locals.indices().filter(|local| !borrowed[local.index()] && !live.contains(local.index())).collect())
        })
        .collect()
}

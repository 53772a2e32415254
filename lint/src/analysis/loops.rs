//! The natural loops of a body.

use std::collections::BTreeMap;

use petgraph::algo::dominators::simple_fast;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::base::Idx;
use crate::ir::{BlockId, Body};

/// The loops of a body by their heads, and how many ways lead into each block.
#[derive(Clone, Debug, Default)]
pub struct Loops {
    members: BTreeMap<BlockId, Vec<bool>>,
    entries: Vec<u32>,
}

impl Loops {
    /// Finds them: a back edge is one to a block that dominates its source; its loop is what reaches the source without the head
    /// (Aho, Lam, Sethi, Ullman, *Compilers*, 2nd ed., 9.6).
    pub fn of(body: &Body) -> Self {
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
        Self { members, entries }
    }

    /// Whether `block` is the head of a loop.
    pub fn is_head(&self, block: BlockId) -> bool {
        self.members.contains_key(&block)
    }

    /// Whether several ways lead into `block`.
    pub fn is_join(&self, block: BlockId) -> bool {
        self.entries.get(block.index()).is_some_and(|&count| count > 1)
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

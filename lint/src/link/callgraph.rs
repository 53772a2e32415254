//! Who calls whom, and in which order summaries can be made: callees first.
//!
//! Edges are the calls that elaboration resolved, closures included, and functions that are named as values. A call through a parameter
//! or a trait object has no edge: whom it reaches is the analysis's business.

use std::hash::Hash;

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use super::Linked;
use crate::ir::{BodyId, Callee, Const, FnId, Operand, Rvalue, StatementKind, TerminatorKind};

/// What is reached from some roots, with its calls: functions, or what else stands for a call.
#[derive(Clone, Debug)]
pub struct CallGraph<N> {
    callees: FxHashMap<N, Vec<N>>,
    /// Strongly connected components, each after those that it calls; what is in one is in order.
    pub components: Vec<Vec<N>>,
}

impl<N: Clone + Ord + Hash> CallGraph<N> {
    /// The graph from these roots down to what is settled, which it leaves out. `called` says whom one calls, each once.
    pub fn new(roots: &[N], called: impl Fn(&N) -> Vec<N>, settled: impl Fn(&N) -> bool) -> Self {
        let mut callees: FxHashMap<N, Vec<N>> = FxHashMap::default();
        let mut order: Vec<N> = Vec::new();
        let mut round: Vec<N> = roots.to_vec();
        while !round.is_empty() {
            round.sort_unstable();
            round.dedup();
            round.retain(|node| !callees.contains_key(node) && !settled(node));
            let found: Vec<(N, Vec<N>)> = round.into_iter().map(|node| (node.clone(), called(&node))).collect();
            round = found.iter().flat_map(|(_, called)| called.iter().cloned()).collect();
            order.extend(found.iter().map(|(node, _)| node.clone()));
            callees.extend(found);
        }
        let components = components(&order, &callees);
        Self { callees, components }
    }

    /// Whom this one calls.
    pub fn callees(&self, node: &N) -> &[N] {
        self.callees.get(node).map_or(&[], Vec::as_slice)
    }
}

fn components<N: Clone + Ord + Hash>(order: &[N], callees: &FxHashMap<N, Vec<N>>) -> Vec<Vec<N>> {
    let mut graph: DiGraph<N, ()> = DiGraph::new();
    let indices: FxHashMap<N, NodeIndex> = order.iter().map(|node| (node.clone(), graph.add_node(node.clone()))).collect();
    for node in order {
        for callee in callees.get(node).into_iter().flatten() {
            if let Some(to) = indices.get(callee) {
                graph.add_edge(indices[node], *to, ());
            }
        }
    }
    let sorted = |component: Vec<NodeIndex>| {
        let mut nodes: Vec<N> = component.into_iter().map(|node| graph[node].clone()).collect();
        nodes.sort_unstable();
        nodes
    };
    tarjan_scc(&graph).into_iter().map(sorted).collect()
}

/// The functions that the bodies of one call or name, and those that implement what they ask a trait for, in order, each once.
pub fn called_by(linked: &Linked, func: FnId) -> Vec<FnId> {
    let mut found = named_by(linked, func);
    for body in bodies(linked, func) {
        for block in &linked.body(body).blocks {
            if let TerminatorKind::Call { callee: Callee::Trait(func, ty), .. } = &block.terminator.kind {
                found.extend(linked.impl_of(*func, ty).map(|(func, _)| func));
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The functions that the bodies of one call by themselves or name as values, in order, each once.
pub fn named_by(linked: &Linked, func: FnId) -> Vec<FnId> {
    let mut found = Vec::new();
    let operand = |found: &mut Vec<FnId>, operand: &Operand| {
        if let Operand::Const(Const::Fn(func, _)) = operand {
            found.push(*func);
        }
    };
    for body in bodies(linked, func) {
        for block in &linked.body(body).blocks {
            for statement in &block.statements {
                if let StatementKind::Assign(_, value) = &statement.kind {
                    for used in Rvalue::operands(value) {
                        operand(&mut found, used);
                    }
                }
            }
            block.terminator.operands().into_iter().for_each(|used| operand(&mut found, used));
            if let TerminatorKind::Call { callee: Callee::Fn(func, _), .. } = &block.terminator.kind {
                found.push(*func);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The bodies of a function: its own, and those of its closures and async blocks.
pub fn bodies(linked: &Linked, func: FnId) -> impl Iterator<Item = BodyId> + '_ {
    linked.program.fns[func].body.into_iter().flat_map(|root| linked.group(root))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callees_come_first_and_cycles_are_one_component() {
        let linked = crate::link::tests::link_text(
            "
            fn top() { even(1); std::mem::drop(0u8); }
            fn even(n: u32) -> bool { odd(n) }
            fn odd(n: u32) -> bool { let f = leaf; let g = || even(n); g(); f() }
            fn leaf() -> bool { true }
            fn never_called() {}
            ",
        );
        let graph = CallGraph::new(&[linked.fn_by_path("app::top").unwrap()], |func| called_by(&linked, *func), |_| false);
        let names: Vec<Vec<&str>> =
            graph.components.iter().map(|all| all.iter().map(|func| linked.program.fns[*func].path.as_str()).collect()).collect();
        assert_eq!(names, [vec!["app::leaf"], vec!["app::even", "app::odd"], vec!["std::mem::drop"], vec!["app::top"]]);
    }
}

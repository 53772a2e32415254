//! Who calls whom, by function, and in which order summaries can be made: callees first.
//!
//! Edges are the calls that elaboration resolved, closures included, and functions that are named as values. A call through a parameter
//! or a trait object has no edge: whom it reaches is the analysis's business.

use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use rustc_hash::FxHashMap;

use super::Linked;
use crate::ir::{BodyId, Callee, Const, FnId, Operand, Rvalue, StatementKind, TerminatorKind};

/// The functions that are reached from some roots, with their calls.
#[derive(Clone, Debug, Default)]
pub struct CallGraph {
    callees: FxHashMap<FnId, Vec<FnId>>,
    /// Strongly connected components, each after those that it calls; their functions in order.
    pub components: Vec<Vec<FnId>>,
}

impl CallGraph {
    /// The graph from these functions down to those that are settled, which it leaves out. Bodies are elaborated as they are reached.
    pub fn new(linked: &Linked, roots: &[FnId], settled: &dyn Fn(FnId) -> bool) -> Self {
        let mut callees: FxHashMap<FnId, Vec<FnId>> = FxHashMap::default();
        let mut order: Vec<FnId> = Vec::new();
        let mut round: Vec<FnId> = roots.to_vec();
        while !round.is_empty() {
            round.sort_unstable();
            round.dedup();
            round.retain(|func| !callees.contains_key(func) && !settled(*func));
            let found: Vec<(FnId, Vec<FnId>)> = round.iter().map(|func| (*func, called_by(linked, *func))).collect();
            round = found.iter().flat_map(|(_, called)| called.iter().copied()).collect();
            order.extend(found.iter().map(|(func, _)| *func));
            callees.extend(found);
        }
        let components = components(&order, &callees);
        Self { callees, components }
    }

    /// The functions that this one calls, in order, each once.
    pub fn callees(&self, func: FnId) -> &[FnId] {
        self.callees.get(&func).map_or(&[], Vec::as_slice)
    }
}

fn components(order: &[FnId], callees: &FxHashMap<FnId, Vec<FnId>>) -> Vec<Vec<FnId>> {
    let mut graph: DiGraph<FnId, ()> = DiGraph::new();
    let nodes: FxHashMap<FnId, NodeIndex> = order.iter().map(|func| (*func, graph.add_node(*func))).collect();
    for func in order {
        for callee in callees.get(func).into_iter().flatten() {
            if let Some(to) = nodes.get(callee) {
                graph.add_edge(nodes[func], *to, ());
            }
        }
    }
    let sorted = |component: Vec<NodeIndex>| {
        let mut funcs: Vec<FnId> = component.into_iter().map(|node| graph[node]).collect();
        funcs.sort_unstable();
        funcs
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
        let graph = CallGraph::new(&linked, &[linked.fn_by_path("app::top").unwrap()], &|_| false);
        let names: Vec<Vec<&str>> =
            graph.components.iter().map(|all| all.iter().map(|func| linked.program.fns[*func].path.as_str()).collect()).collect();
        assert_eq!(names, [vec!["app::leaf"], vec!["app::even", "app::odd"], vec!["std::mem::drop"], vec!["app::top"]]);
    }
}

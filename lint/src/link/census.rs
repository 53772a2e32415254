//! What is not known, counted: calls without a callee, uses that are undecided, types that nothing fixes, by reason.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Linked;
use crate::base::{FileSpan, Idx};
use crate::ir::{Body, BodyId, BodyRef, Callee, Container, LocalKind, Operand, Rvalue, StatementKind, TerminatorKind, Test, Ty, Why};

/// The counts of one body, or of many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Bodies, closures included.
    pub bodies: usize,
    /// Calls, those that macros make left out.
    pub calls: usize,
    /// Calls whose function is known.
    pub resolved: usize,
    /// Calls of a trait's function on a type that the caller decides.
    pub by_caller: usize,
    /// Calls of a closure or function pointer.
    pub values: usize,
    /// Calls that are not resolved, by reason.
    pub unknown_calls: BTreeMap<Why, usize>,
    /// Uses that could not be decided.
    pub undecided: usize,
    /// Variables and temporaries.
    pub locals: usize,
    /// Those whose type is not known, by reason.
    pub unknown_types: BTreeMap<Why, usize>,
    /// `?` on something that is not known.
    pub unknown_tries: usize,
    /// Expressions that make a value of unknown kind, by reason.
    pub opaque: BTreeMap<Why, usize>,
    /// Where calls are not resolved: the place, the name, the reason.
    pub places: Vec<(FileSpan, String, Why)>,
}

impl Census {
    fn add(mut self, other: Self) -> Self {
        self.bodies += other.bodies;
        self.calls += other.calls;
        self.resolved += other.resolved;
        self.by_caller += other.by_caller;
        self.values += other.values;
        self.undecided += other.undecided;
        self.locals += other.locals;
        self.unknown_tries += other.unknown_tries;
        for (mine, theirs) in [
            (&mut self.unknown_calls, other.unknown_calls),
            (&mut self.unknown_types, other.unknown_types),
            (&mut self.opaque, other.opaque),
        ] {
            for (why, count) in theirs {
                *mine.entry(why).or_default() += count;
            }
        }
        self.places.extend(other.places);
        self
    }
}

/// Counts the bodies of all crates that are no stubs; each is elaborated for it.
pub fn census(linked: &Linked) -> Census {
    let own = |body: &BodyId| {
        let krate = linked.names.modules[linked.scope_of(*body).module].krate;
        !linked.program.krates[krate].stub
    };
    let roots: Vec<BodyId> =
        linked.program.bodies.indices().filter(|body| linked.program.bodies[*body].root == *body).filter(own).collect();
    let groups: Vec<Vec<BodyId>> = roots.par_iter().map(|root| made(linked, *root)).collect();
    let bodies = groups.concat();
    let counted: Vec<Census> = bodies.par_iter().map(|body| count(linked, *body)).collect();
    counted.into_iter().fold(Census::default(), Census::add)
}

/// The bodies of a root that some reachable statement makes: what `cfg` takes out is not counted.
fn made(linked: &Linked, root: BodyId) -> Vec<BodyId> {
    let mut all = vec![root];
    let mut next = 0;
    while let Some(&body) = all.get(next) {
        next += 1;
        for statement in linked.body(body).blocks.iter().flat_map(|block| &block.statements) {
            if let StatementKind::Assign(_, Rvalue::Closure { body: BodyRef::Global(inner), .. }) = &statement.kind
                && !all.contains(inner)
            {
                all.push(*inner);
            }
        }
    }
    all
}

/// Counts one body.
pub fn count(linked: &Linked, id: BodyId) -> Census {
    let mut census = Census { bodies: 1, ..Census::default() };
    let body: &Body = linked.body(id);
    let file = linked.program.bodies[id].file;
    for (local, decl) in body.locals.iter_enumerated() {
        if matches!(decl.kind, LocalKind::Upvar) || local.index() == 0 {
            continue;
        }
        census.locals += 1;
        if let Ty::Unknown(why) = decl.ty {
            *census.unknown_types.entry(why).or_default() += 1;
        }
    }
    let undecided = |operand: &&Operand| matches!(operand, Operand::Use(_) | Operand::Bind(..));
    for block in &body.blocks {
        for statement in &block.statements {
            let StatementKind::Assign(_, rvalue) = &statement.kind else { continue };
            census.undecided += rvalue.operands().iter().filter(|operand| undecided(operand)).count();
            if let Rvalue::Opaque(why, _) = rvalue {
                *census.opaque.entry(*why).or_default() += 1;
            }
        }
        census.undecided += block.terminator.operands().iter().filter(|operand| undecided(operand)).count();
        if let TerminatorKind::Switch { test: Test::Try(_), .. } = block.terminator.kind {
            census.unknown_tries += 1;
        }
        let TerminatorKind::Call { callee, name_span, .. } = &block.terminator.kind else { continue };
        census.calls += 1;
        let (name, why) = match callee {
            Callee::Intrinsic(_) => {
                census.calls -= 1;
                continue;
            }
            Callee::Fn(func, _) => {
                let def = &linked.program.fns[*func];
                // A trait's function without a body of its own, on a parameter.
                if matches!(def.container, Container::Trait(_)) && def.body.is_none() && !def.primitive {
                    census.by_caller += 1;
                } else {
                    census.resolved += 1;
                }
                continue;
            }
            Callee::Trait(_, Ty::Param(_) | Ty::Opaque(_) | Ty::Dyn(_) | Ty::Projection(..)) => {
                census.by_caller += 1;
                continue;
            }
            Callee::Trait(func, ty) => {
                let why = if let Ty::Unknown(why) = ty { *why } else { Why::UnresolvedMethod };
                (format!("{} on {}", linked.program.fns[*func].path, linked.show(ty)), why)
            }
            Callee::Value(_) => {
                census.values += 1;
                continue;
            }
            Callee::Unknown(name, why) => (name.to_string(), *why),
            Callee::Method(name, _) => (name.to_string(), Why::UnresolvedMethod),
            Callee::Path(path) => (path.last().map_or_else(String::new, |last| last.name.to_string()), Why::UnresolvedPath),
        };
        *census.unknown_calls.entry(why).or_default() += 1;
        census.places.push((name_span.in_file(file), name, why));
    }
    census
}

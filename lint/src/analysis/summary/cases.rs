//! In which cases a function comes back, and what it has done in each.
//!
//! Its paths are followed with the variants that are known on them: of what it has made, of what a callee has come back with, of what was
//! tested. A `?` so leads from the failure of a callee to its own, with what the callee has done where it fails. A callee of the same component
//! comes back, while that is settled, in the cases that are known by now; none at first.
//!
//! ```text
//! fn close(&mut self) -> Result<(), Busy> {
//!     self.check()?;                     // `Err`: nothing has happened to `self`
//!     drop(self.jobs.take());            // `Ok`: it may have been acted on
//!     Ok(())
//! }
//! ```

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rustc_hash::FxHashMap;

use super::calls::{Key, Target, closures};
use super::flow::Flow;
use super::{Effect, Summary};
use crate::base::Idx;
use crate::ir::{
    AdtKind, Base, BlockId, Body, BodyId, Const, Local, Operand, Place, RETURN, Rvalue, StatementKind, TerminatorKind, Test, Ty, VariantRef,
};
use crate::link::Linked;

/// A function whose paths are more than this, for each of its blocks, is spoken of as a whole.
const WAYS: usize = 8;

/// A case in which a call comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The variant of the result; of a `bool`, 0 or 1.
    pub variant: u32,
    /// What may have happened then.
    pub effect: Effect,
}

/// The variants that are known on a path.
type Known = BTreeMap<Local, u32>;

/// A block, with what is known before it.
type Node = (BlockId, Known);

/// A step to another node; of a call, the case in which the callee came back.
struct Step {
    to: usize,
    case: Option<u32>,
}

/// The cases of a function whose result has variants, in their order. `None`: it is spoken of as a whole.
pub fn cases(flow: &mut Flow<'_>, key: &Key, root: BodyId) -> Option<Vec<Case>> {
    let linked = flow.linked;
    let variants = variants_of(linked, &linked.program.fns[key.func].ret)?;
    let body = linked.body(root);
    let mut nodes: IndexMap<Node, Vec<Step>> = IndexMap::from([((Idx::new(0), Known::new()), Vec::new())]);
    let mut ends: Vec<(usize, Option<u32>)> = Vec::new();
    let mut from = 0;
    while let Some(((block, known), _)) = nodes.get_index(from) {
        let (block, mut known) = (*block, known.clone());
        if nodes.len() > WAYS * body.blocks.len() {
            return None;
        }
        for statement in &body.blocks[block].statements {
            follow(&mut known, &statement.kind);
        }
        if matches!(body.blocks[block].terminator.kind, TerminatorKind::Return) {
            ends.push((from, known.get(&Local::new(RETURN as usize)).copied()));
        }
        for (target, known, case) in ways(flow, root, body, block, known) {
            let to = nodes.entry((target, known));
            let step = Step { to: to.index(), case };
            to.or_default();
            nodes[from].push(step);
        }
        from += 1;
    }
    let mut effects: FxHashMap<(BlockId, Vec<u32>), Effect> = FxHashMap::default();
    let mut found: Vec<Case> = Vec::new();
    for variant in 0..variants {
        let ends = ends.iter().filter(|(_, end)| end.is_none_or(|end| end == variant)).map(|(node, _)| *node);
        let reached = back_from(&nodes, ends);
        if !reached[0] {
            continue;
        }
        let mut effect = Effect::default();
        for (((block, _), steps), _) in nodes.iter().zip(&reached).filter(|(_, reached)| **reached) {
            let mut cases: Vec<u32> = steps.iter().filter(|step| reached[step.to]).filter_map(|step| step.case).collect();
            cases.sort_unstable();
            let done = effects
                .entry((*block, cases))
                .or_insert_with_key(|(block, cases)| flow.effect_of(|flow| block_in(flow, root, *block, cases)));
            effect.extend(done);
        }
        found.push(Case { variant, effect });
    }
    Some(found)
}

impl Summary {
    /// Forgets cases that tell nothing: it may come back in each, and has done the same.
    pub(super) fn settle_cases(&mut self, linked: &Linked, key: &Key) {
        let variants = variants_of(linked, &linked.program.fns[key.func].ret);
        self.cases.take_if(|cases| {
            Some(cases.len()) == variants.map(|count| count as usize)
                && cases.iter().all(|case| case.effect.params == cases[0].effect.params)
        });
    }
}

/// What a block does, where its call comes back in these cases; none: however it does.
fn block_in(flow: &mut Flow<'_>, root: BodyId, block: BlockId, cases: &[u32]) {
    let linked = flow.linked;
    let data = &linked.body(root).blocks[block];
    flow.statements(root, data);
    flow.returned_by(root, data);
    closures(data).for_each(|inner| flow.closure(inner));
    match (&data.terminator.kind, flow.calls.target(root, block)) {
        (TerminatorKind::Call { args, dest, .. }, Some(Target::Fn(key))) if !cases.is_empty() => {
            let summary = flow.known(key);
            for case in summary.cases.iter().flatten().filter(|case| cases.contains(&case.variant)) {
                flow.by_effect(root, args, dest, &case.effect);
            }
        }
        _ => _ = flow.terminator(root, block, data),
    }
}

/// Where a block leads, with what is known there, and the case of its call.
fn ways(flow: &Flow<'_>, root: BodyId, body: &Body, block: BlockId, known: Known) -> Vec<(BlockId, Known, Option<u32>)> {
    let kind = &body.blocks[block].terminator.kind;
    match kind {
        TerminatorKind::Call { dest, target: Some(target), .. } => {
            let mut known = known;
            forget(&mut known, dest);
            let callee = match (dest.as_local(), flow.calls.target(root, block)) {
                (Some(local), Some(Target::Fn(key))) => flow.known(key).cases.clone().map(|cases| (local, cases)),
                _ => None,
            };
            let Some((local, cases)) = callee else { return vec![(*target, known, None)] };
            let with = |variant| known.iter().map(|(local, is)| (*local, *is)).chain([(local, variant)]).collect();
            cases.iter().map(|case| (*target, with(case.variant), Some(case.variant))).collect()
        }
        TerminatorKind::Switch { test, then, otherwise } => {
            let Some((local, variant, count)) = asked(flow.linked, body, test) else {
                return vec![(*then, known.clone(), None), (*otherwise, known, None)];
            };
            match known.get(&local) {
                Some(is) if *is == variant => vec![(*then, known, None)],
                Some(_) => vec![(*otherwise, known, None)],
                None => {
                    let mut yes = known.clone();
                    yes.insert(local, variant);
                    let mut no = known;
                    if count == 2 {
                        no.insert(local, 1 - variant);
                    }
                    vec![(*then, yes, None), (*otherwise, no, None)]
                }
            }
        }
        _ => {
            let mut known = known;
            match kind {
                TerminatorKind::Await { dest, .. } => forget(&mut known, dest),
                TerminatorKind::Select { arms, .. } => arms.iter().map(|arm| &arm.dest).for_each(|dest| forget(&mut known, dest)),
                _ => {}
            }
            kind.successors().into_iter().map(|target| (target, known.clone(), None)).collect()
        }
    }
}

/// The local of which a test asks for a variant, which one, and how many its type has.
fn asked(linked: &Linked, body: &Body, test: &Test) -> Option<(Local, u32, u32)> {
    let (place, variant) = match test {
        Test::Variant(place, VariantRef::Resolved(_, variant)) => (place, *variant),
        Test::True(operand) => (operand.place()?, 1),
        _ => return None,
    };
    let local = place.as_local()?;
    let count = variants_of(linked, &body.locals[local].ty)?;
    (variant < count).then_some((local, variant, count))
}

/// What a statement tells of variants.
fn follow(known: &mut Known, statement: &StatementKind) {
    match statement {
        StatementKind::Assign(place, value) => {
            let variant = match value {
                Rvalue::Adt { variant: VariantRef::Resolved(_, variant), .. } => Some(*variant),
                Rvalue::Use(Operand::Const(Const::Bool(value))) => Some(u32::from(*value)),
                Rvalue::Use(operand) => operand.place().and_then(Place::as_local).and_then(|local| known.get(&local).copied()),
                _ => None,
            };
            // Who borrows it may change it.
            if let Rvalue::Ref { mutable: true, place: target } = value {
                forget(known, target);
            }
            if place.as_local().is_some() {
                forget(known, place);
            }
            if let (Some(local), Some(variant)) = (place.as_local(), variant) {
                known.insert(local, variant);
            }
        }
        StatementKind::StorageLive(local) | StatementKind::StorageDead(local) => _ = known.remove(local),
        StatementKind::Mention(_) | StatementKind::Leave => {}
    }
}

fn forget(known: &mut Known, place: &Place) {
    if let Base::Local(local) = place.base {
        known.remove(&local);
    }
}

/// How many variants a type has.
fn variants_of(linked: &Linked, ty: &Ty) -> Option<u32> {
    match ty {
        Ty::Prim(name) if name == "bool" => Some(2),
        Ty::Adt(def, _) if linked.program.adts[*def].kind == AdtKind::Enum => u32::try_from(linked.program.adts[*def].variants.len()).ok(),
        _ => None,
    }
}

/// The nodes from which one of these can be reached.
fn back_from(nodes: &IndexMap<Node, Vec<Step>>, ends: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut reached = vec![false; nodes.len()];
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (from, steps) in nodes.values().enumerate() {
        for step in steps {
            before[step.to].push(from);
        }
    }
    let mut work: Vec<usize> = ends.collect();
    while let Some(node) = work.pop() {
        if !std::mem::replace(&mut reached[node], true) {
            work.extend(&before[node]);
        }
    }
    reached
}

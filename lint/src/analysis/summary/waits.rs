//! Latent waits: what each call of a function waits for first, whatever it is given; whether anybody ends the wait is for the caller's state
//! to say.
//!
//! ```text
//! fn collect(line: &Line) -> Vec<u32> { line.all() }    // waits on `line.replies`, in `all`
//! impl Line { fn all(&self) -> Vec<u32> { self.replies.iter().collect() } }
//! ```
//!
//! Deliberately absent: waits that some paths leave out, and waits before which something is done that might end them. They depend on the call.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::calls::{Key, Target, singles};
use super::flow::Flow;
use crate::base::{FileSpan, Idx, Name};
use crate::ir::{Base, BlockId, Body, BodyId, Clause, FnId, Local, Operand, Place, Projection, Subject, TerminatorKind, Ty};
use crate::link::Linked;

/// How many copies and borrows lie between a parameter and the place where it is waited on.
const STEPS: usize = 8;

/// A wait that a call comes to before anything else that matters to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latent {
    /// Who waits, by its contract.
    pub func: FnId,
    /// What it is given to wait on.
    pub on: Subject,
    /// The user's functions on the way, the called one first, each with the place in it that leads there.
    pub through: Vec<(FnId, FileSpan)>,
}

impl Latent {
    /// The wait that a primitive is.
    pub fn of_primitive(linked: &Linked, func: FnId) -> Option<Self> {
        let waits = linked.program.fns[func].contract.clauses.iter().find_map(|clause| match clause {
            Clause::Parks { on: Some(on), deadline: false, .. } | Clause::Joins { on, deadline: false } => Some(on.param),
            _ => None,
        });
        waits.map(|param| Self { func, on: Subject { param, fields: Vec::new() }, through: Vec::new() })
    }
}

/// The wait that each call of a function comes to first.
pub fn first_wait(flow: &mut Flow<'_>, key: &Key, root: BodyId) -> Option<Latent> {
    let linked = flow.linked;
    let body = linked.body(root);
    for (block, data) in body.blocks.iter_enumerated() {
        let (TerminatorKind::Call { args, dest, .. }, Some(Target::Fn(callee))) = (&data.terminator.kind, flow.calls.target(root, block))
        else {
            continue;
        };
        let Some(wait) = flow.known(callee).wait.clone() else { continue };
        // The call of an async function is none: the wait is where what it has made is awaited.
        let at = if linked.program.fns[callee.func].is_async { awaited(body, dest) } else { Some(block) };
        let on = args.get(wait.on.param).and_then(|arg| from_param(body, arg, &wait.on.fields));
        let (Some(at), Some(on)) = (at, on) else { continue };
        let before = leads_to(body, at);
        let is_end = |block: &BlockId| *block != at && matches!(body.blocks[*block].terminator.kind, TerminatorKind::Return);
        if before.iter().any(is_end) || !before.iter().all(|passed| keeps_still(flow, root, *passed, [at, block])) {
            continue;
        }
        let place = FileSpan { file: linked.program.bodies[root].file, span: body.blocks[at].terminator.span };
        let here = (!linked.program.krates[linked.program.fns[key.func].krate].stub).then_some((key.func, place));
        return Some(Latent { on, through: here.into_iter().chain(wait.through).collect(), ..wait });
    }
    None
}

/// Whether a block does nothing to what the function was given, its own part in the wait left out.
fn keeps_still(flow: &mut Flow<'_>, root: BodyId, block: BlockId, wait: [BlockId; 2]) -> bool {
    let body = flow.linked.body(root);
    let data = &body.blocks[block];
    let waits = wait.contains(&block);
    let effect = flow.effect_of(|flow| {
        flow.statements(root, data);
        if !waits {
            flow.terminator(root, block, data);
        }
    });
    let gives_away = match &data.terminator.kind {
        _ if waits => false,
        TerminatorKind::Drop { place, .. } => flow.of_place(root, place) != 0,
        TerminatorKind::Call { args, .. } => {
            args.iter().any(|arg| matches!(arg, Operand::Move(place) if !is_borrow(body, place)) && flow.of(root, arg) != 0)
        }
        _ => false,
    };
    effect.quiet && effect.is_harmless() && !gives_away
}

fn is_borrow(body: &Body, place: &Place) -> bool {
    place.as_local().is_some_and(|local| matches!(body.locals[local].ty, Ty::Ref(..)))
}

/// Where the future that lies in a place is awaited.
fn awaited(body: &Body, future: &Place) -> Option<BlockId> {
    let mut found = body.blocks.iter_enumerated().filter(
        |(_, block)| matches!(&block.terminator.kind, TerminatorKind::Await { future: awaited, .. } if awaited.place() == Some(future)),
    );
    found.next().map(|(block, _)| block)
}

/// What an operand is, from a parameter on, and further along these fields.
fn from_param(body: &Body, operand: &Operand, fields: &[Name]) -> Option<Subject> {
    let single: FxHashMap<Local, Place> = singles(body);
    let mut place = operand.place()?;
    let mut path: Vec<Name> = fields.iter().rev().cloned().collect();
    for _ in 0..STEPS {
        for step in place.projections.iter().rev() {
            match step {
                Projection::Deref => {}
                Projection::Field(name) => path.push(name.clone()),
                _ => return None,
            }
        }
        let Base::Local(local) = place.base else { return None };
        if (1..=body.params).contains(&local.index()) {
            path.reverse();
            return Some(Subject { param: local.index() - 1, fields: path });
        }
        place = single.get(&local)?;
    }
    None
}

/// The blocks that are passed before a block is reached for the first time, and that block.
fn leads_to(body: &Body, at: BlockId) -> BTreeSet<BlockId> {
    let mut seen = BTreeSet::from([at]);
    let mut work: Vec<BlockId> = vec![Idx::new(0)];
    while let Some(block) = work.pop() {
        if seen.insert(block) {
            work.extend(body.blocks[block].terminator.kind.successors());
        }
    }
    seen
}

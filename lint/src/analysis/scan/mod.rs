//! Observations on one body at a time, with nothing run: what becomes of one answer.
//!
//! A receive in a loop that takes EOF for nothing spins, whoever calls it and with whatever channel; a send whose error is thrown away in a
//! loop without end goes on for ever. For these the code around the call is the proof, so each body of the program is looked at, those that
//! no entry point reaches included.

mod accept;
mod branch;
mod eof;
mod facts;
mod fails;
mod hangup;
mod held;
mod known;
mod library;
mod lost;
mod once;
mod origin;
mod promise;
mod reach;
mod reads;
mod walk;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::entry::said;
use super::hazard::{Hazard, HazardKind, Sight};
use super::state::State;
use crate::base::{FileSpan, Idx, Span};
use crate::ir::{BlockId, Body, BodyId, Callee, FnId, Local, Operand, Place, Rvalue, StatementKind, TerminatorKind, Ty};
use crate::link::Linked;
use facts::Facts;
use known::{Env, Key};

pub use fails::panics;
pub use lost::thrown_away;
pub use promise::{absent_methods, lacks_methods};
pub(super) use reach::{forward, in_loop};

/// What the program's own bodies show by themselves, in the order of the bodies, those of failed functions left out; and the functions on which
/// it fails, with what was said.
pub fn scan(linked: &Linked, failed: &BTreeMap<FnId, String>) -> (Vec<Hazard>, BTreeMap<FnId, String>) {
    let program = &linked.program;
    let own = |func: FnId| !program.krates[program.fns[func].krate].stub && !failed.contains_key(&func);
    let roots: Vec<(FnId, BodyId)> =
        program.fns.iter_enumerated().filter(|&(func, _)| own(func)).filter_map(|(func, def)| Some((func, def.body?))).collect();
    let facts = Facts::new(linked);
    let mut hazards: Vec<Hazard> = promise::missing_methods(program).into_iter().map(Seen::hazard).collect();
    let mut broken = BTreeMap::new();
    for (func, root) in roots {
        match catch_unwind(AssertUnwindSafe(|| scan_root(&facts, func, root))) {
            Ok(seen) => hazards.extend(seen.into_iter().map(Seen::hazard)),
            Err(cause) => {
                broken.insert(func, said(&*cause));
            }
        }
    }
    (hazards, broken)
}

/// A sight, and where.
struct Seen {
    sight: Sight,
    at: FileSpan,
    func: Option<FnId>,
}

impl Seen {
    fn new(facts: &Facts<'_>, id: BodyId, sight: Sight, span: Span) -> Self {
        let def = &facts.program.bodies[id];
        Self { sight, at: FileSpan { file: def.file, span }, func: def.func }
    }

    /// A hazard that needs no state.
    fn hazard(self) -> Hazard {
        Hazard { kind: HazardKind::Sight(self.sight), at: self.at, func: self.func, state: State::default(), later: Vec::new() }
    }
}

fn scan_root(facts: &Facts<'_>, func: FnId, root: BodyId) -> Vec<Seen> {
    let mut found = Vec::new();
    promise::scan(facts, func, root, &mut found);
    for id in facts.linked.group(root) {
        eof::scan(facts, id, &mut found);
        hangup::scan(facts, id, &mut found);
        accept::scan(facts, id, &mut found);
    }
    found
}

/// What the user calls a place: `self.inbox`. `None` where its variable has no name in the source.
fn spelled(body: &Body, (local, fields): &Key) -> Option<String> {
    let name = body.locals[*local].name.as_ref()?;
    Some(fields.iter().fold(name.to_string(), |place, field| format!("{place}.{field}")))
}

/// The place that an argument refers to, where it is a reference made for the call.
fn referred(facts: &Facts<'_>, id: BodyId, arg: &Operand) -> Option<Key> {
    let body = facts.linked.body(id);
    let local = arg.place()?.as_local()?;
    let env = Env::default();
    let mut places = body.blocks.iter().flat_map(|block| &block.statements).filter_map(|statement| match &statement.kind {
        StatementKind::Assign(place, Rvalue::Ref { place: target, .. } | Rvalue::Use(Operand::Copy(target)))
            if place.as_local() == Some(local) && matches!(body.locals[local].ty, Ty::Ref(..)) =>
        {
            Some(target)
        }
        _ => None,
    });
    match (places.next(), places.next()) {
        (Some(target), None) => {
            let (key, _) = env.key(target)?;
            let again = target.projections.first() == Some(&crate::ir::Projection::Deref) && key.1.is_empty();
            if again { referred(facts, id, &Operand::Copy(crate::ir::Place::local(key.0))).or(Some(key)) } else { Some(key) }
        }
        _ => lent(facts, body, local).map_or(Some((local, Vec::new())), |arg| referred(facts, id, arg)),
    }
}

/// What a reference comes from that a library's function makes of its one argument, as the slice of a vector.
fn lent<'b>(facts: &Facts<'_>, body: &'b Body, local: Local) -> Option<&'b Operand> {
    body.blocks.iter().find_map(|block| match &block.terminator.kind {
        TerminatorKind::Call { callee: Callee::Fn(func, _), args, dest, .. } if dest.as_local() == Some(local) => {
            let [arg] = args.as_slice() else { return None };
            views(facts, *func).then_some(arg)
        }
        _ => None,
    })
}

/// Whether a library's function does nothing but hand out its argument as something else.
fn views(facts: &Facts<'_>, func: FnId) -> bool {
    let def = &facts.program.fns[func];
    let Some(root) = def.body.filter(|_| facts.program.krates[def.krate].stub && matches!(def.ret, Ty::Ref(..))) else { return false };
    let first = |operand: &Operand| operand.place().and_then(Place::as_local).is_some_and(|local| local.index() == 1);
    let mut statements = facts.linked.body(root).blocks.iter().flat_map(|block| &block.statements);
    let casts = statements.next().is_some_and(|only| matches!(&only.kind, StatementKind::Assign(_, Rvalue::Cast(from, _)) if first(from)));
    casts && statements.next().is_none()
}

/// Whether one of two keys lies within the other.
fn overlap(a: &Key, b: &Key) -> bool {
    a.0 == b.0 && (a.1.starts_with(&b.1) || b.1.starts_with(&a.1))
}

/// Where the future that a call makes is awaited: the block, with where its output goes.
fn awaited<'b>(body: &'b crate::ir::Body, future: &crate::ir::Place) -> Option<(&'b crate::ir::Place, BlockId, BlockId)> {
    body.blocks.iter_enumerated().find_map(|(at, block)| match &block.terminator.kind {
        TerminatorKind::Await { future: operand, dest, resume, .. } if operand.place() == Some(future) => Some((dest, *resume, at)),
        _ => None,
    })
}

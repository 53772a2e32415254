//! Receives and reads in loops that take EOF for one more message.
//!
//! The proof is a way from EOF back to the same receive on which nothing waits and nothing that the EOF changed is asked: as the answer is
//! EOF from now on, that way is gone for ever.

use std::collections::BTreeSet;

use super::facts::{Answer, Facts};
use super::held;
use super::known::{Env, Key, Known};
use super::origin::origin;
use super::reach::{forward, in_loop, reaching};
use super::walk::Walk;
use super::{Seen, awaited, overlap, reads, referred, spelled};
use crate::analysis::hazard::Sight;
use crate::base::{Idx, Name};
use crate::ir::{
    AdtKind, Base, BlockId, Body, BodyId, Callee, Clause, Const, FnId, Operand, Place, Projection, Rvalue, SelectArm, SelectOp,
    StatementKind, TerminatorKind, Ty, VariantRef, Why,
};
use crate::link::table::subst;

/// Looks at each receive and each `select!` of a body.
pub fn scan(facts: &Facts<'_>, id: BodyId, found: &mut Vec<Seen>) {
    let body = facts.linked.body(id);
    for (at, block) in body.blocks.iter_enumerated() {
        facts.refuel();
        match &block.terminator.kind {
            TerminatorKind::Call {
                callee: callee @ (Callee::Fn(func, _) | Callee::Trait(func, _)),
                args,
                dest,
                target: Some(target),
                ..
            } => {
                let substs = if let Callee::Fn(_, substs) = callee { substs.as_slice() } else { &[] };
                let Some(answer) = facts.answer_with(*func, substs) else { continue };
                if !in_loop(body, at) {
                    continue;
                }
                let start = if facts.program.fns[*func].is_async {
                    awaited(body, dest).map(|(output, resume, _)| (output, resume))
                } else {
                    Some((dest, *target))
                };
                let from = args.first().and_then(|arg| referred(facts, id, arg));
                if let Some((dest, start)) = start
                    && spins(facts, id, at, (args, from.clone()), dest, start, &answer)
                    && !(leaves(body, &reaching(body, at), at, start) && args.first().is_some_and(|from| told_by_drop(facts, body, from)))
                {
                    found.push(Seen::new(facts, id, ignored(body, false, from.as_ref()), block.terminator.span));
                }
            }
            TerminatorKind::Select { arms, otherwise, blocking: true, .. } if in_loop(body, at) => {
                let within = reaching(body, at);
                for arm in arms {
                    // An end that is gone is ready at once, each time. A way out in any other arm will be taken some day.
                    let others = arms.iter().filter(|other| !std::ptr::eq(*other, arm)).map(|other| other.target).chain(*otherwise);
                    if let SelectOp::Recv(operand) = &arm.op
                        && let Some(answer) = received(facts, body, operand)
                        && !others.into_iter().any(|other| leaves(body, &within, at, other))
                        && spins(facts, id, at, (&[], key_of(facts, id, operand)), &arm.dest, arm.target, &answer)
                    {
                        found.push(Seen::new(facts, id, ignored(body, false, key_of(facts, id, operand).as_ref()), arm.span));
                    }
                }
            }
            TerminatorKind::Select { arms, blocking: false, .. } => {
                if let Some((arm, from)) = swallowed(facts, id, at, arms) {
                    found.push(Seen::new(facts, id, ignored(body, true, from.as_ref()), arm.span));
                }
            }
            _ => {}
        }
    }
}

/// Whether what comes out of a receiver is an enum of the program's own, and some `drop` says one of its variants: then a loop that has a
/// way out leaves on that, and the end of the channel, which comes after it, is never seen.
fn told_by_drop(facts: &Facts<'_>, body: &Body, receiver: &Operand) -> bool {
    let message = receiver.place().and_then(|place| type_at(facts, body, place));
    let Some(Ty::Adt(_, substs)) = message else { return false };
    let Some(Ty::Adt(told, _)) = substs.first() else { return false };
    if facts.program.adts[*told].kind != AdtKind::Enum || facts.program.krates[facts.program.adts[*told].krate].stub {
        return false;
    }
    let says = |func: FnId| {
        let Some(id) = facts.program.fns[func].body else { return false };
        let sends = |kind: &TerminatorKind| match kind {
            TerminatorKind::Call { callee: Callee::Fn(sent, _), .. } => {
                facts.program.fns[*sent].contract.clauses.iter().any(|clause| matches!(clause, Clause::Sends { .. }))
            }
            _ => false,
        };
        let made = |kind: &StatementKind| match kind {
            StatementKind::Assign(_, Rvalue::Adt { variant: VariantRef::Resolved(def, _), .. }) => def == told,
            _ => false,
        };
        let blocks = &facts.linked.body(id).blocks;
        blocks.iter().any(|block| sends(&block.terminator.kind))
            && blocks.iter().flat_map(|block| &block.statements).any(|statement| made(&statement.kind))
    };
    facts.program.adts.iter().filter_map(|adt| adt.drop_fn).any(says)
}

fn ignored(body: &Body, select: bool, from: Option<&Key>) -> Sight {
    Sight::EofIgnored { select, from: from.and_then(|from| spelled(body, from)) }
}

/// What an arm of a `select!` that blocks gets from its receiver.
fn received(facts: &Facts<'_>, body: &Body, operand: &Operand) -> Option<Answer> {
    let Ty::Adt(def, substs) = type_at(facts, body, operand.place()?)? else { return None };
    // A timer has nobody who could hang up.
    if substs.iter().any(|ty| facts.is_clock(ty)) {
        return None;
    }
    let unknown = vec![Ty::Unknown(Why::UninferredType); substs.len()];
    let recv = facts.linked.method_of(&Ty::Adt(def, unknown), &Name::new("recv"))?;
    facts.answer(recv).filter(|answer| !answer.deadline)
}

/// The type of what lies at a place, references left out.
fn type_at(facts: &Facts<'_>, body: &Body, place: &Place) -> Option<Ty> {
    let Base::Local(local) = place.base else { return None };
    let bare = |ty: &Ty| {
        let mut ty = ty;
        while let Ty::Ref(_, inner) = ty {
            ty = inner;
        }
        ty.clone()
    };
    place.projections.iter().try_fold(bare(&body.locals[local].ty), |ty, step| match (step, &ty) {
        (Projection::Deref, _) => Some(ty),
        (Projection::Field(name), Ty::Adt(def, substs)) => {
            let adt = &facts.program.adts[*def];
            Some(bare(&subst(adt.variants.first()?.fields.get(name.as_str())?, &adt.generics, substs)))
        }
        _ => None,
    })
}

/// The receiver in an arm.
fn key_of(facts: &Facts<'_>, id: BodyId, operand: &Operand) -> Option<Key> {
    referred(facts, id, operand).or_else(|| Env::default().key(operand.place()?).map(|(key, _)| key))
}

fn spins(
    facts: &Facts<'_>,
    id: BodyId,
    site: BlockId,
    (args, receiver): (&[Operand], Option<Key>),
    dest: &Place,
    start: BlockId,
    answer: &Answer,
) -> bool {
    let walk = Walk::new(facts, id, Some(site), 0);
    let body = facts.linked.body(id);
    // Which of its arguments a function of the program's own reads from, and what else it needs for that, its type does not say.
    let lasts = |arg: &Operand| arg.place().is_none() || referred(facts, id, arg).is_some_and(|key| !walk.made_anew(&key));
    if answer.plain && !args.iter().all(lasts) {
        return false;
    }
    let start_env = |known: &Known, at_eof: bool| {
        let mut env = Env::default();
        for arg in args.iter().skip(1) {
            let buffer = arg.place().and_then(Place::as_local).filter(|local| matches!(body.locals[*local].ty, Ty::Ref(true, _)));
            if let Some(local) = buffer
                && let Some(key) = referred(facts, id, arg)
            {
                let grows = at_eof && grows(&body.locals[local].ty);
                let known = match grows {
                    true if emptied(facts, id, &walk, &key, site) => Known::Empty,
                    true => Known::Kept,
                    false => Known::Buffer,
                };
                env.set(key, known);
            }
        }
        env.write(dest, known.clone());
        env
    };
    let eof = walk.run(start, start_env(&answer.eof, true));
    if eof.rounds.is_empty() || eof.handled || eof.cut {
        return false;
    }
    if receiver.as_ref().is_some_and(|receiver| walk.made_anew(receiver) || held::has_sender(facts, id, receiver, site)) {
        return false;
    }
    let got = walk.run(start, start_env(&answer.got, false));
    if got.cut || !eof.exits.iter().all(|exit| got.blocks.contains(exit)) {
        return false;
    }
    // A loop inside may come to its end, and only then is it asked whether the outer one goes on.
    let within = reaching(body, site);
    let inner = eof.old.iter().filter(|&&test| turns(body, &within, site, test));
    let reads: Vec<_> = eof.exits.iter().chain(inner).map(|&exit| reads::of_test(facts, id, exit)).collect();
    // A way out that old things decide on stays shut: it was open before too, nobody outside has a part in it, and nothing that is written on
    // the way.
    !reads.iter().any(|reads| reads.outside)
        && eof.rounds.iter().any(|writes| {
            let untouched = |key: &Key| !writes.iter().any(|(_, written)| overlap(written, key));
            receiver.as_ref().is_none_or(untouched) && reads.iter().flat_map(|reads| &reads.keys).all(untouched)
        })
}

/// Whether one side of a test can lead out of the loops around the site without coming back to it, and the other can't.
fn turns(body: &Body, within: &[bool], site: BlockId, test: BlockId) -> bool {
    let TerminatorKind::Switch { then, otherwise, .. } = &body.blocks[test].terminator.kind else { return false };
    leaves(body, within, site, *then) != leaves(body, within, site, *otherwise)
}

/// Whether a read adds to what it is given, and fills no slice.
fn grows(ty: &Ty) -> bool {
    matches!(ty, Ty::Ref(true, inner) if matches!(**inner, Ty::Adt(..)))
}

/// Whether a buffer has nothing in it at each read but the first: the loop makes it anew, or clears it.
fn emptied(facts: &Facts<'_>, id: BodyId, walk: &Walk<'_, '_>, buffer: &Key, site: BlockId) -> bool {
    let body = facts.linked.body(id);
    let origin = origin(facts, id, buffer);
    let empties = |block: BlockId| match &body.blocks[block].terminator.kind {
        TerminatorKind::Call { callee: Callee::Fn(func, _), args, dest, .. } => {
            let stub = facts.program.krates[facts.program.fns[*func].krate].stub;
            let number = |arg: &Operand| matches!(arg, Operand::Const(Const::Int(_)));
            let anew = args.iter().all(number) && Env::default().key(dest).is_some_and(|(key, _)| key == *buffer || key == origin);
            let clears = facts.program.fns[*func].contract.clauses.iter().any(|clause| matches!(clause, Clause::Clears(_)));
            let same = || args.first().and_then(|arg| referred(facts, id, arg)).is_some_and(|key| key == *buffer);
            stub && (anew || (clears && same()))
        }
        _ => false,
    };
    let mut seen = BTreeSet::new();
    let mut work = forward(&body.blocks[site].terminator.kind);
    while let Some(block) = work.pop() {
        if block == site {
            return false;
        }
        if walk.is_around(block) && !empties(block) && seen.insert(block) {
            work.extend(forward(&body.blocks[block].terminator.kind));
        }
    }
    true
}

/// An arm whose pattern lets EOF fall through, in a loop that only time drives from then on, and its receiver.
fn swallowed<'b>(facts: &Facts<'_>, id: BodyId, at: BlockId, arms: &'b [SelectArm]) -> Option<(&'b SelectArm, Option<Key>)> {
    let body = facts.linked.body(id);
    if !in_loop(body, at) {
        return None;
    }
    let mut ticks = false;
    let mut first = None;
    let within = reaching(body, at);
    for arm in arms {
        // A way out of the loop in any arm, or after the select, will do.
        if leaves(body, &within, at, arm.target) {
            return None;
        }
        // What any other arm waits for is all the same: it leads back to the select.
        let Some((func, substs, args)) = made_by(body, arm) else { continue };
        match facts.answer_with(func, substs).filter(|answer| !answer.deadline) {
            Some(answer) => {
                let mut env = Env::default();
                env.write(&arm.dest, answer.eof);
                let ways = Walk::new(facts, id, Some(at), 0).run(arm.target, env);
                if !ways.back || ways.handled || ways.cut || !ways.exits.is_empty() {
                    return None;
                }
                // An arm that takes whatever comes is taken again at once.
                ticks |= !arm.refutable && arm.guard.is_none() && !ways.rounds.is_empty();
                first = first.or_else(|| Some((arm, args.first().and_then(|arg| referred(facts, id, arg)))));
            }
            None => ticks |= arm.guard.is_none() && makes_time(facts, func),
        }
    }
    first.filter(|_| ticks)
}

/// The function that makes an arm's future, where it is known, with its type arguments and what it is given.
fn made_by<'b>(body: &'b Body, arm: &SelectArm) -> Option<(crate::ir::FnId, &'b [Ty], &'b [Operand])> {
    let SelectOp::Future(place) = &arm.op else { return None };
    body.blocks.iter().find_map(|block| match &block.terminator.kind {
        TerminatorKind::Call { callee: Callee::Fn(func, substs), args, dest, .. } if dest == place => {
            Some((*func, substs.as_slice(), args.as_slice()))
        }
        _ => None,
    })
}

/// Whether what a function makes ends by time alone: its future, or the one of a type that it returns.
fn makes_time(facts: &Facts<'_>, func: crate::ir::FnId) -> bool {
    let passes = |func| (facts.touches(func).waits || facts.is_yield(func)) && waits_for_time(facts, func);
    passes(func) || facts.polls(&facts.program.fns[func].ret).is_some_and(passes)
}

/// Whether a future ends by time alone: no wait in it speaks of an object.
fn waits_for_time(facts: &Facts<'_>, func: crate::ir::FnId) -> bool {
    use crate::ir::Clause;
    let def = &facts.program.fns[func];
    let clauses = &def.contract.clauses;
    if !clauses.is_empty() {
        return clauses.iter().all(|clause| matches!(clause, Clause::Parks { on: None, .. }));
    }
    let Some(root) = def.body.filter(|_| facts.program.krates[def.krate].stub) else { return false };
    let mut calls = facts.linked.body(root).blocks.iter().filter_map(|block| match &block.terminator.kind {
        TerminatorKind::Call { callee: Callee::Fn(inner, _), .. } if facts.touches(*inner).waits => Some(*inner),
        _ => None,
    });
    calls.any(|inner| waits_for_time(facts, inner))
}

/// Whether a block leads out of the loop around the select without passing it again.
fn leaves(body: &Body, within: &[bool], select: BlockId, from: BlockId) -> bool {
    let mut seen = BTreeSet::from([select]);
    let mut work = vec![from];
    while let Some(block) = work.pop() {
        if !seen.insert(block) {
            continue;
        }
        if !within.get(block.index()).copied().unwrap_or(false) {
            let dead =
                matches!(body.blocks[block].terminator.kind, TerminatorKind::Unreachable) && body.blocks[block].statements.is_empty();
            if dead {
                continue;
            }
            return true;
        }
        work.extend(forward(&body.blocks[block].terminator.kind));
    }
    false
}

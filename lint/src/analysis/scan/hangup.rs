//! Sends whose error is thrown away in a loop that nothing else ends.

use super::facts::Facts;
use super::known::{Env, Known};
use super::reach::forward;
use super::walk::Walk;
use super::{Seen, awaited, referred, spelled};
use crate::analysis::hazard::Sight;
use crate::analysis::machine::head;
use crate::base::Idx;
use crate::ir::{BlockId, Body, BodyId, Callee, Clause, EndRole, FnId, Operand, Place, TerminatorKind, Test, Ty, TypeRole};
use crate::link::table::subst;

/// How deep a library's function is looked into for the send that it comes to.
const WRAPPERS: usize = 4;

/// Looks at each send of a body.
pub fn scan(facts: &Facts<'_>, id: BodyId, found: &mut Vec<Seen>) {
    let body = facts.linked.body(id);
    for (at, block) in body.blocks.iter_enumerated() {
        let TerminatorKind::Call { callee: Callee::Fn(func, substs), args, dest, target: Some(target), .. } = &block.terminator.kind else {
            continue;
        };
        let Some(error) = primitive(facts, *func, substs, WRAPPERS).and_then(|send| send_error(facts, send)) else { continue };
        let walk = Walk::new(facts, id, Some(at), 0);
        if !walk.is_around(at) || !is_endless(facts, id, body, &walk) || !same_sender(facts, id, body, &walk, args) {
            continue;
        }
        let start = if facts.program.fns[*func].is_async {
            awaited(body, dest).map(|(dest, resume, _)| (dest, resume))
        } else {
            Some((dest, *target))
        };
        if let Some((dest, start)) = start
            && is_ignored(facts, &walk, dest, start, error)
        {
            let into = args.first().and_then(|arg| referred(facts, id, arg)).and_then(|sender| spelled(body, &sender));
            found.push(Seen::new(facts, id, Sight::HangupIgnored { body: id, into }, block.terminator.span));
        }
    }
}

/// What a library's function comes to that only hands on what it is called on: `SinkExt::send` of a channel's sender.
fn primitive(facts: &Facts<'_>, func: FnId, substs: &[Ty], left: usize) -> Option<FnId> {
    let def = &facts.program.fns[func];
    let inside = def.body.filter(|_| facts.program.krates[def.krate].stub && def.contract.clauses.is_empty());
    let Some(root) = inside else { return Some(func) };
    let left = left.checked_sub(1)?;
    facts.linked.body(root).blocks.iter().find_map(|block| {
        let TerminatorKind::Call { callee, args, .. } = &block.terminator.kind else { return None };
        let (place, path) = referred(facts, root, args.first()?)?;
        if place.index() != 1 || !path.is_empty() {
            return None;
        }
        match callee {
            Callee::Trait(inner, ty) => {
                let (own, substs) = facts.linked.impl_of(*inner, &subst(ty, &def.generics, substs)).filter(|(own, _)| own != inner)?;
                primitive(facts, own, &substs, left)
            }
            Callee::Fn(inner, given) => {
                let given: Vec<Ty> = given.iter().map(|ty| subst(ty, &def.generics, substs)).collect();
                primitive(facts, *inner, &given, left)
            }
            _ => None,
        }
    })
}

/// What a send returns when the receiver is gone for good; `None` for other functions, and where receivers may come back.
fn send_error(facts: &Facts<'_>, func: FnId) -> Option<Known> {
    let def = &facts.program.fns[func];
    let (on, lossy) = def.contract.clauses.iter().find_map(|clause| match clause {
        Clause::Sends { on, lossy } => Some((on, *lossy)),
        _ => None,
    })?;
    if !facts.is_end(func, on, &[EndRole::Sender]) || subscribable(facts, func, on.param) {
        return None;
    }
    let result = facts.linked.adt_by_path("std::result::Result")?;
    match &def.ret {
        Ty::Adt(ret, substs) if *ret == result => {
            let closed = facts.closed(substs.get(1));
            // Of a send that may fail because the channel is full, the error must tell.
            (!lossy || closed != Known::Mixed).then(|| Known::Adt(result, 1, vec![closed]))
        }
        _ => None,
    }
}

/// Whether a sender can make new receivers.
fn subscribable(facts: &Facts<'_>, func: FnId, param: usize) -> bool {
    let Some(sender) = facts.program.fns[func].params.get(param).and_then(head) else { return true };
    facts.program.fns.iter().any(|other| {
        let same = other.contract.clauses.iter().any(|clause| matches!(clause, Clause::Same(_)));
        let receiver = || {
            head(&other.ret)
                .and_then(|def| facts.program.adts[def].role.as_ref())
                .is_some_and(|role| matches!(role, TypeRole::End { role: EndRole::Receiver, .. }))
        };
        same && other.params.first().and_then(head) == Some(sender) && receiver()
    })
}

/// Whether nothing leads out of the loop around the send, and nothing in it waits for a message.
fn is_endless(facts: &Facts<'_>, id: BodyId, body: &Body, walk: &Walk<'_, '_>) -> bool {
    body.blocks.iter_enumerated().filter(|(at, _)| walk.is_around(*at)).all(|(_, block)| {
        let kind = &block.terminator.kind;
        let stays = |next: BlockId| walk.is_around(next) || is_dead(body, next) || is_exhausted(facts, body, kind, next);
        !facts.touched_by(id, kind).receives && forward(kind).into_iter().all(stays)
    })
}

/// Whether a way is that of an iterator that has come to its end, and the iterator has none: `for n in 0..`.
fn is_exhausted(facts: &Facts<'_>, body: &Body, kind: &TerminatorKind, next: BlockId) -> bool {
    let TerminatorKind::Switch { test: Test::Variant(place, _), then, otherwise } = kind else { return false };
    if next != *otherwise || next == *then {
        return false;
    }
    let mut made = body.blocks.iter().filter_map(|block| match &block.terminator.kind {
        TerminatorKind::Call { callee: Callee::Fn(func, _), dest, .. } if dest == place => Some(*func),
        _ => None,
    });
    matches!((made.next(), made.next()), (Some(func), None) if facts.is_never_none(func))
}

fn is_dead(body: &Body, at: BlockId) -> bool {
    body.blocks[at].statements.is_empty() && matches!(body.blocks[at].terminator.kind, TerminatorKind::Unreachable)
}

/// Whether it is one and the same sender each time round.
fn same_sender(facts: &Facts<'_>, id: BodyId, body: &Body, walk: &Walk<'_, '_>, args: &[Operand]) -> bool {
    let Some(sender) = args.first().and_then(|arg| referred(facts, id, arg)) else { return false };
    let named = body.locals[sender.0].name.is_some() || body.locals[sender.0].kind != crate::ir::LocalKind::Temp;
    named && !walk.made_anew(&sender)
}

fn is_ignored(facts: &Facts<'_>, walk: &Walk<'_, '_>, dest: &Place, start: BlockId, error: Known) -> bool {
    facts.refuel();
    let mut env = Env::default();
    env.write(dest, error);
    let ways = walk.run(start, env);
    ways.back && !ways.handled && !ways.panics && !ways.cut
}

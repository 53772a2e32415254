//! Where what lies in a place was handed on from: by moves, by wrappers that hold nothing beside it, by calls that give back what they are given.
//!
//! ```text
//! let line = Wrapped(String::new()).0;        // from what `String::new` gave
//! let path = same(Some(dir.join("x"))).unwrap();  // from what `join` gave
//! ```

use super::facts::Facts;
use super::known::{Env, Key};
use super::referred;
use crate::base::{Idx, Name};
use crate::ir::{BodyId, Callee, FnId, Local, Operand, RETURN, Rvalue, StatementKind, TerminatorKind};

/// How deep it is looked into functions for what they give back.
const WITHIN: usize = 3;

/// From where what lies at a key was handed on, one step back: an answer for each time that it is written, `None` where it is made there.
pub fn sources(facts: &Facts<'_>, id: BodyId, key: &Key) -> Vec<Option<Key>> {
    sources_within(facts, id, key, WITHIN)
}

/// Where what lies at a key first lay, as far back as there is but one way.
pub fn origin(facts: &Facts<'_>, id: BodyId, key: &Key) -> Key {
    origin_within(facts, id, key, WITHIN)
}

/// Where what an operand hands on lies.
pub fn lies(facts: &Facts<'_>, id: BodyId, operand: &Operand) -> Option<Key> {
    match operand.place()? {
        place if place.as_local().is_some() => referred(facts, id, operand),
        place => Env::default().key(place).map(|(key, _)| key),
    }
}

fn sources_within(facts: &Facts<'_>, id: BodyId, (local, path): &Key, left: usize) -> Vec<Option<Key>> {
    let env = Env::default();
    let mut found = Vec::new();
    let rest = |place| {
        let ((written, way), _) = env.key(place).filter(|((written, _), _)| written == local)?;
        path.strip_prefix(way.as_slice()).map(|rest| (written, rest))
    };
    for block in &facts.linked.body(id).blocks {
        for statement in &block.statements {
            if let StatementKind::Assign(place, rvalue) = &statement.kind
                && let Some((_, rest)) = rest(place)
            {
                found.push(put_there(facts, id, rvalue, rest));
            }
        }
        if let TerminatorKind::Call { callee, args, dest, .. } = &block.terminator.kind
            && let Some((_, rest)) = rest(dest)
        {
            found.push(match (callee, args.as_slice()) {
                (Callee::Fn(func, _), [only]) if gives_back(facts, *func, left) => {
                    lies(facts, id, only).map(|(given, way)| (given, [way.as_slice(), rest].concat()))
                }
                _ => None,
            });
        }
    }
    found
}

fn origin_within(facts: &Facts<'_>, id: BodyId, key: &Key, left: usize) -> Key {
    let mut way = vec![key.clone()];
    while let [Some(before)] = sources_within(facts, id, &way[way.len() - 1], left).as_slice()
        && !way.contains(before)
    {
        way.push(before.clone());
    }
    way.swap_remove(way.len() - 1)
}

/// What lies at `path` in what is written to a place, if that is it alone or it in a wrapper: a struct that keeps more says more.
fn put_there(facts: &Facts<'_>, id: BodyId, rvalue: &Rvalue, path: &[Name]) -> Option<Key> {
    let (part, rest) = match (rvalue, path) {
        (Rvalue::Use(operand), _) => (operand, path),
        (Rvalue::Adt { fields, .. }, _) => match fields.as_slice() {
            [(name, operand)] if path.first().is_none_or(|field| field == name) => (operand, path.get(1..).unwrap_or_default()),
            _ => return None,
        },
        (Rvalue::Tuple(operands), [field, rest @ ..]) => {
            let mut parts = operands.iter().enumerate().filter(|(_, operand)| !matches!(operand, Operand::Const(_)));
            let (_, operand) = parts.next().filter(|(at, _)| Name::index(*at) == *field)?;
            parts.next().is_none().then_some((operand, rest))?
        }
        _ => return None,
    };
    let (local, way) = lies(facts, id, part)?;
    Some((local, [&way, rest].concat()))
}

/// Whether a function of one parameter gives back what it is given: a library's may change its form.
fn gives_back(facts: &Facts<'_>, func: FnId, left: usize) -> bool {
    let def = &facts.program.fns[func];
    let Some(left) = left.checked_sub(1) else { return false };
    facts.program.krates[def.krate].stub
        || def
            .body
            .is_some_and(|body| origin_within(facts, body, &(Local::new(RETURN as usize), Vec::new()), left) == (Local::new(1), Vec::new()))
}

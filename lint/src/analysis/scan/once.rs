//! Flags by which a function knows that it has run before: it looks at a field and leaves, else it sets that field and goes on.
//!
//! ```ignore
//! fn close(&mut self) {
//!     if std::mem::replace(&mut self.closed, true) {
//!         return; // closed before
//!     }
//!     self.frames.send(Frame::End).ok();
//! }
//! ```

use std::collections::BTreeSet;

use crate::base::Name;
use crate::ir::{Body, Const, Local, Operand, Place, Projection, Rvalue, StatementKind, TerminatorKind, Test};

/// How many steps lead from a test to the field that it looks at.
const STEPS: usize = 6;

/// The fields that a body sets, and to what.
pub fn flags(body: &Body) -> BTreeSet<(Name, bool)> {
    let mut flags = BTreeSet::new();
    for block in &body.blocks {
        for statement in &block.statements {
            if let StatementKind::Assign(place, Rvalue::Use(Operand::Const(Const::Bool(value)))) = &statement.kind
                && let Some(name) = field(place)
            {
                flags.insert((name.clone(), *value));
            }
        }
        if let TerminatorKind::Call { args, .. } = &block.terminator.kind
            && let [.., Operand::Const(Const::Bool(value))] = args.as_slice()
        {
            flags.extend(args.iter().filter_map(|arg| Some((looked_at(body, arg, STEPS)?.0, *value))));
        }
    }
    flags
}

/// Whether one of these flags is set where a test holds, or else where it does not; `None`: the test looks at none of them.
pub fn is_set(body: &Body, flags: &BTreeSet<(Name, bool)>, test: &Test) -> Option<bool> {
    let Test::True(operand) = test else { return None };
    let (name, holds) = looked_at(body, operand, STEPS)?;
    let set = |value| flags.contains(&(name.clone(), value));
    match (set(true), set(false)) {
        (true, false) => Some(holds),
        (false, true) => Some(!holds),
        _ => None,
    }
}

/// The field that an operand is read from, and whether it is true where the field is.
fn looked_at(body: &Body, operand: &Operand, left: usize) -> Option<(Name, bool)> {
    let left = left.checked_sub(1)?;
    let place = operand.place()?;
    match place.as_local() {
        Some(local) => made_from(body, local, left),
        None => field(place).map(|name| (name.clone(), true)),
    }
}

fn made_from(body: &Body, local: Local, left: usize) -> Option<(Name, bool)> {
    let made = |place: &Place| place.as_local() == Some(local);
    body.blocks.iter().find_map(|block| {
        let by_statement = block.statements.iter().find_map(|statement| match &statement.kind {
            StatementKind::Assign(place, Rvalue::Use(from)) if made(place) => looked_at(body, from, left),
            StatementKind::Assign(place, Rvalue::Ref { place: of, .. }) if made(place) => field(of).map(|name| (name.clone(), true)),
            StatementKind::Assign(place, Rvalue::Not(from)) if made(place) => {
                looked_at(body, from, left).map(|(name, holds)| (name, !holds))
            }
            _ => None,
        });
        by_statement.or_else(|| match &block.terminator.kind {
            TerminatorKind::Call { args, dest, .. } if made(dest) => looked_at(body, args.first()?, left),
            _ => None,
        })
    })
}

/// The field that a place ends in.
fn field(place: &Place) -> Option<&Name> {
    match place.projections.last() {
        Some(Projection::Field(name)) => Some(name),
        _ => None,
    }
}

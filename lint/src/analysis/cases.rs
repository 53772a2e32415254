//! Calls that come back in several ways: what some of them have done for the one who is to be woken, and others have not.
//!
//! ```text
//! fn close(&mut self) -> Result<(), Busy> {
//!     if self.open > 0 { return Err(Busy) }  // in this case the sender is spared
//!     self.jobs = None;
//!     Ok(())
//! }
//! ```
//!
//! It decides nothing: each way is a path of its own. A story says it, for the call alone looks as if it did what is missing.

use std::collections::BTreeSet;

use super::machine::{Flow, Machine, Outcomes};
use super::state::State;
use super::trace::EventKind;
use super::value::{ObjId, Val};
use crate::base::Name;
use crate::ir::{AdtKind, BodyId};

/// What a call has done in other cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deed {
    /// It dropped a sender of the channel.
    Drop,
    /// It closed or aborted the channel.
    Close,
    /// It sent a message.
    Send,
    /// It gave the signal.
    Give,
    /// It killed or aborted the worker.
    Kill,
}

impl Deed {
    fn of(kind: &EventKind) -> Option<(ObjId, Self)> {
        match kind {
            EventKind::Dropped { obj, sender: true, .. } => Some((*obj, Self::Drop)),
            EventKind::Closed(obj) | EventKind::Aborted(obj) => Some((*obj, Self::Close)),
            EventKind::Sent { chan, .. } => Some((*chan, Self::Send)),
            EventKind::Set(obj, _) => Some((*obj, Self::Give)),
            EventKind::Killed(obj) => Some((*obj, Self::Kill)),
            _ => None,
        }
    }
}

/// One of the ways in which a call comes back.
struct Way {
    /// The variant, or which of the two: `None` where that is not known, or nothing is returned that has any.
    case: Option<Name>,
    /// Whether that is an `Err`.
    fails: bool,
    deeds: BTreeSet<(ObjId, Deed)>,
}

impl Machine<'_> {
    /// Notes on each of the ways in which the call of a body comes back what is never done in its case, and is in another. `since` is how long
    /// the story was when it was called.
    pub(super) fn note_cases(&mut self, since: usize, body: BodyId, outcomes: &mut Outcomes) {
        let is_own = self.program.bodies[body].func.is_some_and(|func| !self.is_stub(func));
        let ways = outcomes.iter().filter(|(st, flow)| st.base == 0 && matches!(flow, Flow::Value(_)));
        if !is_own || ways.count() < 2 {
            return;
        }
        let way = |(st, flow): &(State, Flow)| match flow {
            Flow::Value(value) => Way { case: self.case(st, value), fails: self.is_err(st, value), deeds: deeds(st, since) },
            _ => Way { case: None, fails: true, deeds: BTreeSet::new() },
        };
        let ways: Vec<Way> = outcomes.iter().map(way).collect();
        if ways.iter().all(|way| way.deeds.is_empty()) {
            return;
        }
        for ((st, _), way) in outcomes.iter_mut().zip(&ways) {
            let Some(case) = &way.case else { continue };
            let (same, others): (Vec<_>, Vec<_>) = ways.iter().partition(|other| other.case.is_none() || other.case == way.case);
            let done: BTreeSet<_> = same.iter().flat_map(|way| &way.deeds).collect();
            // What goes where something fails goes with all the rest: that it does not go otherwise is as it should be. Whether there is anything
            // to send is as a rule for the data to say.
            let others = others.iter().filter(|other| way.fails || !other.fails).flat_map(|way| &way.deeds);
            let mut spared: Vec<_> = others.filter(|deed| !done.contains(deed) && (way.fails || deed.1 != Deed::Send)).collect();
            spared.sort_unstable();
            spared.dedup_by_key(|(obj, _)| *obj);
            let at = self.here(st);
            for &(obj, deed) in spared {
                self.event(st, EventKind::Spared { obj, deed, by: body, case: case.clone() }, at);
            }
        }
    }

    /// The variant that a call comes back with.
    fn case(&self, st: &State, value: &Val) -> Option<Name> {
        match st.settle(value) {
            Val::Bool(value) => Some(Name::new(if *value { "true" } else { "false" })),
            Val::Adt(adt) => {
                let def = &self.program.adts[adt.def?];
                let variant = def.variants.get(usize::try_from(adt.variant).ok()?)?;
                (def.kind == AdtKind::Enum).then(|| variant.name.clone())
            }
            _ => None,
        }
    }
}

/// What was done on a path since its story was so long, to what there was then.
fn deeds(st: &State, since: usize) -> BTreeSet<(ObjId, Deed)> {
    let events = || st.trace.backwards().take(st.trace.len().saturating_sub(since));
    let made = |obj: ObjId| events().any(|event| matches!(event.kind, EventKind::Made(made) | EventKind::Spawned(made) if made == obj));
    events().filter_map(|event| Deed::of(&event.kind)).filter(|(obj, _)| !made(*obj)).collect()
}

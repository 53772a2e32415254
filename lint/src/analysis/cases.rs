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

impl Machine<'_> {
    /// Notes on each of the ways in which the call of a body comes back what it has not done, and others have. `since` is how long the story
    /// was when it was called.
    pub(super) fn note_cases(&mut self, since: usize, body: BodyId, outcomes: &mut Outcomes) {
        let is_own = self.program.bodies[body].func.is_some_and(|func| !self.is_stub(func));
        let ways = outcomes.iter().filter(|(st, flow)| st.base == 0 && matches!(flow, Flow::Value(_)));
        if !is_own || ways.count() < 2 {
            return;
        }
        let (mut with_errors, mut without) = (BTreeSet::new(), BTreeSet::new());
        for (st, flow) in outcomes.iter() {
            let deeds = deeds(st, since);
            if !matches!(flow, Flow::Value(value) if self.is_err(st, value)) {
                without.extend(deeds.iter().copied());
            }
            with_errors.extend(deeds);
        }
        for (st, flow) in outcomes {
            let Flow::Value(value) = flow else { continue };
            // What goes where something fails goes with all the rest: that it does not go otherwise is as it should be.
            let fails = self.is_err(st, value);
            let all = if fails { &with_errors } else { &without };
            let done = deeds(st, since);
            let (case, at) = (self.case(st, value), self.here(st));
            // Whether there is anything to send is as a rule for the data to say.
            let mut spared: Vec<_> = all.difference(&done).filter(|(_, deed)| fails || *deed != Deed::Send).copied().collect();
            spared.dedup_by_key(|(obj, _)| *obj);
            for (obj, deed) in spared {
                self.event(st, EventKind::Spared { obj, deed, by: body, case: case.clone() }, at);
            }
        }
    }

    /// The variant that a call comes back with.
    fn case(&self, st: &State, value: &Val) -> Option<Name> {
        let Val::Adt(adt) = st.settle(value) else { return None };
        let def = &self.program.adts[adt.def?];
        let variant = def.variants.get(usize::try_from(adt.variant).ok()?)?;
        (def.kind == AdtKind::Enum).then(|| variant.name.clone())
    }
}

/// What was done on a path since its story was so long, to what there was then.
fn deeds(st: &State, since: usize) -> BTreeSet<(ObjId, Deed)> {
    let events = || st.trace.backwards().take(st.trace.len().saturating_sub(since));
    let made = |obj: ObjId| events().any(|event| matches!(event.kind, EventKind::Made(made) | EventKind::Spawned(made) if made == obj));
    events().filter_map(|event| Deed::of(&event.kind)).filter(|(obj, _)| !made(*obj)).collect()
}

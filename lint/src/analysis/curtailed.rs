//! Bodies that others bring to an end: a task's that is aborted, a future's that runs beside the arms of a `select!`.
//!
//! ```ignore
//! select! {
//!     _ = token.cancelled() => {}
//!     _ = poll_for_ever(&out) => {} // it has no exit of its own, and needs none
//! }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::machine::Machine;
use super::state::State;
use super::value::ObjId;
use crate::ir::BodyId;

/// The bodies of one entry point's run that somebody ends from outside.
#[derive(Debug, Default)]
pub struct Curtailed {
    /// What each worker runs that lets go of its thread.
    tasks: BTreeMap<ObjId, BTreeSet<BodyId>>,
    /// Those that are dropped at an `.await`.
    bodies: BTreeSet<BodyId>,
}

impl Curtailed {
    /// Whether somebody drops a body's future.
    pub fn holds(&self, body: BodyId) -> bool {
        self.bodies.contains(&body)
    }

    /// Its bodies.
    pub fn into_bodies(self) -> BTreeSet<BodyId> {
        self.bodies
    }
}

impl Machine<'_> {
    /// The body of a future starts to run.
    pub(super) fn runs_future(&mut self, st: &State, body: BodyId) {
        // A library's future that lends its own to a `select!` does not come back to it.
        let by_caller = st.frame().is_some_and(|frame| frame.stub || self.curtailed.holds(frame.body));
        if st.cancellable > 0 && (st.dropper.is_some() || by_caller) {
            self.curtailed.bodies.insert(body);
        }
        if let (true, Some(worker)) = (st.base > 0, st.born) {
            self.curtailed.tasks.entry(worker).or_default().insert(body);
        }
    }

    /// A task is aborted, and with it what it runs.
    pub(super) fn curtails(&mut self, worker: ObjId) {
        let bodies = self.curtailed.tasks.get(&worker).into_iter().flatten();
        self.curtailed.bodies.extend(bodies);
    }
}

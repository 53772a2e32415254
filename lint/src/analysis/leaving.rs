//! One run of a body: which of its loops were left, how, and what waits in them for ever.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::loops::Loops;
use super::machine::Flow;
use super::object::PathEnd;
use super::state::{Fork, Pending, State};
use super::trace::{Event, EventKind};
use crate::ir::BlockId;

/// What is kept for one run of a body.
pub(super) struct Run {
    /// The loops of the body.
    pub loops: Rc<Loops>,
    /// The heads of loops that were left other than by an error.
    pub exited: Vec<BlockId>,
    /// Of these, the ones that were left without a wait that nobody ends.
    pub ended: Vec<BlockId>,
    /// Whether what runs is a library's `Iterator::next`.
    pub hands_out: bool,
    /// The first wait in a loop that came round to its head with nobody to end it.
    pub drains: BTreeMap<BlockId, Pending>,
}

impl Run {
    /// Notes the loops that an edge leaves; whether it leaves one that stands in the source because of what another actor did.
    pub fn follow(&mut self, st: &mut State, from: BlockId, to: BlockId) -> bool {
        let left: Vec<BlockId> = self.loops.left(from, to).collect();
        if left.iter().any(|head| self.loops.is_exhausted(*head, from)) && matches!(st.last_fork, Fork::Data | Fork::Unseen) {
            st.last_fork = Fork::Counted;
        }
        if st.spent.is_some_and(|(depth, head)| depth == st.frames.len() && left.contains(&head)) {
            st.spent = None;
        }
        let passed = |head: &BlockId| self.loops.is_exhausted(*head, from) && st.turns(*head).is_none_or(|turns| turns.visits <= 1);
        let skips = st.last_fork == Fork::Counted && left.iter().any(passed);
        let entered = !self.hands_out && left.iter().any(|head| self.loops.is_written(*head) && !passed(head));
        st.skipped |= skips;
        st.entered |= entered;
        // How often it went round was not known.
        st.uncounted |= !left.is_empty() && matches!(st.last_fork, Fork::Counted | Fork::Data | Fork::Unseen);
        self.leave(st, &left);
        // Of what was taken in one go there is no more, whatever the last of it said.
        let waited = matches!(st.trace.backwards().next(), Some(Event { kind: EventKind::Passed(_), .. }));
        let decided = |head: &BlockId| self.loops.is_written(*head) && (waited || !self.loops.is_exhausted(*head, from));
        st.last_fork.is_others() && left.iter().any(decided) && st.frame().is_some_and(|frame| !frame.stub)
    }

    fn leave(&mut self, st: &mut State, left: &[BlockId]) {
        let (parks, fork) = (st.parks, st.last_fork);
        for &head in left {
            let Some(frame) = st.frame_mut() else { return };
            let turns = frame.loops.remove(&head);
            let waited = turns.is_some_and(|turns| parks > turns.parks && turns.visits > 0);
            let body = frame.body;
            // `filter` hands out what it has looked for, and is asked again.
            let asked_again = self.hands_out && fork == Fork::Data;
            if fork == Fork::Error || (waited && !asked_again && matches!(fork, Fork::Data | Fork::Unseen)) {
                st.accident = true;
            }
            if fork == Fork::Unseen && !st.blind.contains(&(body, head)) {
                st.blind.push((body, head));
            }
            if fork != Fork::Error {
                self.exited.push(head);
                self.ended.extend(st.assumed.is_none().then_some(head));
            }
        }
    }

    /// The loops around a block are left, for the body is.
    pub fn left_all(&mut self, st: &State, from: BlockId, flow: &Flow) {
        let heads: Vec<BlockId> = self.loops.around(from).collect();
        if !matches!(flow, Flow::Stop(PathEnd::Parked | PathEnd::Panic | PathEnd::Loops)) {
            self.leave(&mut st.clone(), &heads);
        }
    }

    /// A loop has come round to its head.
    pub fn drained(&mut self, head: BlockId, st: &State) {
        let since = st.turns(head).map_or(u32::MAX, |turns| turns.parks);
        if let Some(pending) = st.pending.iter().find(|pending| pending.parks > since && !pending.is_fed(&st.trace)) {
            self.drains.entry(head).or_insert_with(|| pending.clone());
        }
    }
}

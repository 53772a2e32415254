//! How far channels and workers were followed, by the places where they are made.
//!
//! A channel is followed if each wait for it has an answer, that somebody may wake the one who waits or that nobody will, and no code out of
//! view has an end of it. A worker is followed if each of its paths was run to its end.

use std::collections::BTreeMap;

use super::machine::Machine;
use super::object::ObjKind;
use super::state::State;
use super::trace::Cond;
use super::value::ObjId;
use super::wakes::Can;
use crate::base::FileSpan;

/// What is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A channel, pipe, socket.
    Channel,
    /// A thread, task or process.
    Worker,
}

/// For each place that makes a channel or starts a worker, whether it was followed on all paths.
pub type Followed = BTreeMap<(Kind, FileSpan), bool>;

impl Machine<'_> {
    /// An object was made.
    pub(super) fn begins(&mut self, st: &State, obj: ObjId) {
        let unknown = matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if worker.behaviour.unknown);
        if let Some(site) = self.site(st, obj) {
            *self.followed.entry(site).or_insert(true) &= !unknown;
        }
    }

    /// The answers that a wait of the entry point's own actor got.
    pub(super) fn answered(&mut self, st: &State, open: &[(Cond, Can)]) {
        if open.iter().any(|(_, can)| *can != Can::Maybe) {
            return;
        }
        for obj in open.iter().filter_map(|(cond, _)| cond.obj()) {
            self.loses(st, obj);
        }
    }

    /// What the entry point's end shows: which channels have an end out of view.
    pub(super) fn ends_with(&mut self, st: &State) {
        for (id, obj) in st.objs.iter() {
            if obj.escaped && !st.is_own(*id) {
                self.loses(st, *id);
            }
        }
    }

    fn loses(&mut self, st: &State, obj: ObjId) {
        if let Some(followed) = self.site(st, obj).and_then(|site| self.followed.get_mut(&site)) {
            *followed = false;
        }
    }

    /// The place in the program's own code where a channel or worker was made.
    fn site(&self, st: &State, obj: ObjId) -> Option<(Kind, FileSpan)> {
        let object = st.obj(obj)?;
        let kind = match &object.kind {
            ObjKind::Chan(_) => Kind::Channel,
            ObjKind::Worker(_) => Kind::Worker,
            _ => return None,
        };
        (!self.index.stubs.contains(&object.made.file)).then_some((kind, object.made))
    }
}

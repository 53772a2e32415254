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
use crate::ir::Why;

/// What is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A channel, pipe, socket.
    Channel,
    /// A thread, task or process.
    Worker,
}

/// For each place that makes a channel or starts a worker: nothing if it was followed on all paths, else why not.
pub type Followed = BTreeMap<(Kind, FileSpan), Option<Why>>;

impl Machine<'_> {
    /// An object was made.
    pub(super) fn begins(&mut self, st: &State, obj: ObjId) {
        if let Some((site, why)) = self.site(st, obj) {
            let known = self.followed.entry(site).or_default();
            *known = known.or(why);
        }
    }

    /// The answers that a wait of the entry point's own actor got.
    pub(super) fn answered(&mut self, st: &State, open: &[(Cond, Can)]) {
        if open.iter().any(|(_, can)| *can != Can::Maybe) {
            return;
        }
        for obj in open.iter().filter_map(|(cond, _)| cond.obj()) {
            self.loses(st, obj, Why::Data);
        }
    }

    /// What the entry point's end shows: which channels have an end out of view.
    pub(super) fn ends_with(&mut self, st: &State) {
        for (id, obj) in st.objs.iter() {
            if obj.escaped && !st.is_own(*id) {
                self.loses(st, *id, Why::Escaped);
            }
        }
    }

    fn loses(&mut self, st: &State, obj: ObjId, why: Why) {
        let Some((site, _)) = self.site(st, obj) else { return };
        if let Some(known) = self.followed.get_mut(&site) {
            known.get_or_insert(why);
        }
    }

    /// The place where an object of the program's own was made, and why it can't be followed if that is plain from the start.
    fn site(&self, st: &State, obj: ObjId) -> Option<((Kind, FileSpan), Option<Why>)> {
        let object = st.obj(obj)?;
        let kind = match &object.kind {
            ObjKind::Chan(_) => (Kind::Channel, None),
            ObjKind::Worker(worker) => (Kind::Worker, worker.behaviour.unknown.then_some(Why::Cut)),
            _ => return None,
        };
        (!self.index.stubs.contains(&object.made.file)).then_some(((kind.0, object.made), kind.1))
    }
}

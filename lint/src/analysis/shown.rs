//! What a channel shows without handing it out: the value of a `watch`.

use std::rc::Rc;

use super::machine::{Flow, Machine, Outcomes};
use super::object::{Behaviour, Chan, ObjKind, Status, Worker};
use super::state::{Fork, State};
use super::trace::{Cond, EventKind};
use super::value::{Loc, ObjId, Val};
use crate::base::FileSpan;

impl Machine<'_> {
    /// A worker has ended: what it may have set last is not known.
    pub(super) fn showed(&self, st: &mut State, behaviour: &Behaviour) {
        for event in behaviour.events() {
            if let EventKind::Set(id, _) = event.kind
                && let Some(ObjKind::Chan(chan)) = st.obj_mut(id).map(|obj| &mut obj.kind)
            {
                chan.shown = Val::Uninit;
            }
        }
    }

    /// A look at what a channel shows.
    pub(super) fn shown(&mut self, st: State, value: Val, at: FileSpan) -> (State, Flow) {
        let mut st = st;
        let cell = self.make_cell(&mut st, value, at, false);
        (st, Flow::Value(Val::Ref(Rc::new(Loc::cell(cell)))))
    }

    /// A worker's look at a channel that shows a flag: it goes on by what others have set it to.
    pub(super) fn shown_to_worker(&mut self, st: &State, obj: ObjId, at: FileSpan) -> Outcomes {
        let mut out = Vec::new();
        for value in [false, true] {
            let mut st = st.clone();
            st.last_fork = Fork::Others;
            self.event(&mut st, EventKind::Polled(obj), at);
            self.event(&mut st, EventKind::Passed(Cond::Signal(obj, Some(value))), at);
            out.push(self.shown(st, Val::Bool(value), at));
        }
        out
    }

    /// Whether it is known what a channel shows: nobody else can have set it to something else.
    pub(super) fn is_shown(&self, st: &State, obj: ObjId, chan: &Chan) -> bool {
        let sets = |kind: &EventKind| matches!(kind, EventKind::Set(id, _) if *id == obj) || kind.sends_on(obj);
        let acts = |worker: &Worker| {
            worker.status == Status::Running && (worker.behaviour.unknown || worker.behaviour.events().any(|event| sets(&event.kind)))
        };
        let known = !matches!(chan.shown, Val::Uninit | Val::Unknown(_));
        known && st.base == 0 && st.obj(obj).is_some_and(|obj| !obj.escaped) && !self.workers(st).values().any(|worker| acts(worker))
    }
}

/// Whether a channel may show this flag now.
pub fn may_show(chan: &Chan, wanted: Option<bool>) -> bool {
    match (&chan.shown, wanted) {
        (Val::Bool(now), Some(wanted)) => *now == wanted,
        _ => true,
    }
}

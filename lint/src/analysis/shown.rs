//! What a channel shows without handing it out: the value of a `watch`.

use super::machine::Machine;
use super::object::{Behaviour, Chan, ObjKind, Status, Worker};
use super::state::State;
use super::trace::EventKind;
use super::value::{ObjId, Val};

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

//! Where a teardown stands in the source: in the innermost function that could have told whoever waits.
//!
//! What ends a worker is often wrapped: a method of the worker's own type sets its flag or kills its process. Such a method has no handle of the
//! channel that should have been aborted; who calls it has, and there the abort is missing.
//!
//! ```
//! # use std::{sync::{Arc, mpsc::Sender, atomic::{AtomicBool, Ordering}}};
//! struct Worker { stop: Arc<AtomicBool> }
//! impl Worker {
//!     fn kill(&self) {
//!         self.stop.store(true, Ordering::Release); // knows of no channel
//!     }
//! }
//! struct Job { worker: Worker, lines: Sender<String> }
//! fn end(job: &Job) {
//!     job.worker.kill(); // the teardown
//! }
//! ```

use std::collections::BTreeSet;

use super::machine::Machine;
use super::object::ObjKind;
use super::scan::in_loop;
use super::state::State;
use super::trace::{Event, EventKind};
use super::value::{Adt, ObjId, Val};
use crate::base::FileSpan;
use crate::ir::{AdtId, FnId, Ty};

impl Machine<'_> {
    /// The place of an event of a path, or of the call that led to it: the innermost one in a function that can have a handle of `obj`.
    pub(super) fn mandated(&self, st: &State, events: &[&Event], index: usize, obj: ObjId) -> FileSpan {
        let ends = ends_of(st, obj);
        self.outwards(events, index, &|func, _| self.may_have(func, &ends)).unwrap_or(events[index].at)
    }

    /// The place of a look at a worker, or of the call that led to it: the one that stands in the loop which looks again and again. On
    /// another path the same look may be taken once.
    pub fn looked_from(&self, events: &[&Event], index: usize) -> Option<FileSpan> {
        self.outwards(events, index, &|func, at| self.is_in_loop(func, at))
    }

    /// The innermost such place of those that lead to an event: its own, and those of the calls around it.
    fn outwards(&self, events: &[&Event], index: usize, is: &dyn Fn(FnId, FileSpan) -> bool) -> Option<FileSpan> {
        let (mut at, mut func, mut before) = (events[index].at, events[index].func?, index);
        while !is(func, at) {
            before = events[..before].iter().rposition(|event| event.kind == EventKind::Entered(func))?;
            at = events[before].at;
            func = self.caller(&events[..before], at)?;
        }
        Some(at)
    }

    /// Where a worker was started: what wrappers start is started where the outermost of them is called.
    pub fn handed_from(&self, st: &State, events: &[&Event], start: usize, id: ObjId) -> FileSpan {
        let (mut at, mut func, mut before) = (events[start].at, events[start].func, start);
        while let Some(wrapper) = func.filter(|&func| self.hands_on(st, func, id))
            && let Some(call) = events[..before].iter().rposition(|event| event.kind == EventKind::Entered(wrapper))
        {
            (at, before) = (events[call].at, call);
            func = self.caller(&events[..before], at);
        }
        at
    }

    /// The function in which a call stands, of those that were entered.
    fn caller(&self, events: &[&Event], at: FileSpan) -> Option<FnId> {
        events.iter().rev().find_map(|event| match event.kind {
            EventKind::Entered(caller) if self.is_inside(at, caller) => Some(caller),
            _ => None,
        })
    }

    fn is_inside(&self, at: FileSpan, func: FnId) -> bool {
        let def = &self.program.fns[func];
        def.name_span.file == at.file && def.span.start <= at.span.start && at.span.end <= def.span.end
    }

    fn is_in_loop(&self, func: FnId, at: FileSpan) -> bool {
        let Some(body) = self.program.fns[func].body.map(|body| self.linked.body(body)) else { return false };
        let mut here = body.blocks.iter_enumerated().filter(|(_, block)| block.terminator.span == at.span);
        here.any(|(block, _)| in_loop(body, block))
    }

    /// Whether a variable of the function can hold one of these types.
    fn may_have(&self, func: FnId, ends: &BTreeSet<AdtId>) -> bool {
        let Some(body) = self.program.fns[func].body else { return false };
        let mut seen = BTreeSet::new();
        self.linked.body(body).locals.iter().any(|local| self.has_within(&local.ty, ends, &mut seen))
    }

    fn has_within(&self, ty: &Ty, ends: &BTreeSet<AdtId>, seen: &mut BTreeSet<AdtId>) -> bool {
        match ty {
            Ty::Adt(def, substs) => {
                let inside = |seen: &mut BTreeSet<AdtId>| {
                    let mut fields = self.program.adts[*def].variants.iter().flat_map(|variant| variant.fields.values());
                    fields.any(|field| self.has_within(field, ends, seen))
                };
                ends.contains(def) || substs.iter().any(|ty| self.has_within(ty, ends, seen)) || (seen.insert(*def) && inside(seen))
            }
            Ty::Tuple(tys) => tys.iter().any(|ty| self.has_within(ty, ends, seen)),
            Ty::Ref(_, ty) | Ty::Ptr(ty) | Ty::Slice(ty) | Ty::Array(ty) => self.has_within(ty, ends, seen),
            _ => false,
        }
    }
}

/// The types of all handles of an object; of memory, the type of what lies there, for its handles are all alike.
fn ends_of(st: &State, obj: ObjId) -> BTreeSet<AdtId> {
    if let Some(ObjKind::Cell(cell)) = st.obj(obj).map(|obj| &obj.kind)
        && let Val::Adt(content) = st.settle(&cell.content)
        && let Some(def) = content.def
    {
        return BTreeSet::from([def]);
    }
    let mut ends = BTreeSet::new();
    st.each_value(&mut |value| value.handles(&mut |id, adt: &Adt| ends.extend(adt.def.filter(|_| id == obj))));
    ends
}

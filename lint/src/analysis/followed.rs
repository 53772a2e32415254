//! How far channels and workers were followed, by the places where they are made.
//!
//! A channel is followed if each wait for it has an answer, that somebody may wake the one who waits or that nobody will, and no code out of
//! view has an end of it. A worker is followed if each of its paths was run to its end.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::machine::{Machine, head};
use super::object::ObjKind;
use super::state::State;
use super::trace::Cond;
use super::value::ObjId;
use super::wakes::Can;
use super::worker::is_its_own;
use crate::base::FileSpan;
use crate::ir::{Callee, EndRole, FnId, Program, TerminatorKind, Ty, TypeRole};
use crate::link::Linked;

/// What is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A channel, pipe, socket.
    Channel,
    /// A thread, task or process.
    Worker,
}

/// Why a channel or worker was not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lost {
    /// Of a wait for it nobody knows who ends it.
    Unanswered,
    /// Code out of view has an end or handle of it.
    Away,
    /// A worker does more than was run.
    Bound,
    /// What a worker runs is not in view.
    Unseen,
}

/// For each place that makes a channel or starts a worker, why it was not followed, if on some path it was not.
pub type Followed = BTreeMap<(Kind, FileSpan), Option<Lost>>;

/// Of the channels or workers: how many there are, and how many were not followed, by the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// All of them.
    pub all: usize,
    /// Those that were not followed.
    pub lost: BTreeMap<Lost, usize>,
}

/// The calls in the source that make both ends of a channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairs {
    /// All of them.
    pub all: usize,
    /// Those of which it is known what kind of channel it is, and where its ends are first: the call was run.
    pub resolved: usize,
}

/// Counts the calls of the program's own functions that make both ends of a channel, and of which of them a run came by.
pub fn pairs(linked: &Linked, followed: &Followed) -> Pairs {
    let program = &linked.program;
    let own = |func: &FnId| !program.krates[program.fns[*func].krate].stub;
    let roots = program.fns.indices().filter(own).filter_map(|func| program.fns[func].body);
    let mut sites = BTreeSet::new();
    for id in roots.flat_map(|root| linked.group(root)) {
        let body = linked.body(id);
        let calls = body.blocks.iter().filter(|block| is_pair(program, &block.terminator.kind));
        sites.extend(calls.map(|block| block.terminator.span.in_file(program.bodies[id].file)));
    }
    let resolved = sites.iter().filter(|site| followed.contains_key(&(Kind::Channel, **site))).count();
    Pairs { all: sites.len(), resolved }
}

/// Whether a call makes both ends of a channel.
fn is_pair(program: &Program, kind: &TerminatorKind) -> bool {
    let TerminatorKind::Call { callee: Callee::Fn(func, _), .. } = kind else { return false };
    let Ty::Tuple(parts) = succeeded(program, &program.fns[*func].ret) else { return false };
    let role = |ty: &Ty| head(ty).and_then(|def| program.adts[def].role.as_ref());
    let has = |wanted: EndRole| parts.iter().any(|part| matches!(role(part), Some(TypeRole::End { role, .. }) if *role == wanted));
    program.krates[program.fns[*func].krate].stub && has(EndRole::Sender) && has(EndRole::Receiver)
}

/// What a call returns where it goes well.
fn succeeded<'t>(program: &Program, ty: &'t Ty) -> &'t Ty {
    match ty {
        Ty::Adt(def, substs) if program.adts[*def].path == "std::result::Result" => substs.first().unwrap_or(ty),
        _ => ty,
    }
}

impl Tally {
    /// How many were followed.
    pub fn followed(&self) -> usize {
        self.all - self.lost.values().sum::<usize>()
    }
}

impl Machine<'_> {
    /// An object was made.
    pub(super) fn begins(&mut self, st: &State, obj: ObjId) {
        let lost = match st.obj(obj).map(|obj| &obj.kind) {
            Some(ObjKind::Worker(worker)) if worker.body.is_some_and(|body| is_its_own(st, body)) => None,
            Some(ObjKind::Worker(worker)) if worker.behaviour.unknown => {
                Some(if worker.body.is_some() { Lost::Bound } else { Lost::Unseen })
            }
            _ => None,
        };
        if let Some(site) = self.site(st, obj) {
            let known = self.followed.entry(site).or_default();
            *known = (*known).max(lost);
        }
    }

    /// The answers that a wait of the entry point's own actor got.
    pub(super) fn answered(&mut self, st: &State, open: &[(Cond, Can)]) {
        if open.iter().any(|(_, can)| *can != Can::Maybe) {
            return;
        }
        for obj in open.iter().filter_map(|(cond, _)| cond.obj()) {
            self.loses(st, obj, Lost::Unanswered);
        }
    }

    /// What the entry point's end shows: which channels have an end out of view.
    pub(super) fn ends_with(&mut self, st: &State) {
        for (id, obj) in st.objs.iter() {
            if obj.escaped && !st.is_own(*id) {
                self.loses(st, *id, Lost::Away);
            }
        }
    }

    fn loses(&mut self, st: &State, obj: ObjId, why: Lost) {
        if let Some(known) = self.site(st, obj).and_then(|site| self.followed.get_mut(&site)) {
            *known = (*known).max(Some(why));
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

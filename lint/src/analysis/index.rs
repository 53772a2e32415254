//! What is asked again and again about all functions of a program, found once for all entry points.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::own_type;
use super::machine::head;
use super::summary::{Makers, Summaries};
use crate::base::{FileId, Name};
use crate::ir::{
    AdtId, Base, Body, Callee, Clause, Container, FnId, KrateId, Local, Operand, Place, Program, Projection, Rvalue, SelfKind,
    StatementKind, TerminatorKind, Ty,
};
use crate::link::{Linked, callgraph::named_by};

/// How many functions of stub crates are looked through.
const MOST: usize = 4096;

/// The index of a program.
#[derive(Debug)]
pub struct Index {
    /// The files of stub crates: nothing is reported there.
    pub stubs: BTreeSet<FileId>,
    /// Collections that the engine keeps the elements of: they have methods that put, get or clear.
    pub(super) containers: FxHashSet<AdtId>,
    /// Types whose values can be looked at without waiting.
    pub(super) polled: FxHashSet<AdtId>,
    /// Whether the program makes values out of raw pointers again: then one that became a pointer need not be leaked.
    pub(super) reclaims: bool,
    /// The public methods of each type.
    pub(super) methods: FxHashMap<AdtId, Vec<FnId>>,
    /// The methods of types that users can't name by which values come about that users get.
    pub(super) givers: FxHashMap<AdtId, Vec<FnId>>,
    /// What calls come to.
    pub(super) summaries: Summaries,
    /// Who makes what is waited for.
    pub(super) makers: Makers,
    /// The fields, by crate and name, of which anybody does more than look at what lies in them.
    used: OnceLock<FxHashSet<(KrateId, Name)>>,
    /// The crates of the program's own that ask processes for their numbers.
    numbered: OnceLock<FxHashSet<KrateId>>,
}

impl Index {
    /// Looks at each function of the program, at those of its own that can be looked into, and at those that these call.
    pub fn of(linked: &Linked, own: &[FnId], called: &BTreeSet<FnId>) -> Self {
        let program = &linked.program;
        let mut index = Self {
            stubs: BTreeSet::new(),
            containers: FxHashSet::default(),
            polled: FxHashSet::default(),
            reclaims: called.iter().any(|func| program.fns[*func].primitive && program.fns[*func].name == "from_raw"),
            methods: FxHashMap::default(),
            givers: FxHashMap::default(),
            summaries: Summaries::of(program),
            makers: Makers::of(linked, own),
            used: OnceLock::new(),
            numbered: OnceLock::new(),
        };
        for (id, func) in program.fns.iter_enumerated() {
            if func.self_kind.is_some()
                && func.body.is_some()
                && let Container::Impl(block) = func.container
                && let Ty::Adt(adt, _) = program.impls[block].self_ty
            {
                let given = || own_type(linked, &func.ret).filter(|given| program.adts[*given].public);
                if func.public {
                    index.methods.entry(adt).or_default().push(id);
                } else if !program.adts[adt].public && func.self_kind == Some(SelfKind::Ref) && given().is_some() {
                    index.givers.entry(adt).or_default().push(id);
                }
            }
            if program.krates[func.krate].stub {
                index.stubs.insert(func.name_span.file);
            }
            let clauses = &func.contract.clauses;
            if clauses.is_empty() {
                continue;
            }
            let Some(adt) = func.params.first().and_then(head) else { continue };
            if clauses.iter().any(|clause| matches!(clause, Clause::Puts(_) | Clause::Gets(_) | Clause::Clears(_))) {
                index.containers.insert(adt);
            }
            if clauses.iter().any(|clause| matches!(clause, Clause::Polls(subject) if subject.param == 0 && subject.fields.is_empty())) {
                index.polled.insert(adt);
            }
        }
        index
    }

    /// Whether a crate asks any process for its number: without that it kills no whole group.
    pub(super) fn numbered(&self, linked: &Linked, krate: KrateId) -> bool {
        let own = || linked.program.krates.iter_enumerated().filter(|(_, krate)| !krate.stub).map(|(id, _)| id);
        self.numbered.get_or_init(|| own().filter(|krate| asks_for_numbers(linked, *krate)).collect()).contains(&krate)
    }

    /// The fields, by crate and name, that somebody hands to more than a look: what they hold may be set.
    pub(super) fn set_fields(&self, linked: &Linked) -> &FxHashSet<(KrateId, Name)> {
        self.used.get_or_init(|| {
            let program = &linked.program;
            let own = program.bodies.iter_enumerated().filter_map(|(id, def)| Some((id, program.fns[def.func?].krate)));
            let own = own.filter(|(_, krate)| !program.krates[*krate].stub);
            own.flat_map(|(id, krate)| used_fields(program, linked.body(id)).into_iter().map(move |name| (krate, name))).collect()
        })
    }
}

/// Whether a function of a crate, or one of a stub crate that these call, asks a process for its number.
fn asks_for_numbers(linked: &Linked, krate: KrateId) -> bool {
    let program = &linked.program;
    let own = program.fns.iter_enumerated().filter(|(_, def)| def.krate == krate);
    let (mut todo, mut seen): (Vec<FnId>, _) = (own.map(|(func, _)| func).collect(), FxHashSet::default());
    let most = todo.len() + MOST;
    while let Some(func) = todo.pop() {
        let def = &program.fns[func];
        if seen.len() > most || (def.primitive && def.path == "std::process::number") {
            return true;
        }
        if seen.insert(func) && (def.krate == krate || program.krates[def.krate].stub) {
            todo.extend(named_by(linked, func));
        }
    }
    false
}

/// The fields of which a body does more than look at them: it refers to them, and gives the reference to what does not only poll.
fn used_fields(program: &Program, body: &Body) -> Vec<Name> {
    let mut refs: Vec<(Local, &Name)> = Vec::new();
    for statement in body.blocks.iter().flat_map(|block| &block.statements) {
        if let StatementKind::Assign(place, Rvalue::Ref { place: target, .. }) = &statement.kind
            && let Some(Projection::Field(name)) = target.projections.last()
            && let Some(local) = place.as_local()
        {
            refs.push((local, name));
        }
    }
    let looks = |kind: &TerminatorKind, local: Local| match kind {
        TerminatorKind::Call { callee: Callee::Fn(func, _), args, .. } => {
            let clauses = &program.fns[*func].contract.clauses;
            let polls = !clauses.is_empty() && clauses.iter().all(|clause| matches!(clause, Clause::Polls(_)));
            polls || !args.iter().any(|arg| arg.place().and_then(Place::as_local) == Some(local))
        }
        TerminatorKind::Call { args, .. } => !args.iter().any(|arg| arg.place().and_then(Place::as_local) == Some(local)),
        _ => true,
    };
    let passed_on = |local: Local| {
        body.blocks.iter().flat_map(|block| &block.statements).any(|statement| match &statement.kind {
            StatementKind::Assign(_, rvalue) => {
                let given = rvalue.operands().into_iter().filter_map(Operand::place).any(|place| place.as_local() == Some(local));
                given || matches!(rvalue, Rvalue::Ref { place, .. } if place.base == Base::Local(local))
            }
            _ => false,
        })
    };
    let used =
        refs.into_iter().filter(|(local, _)| passed_on(*local) || !body.blocks.iter().all(|block| looks(&block.terminator.kind, *local)));
    used.map(|(_, name)| name.clone()).collect()
}

//! What is asked again and again about all functions of a program, found once for all entry points.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::entry::own_type;
use super::fields::Fields;
use super::machine::head;
use super::summary::{Makers, Summaries};
use crate::base::FileId;
use crate::ir::{AdtId, Clause, Container, FnId, KrateId, SelfKind, Ty};
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
    /// What becomes of the fields of the program's own types.
    pub(super) fields: Fields,
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
            fields: Fields::default(),
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

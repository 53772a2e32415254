//! What is asked again and again about all functions of a program, found once for all entry points.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::machine::head;
use super::summary::Summaries;
use crate::base::FileId;
use crate::ir::{AdtId, Clause, FnId, Program};

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
    /// What calls come to.
    pub(super) summaries: Summaries,
}

impl Index {
    /// Looks at each function of the program, and at those that its own code calls.
    pub fn of(program: &Program, called: &BTreeSet<FnId>) -> Self {
        let mut index = Self {
            stubs: BTreeSet::new(),
            containers: FxHashSet::default(),
            polled: FxHashSet::default(),
            reclaims: called.iter().any(|func| program.fns[*func].primitive && program.fns[*func].name == "from_raw"),
            summaries: Summaries::of(program),
        };
        for func in &program.fns {
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
}

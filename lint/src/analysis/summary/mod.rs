//! Summaries: what a call of a function can come to for what it is given, whoever calls it.
//!
//! They are made bottom-up over the strongly connected components of the call graph: callees first, inside a component round and round until
//! nothing changes, which it does since facts are only added. One type says it for bodies, contracts and stubs. A call asks its callee's
//! summary first: where it says that the body can neither touch a handle nor wait nor tell anything that is known, the body is not run; where
//! a bound forbids to run it (recursion, depth), the summary takes its place.
//!
//! ```text
//! fn walk(dir: &Path, found: &Sender<PathBuf>) {  // `found`: nothing is kept, nothing is taken out: after a call it is held as before
//!     for entry in list(dir) {                    // `list`: quiet, it works on data alone
//!         if entry.is_dir() { walk(&entry, found) } else { found.send(entry).ok(); }
//!     }
//! }
//! ```
//!
//! Deliberately absent: the order of things, and what depends on the call: the closures that are passed, the case in which it comes back, waits that
//! only some callers make hang. That is found by running the body on the caller's state.

mod flow;
mod makes;

pub use makes::Makers;

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Idx, Name};
use crate::ir::{Clause, FnDef, FnId, Program, Ty};
use crate::link::Linked;
use crate::link::callgraph::CallGraph;

/// Parameters beyond this many are spoken of together.
const PARAMS: usize = 61;
/// In a set of parameters: memory that nobody owns.
const STATIC: u64 = 1 << 62;
/// In a set of parameters: the result.
const RESULT: u64 = 1 << 63;

/// What may happen to what a parameter is given, by the function or by what it calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fate {
    /// It may be kept by somebody else: a worker, a message, a static, code out of view.
    pub kept: bool,
    /// It may be ended or taken out: joined, closed, killed, moved out of where it lies.
    pub acted: bool,
    /// Plain data that it refers to may change.
    pub written: bool,
    /// Where it may go: a set of parameters, and the result.
    into: u64,
}

impl Fate {
    /// Whether a handle in it is, after the call, where it was before, or gone with the call's own frame.
    pub fn is_harmless(self) -> bool {
        !self.kept && !self.acted && self.into == 0
    }

    fn add(&mut self, other: Self) -> bool {
        let sum = Self {
            kept: self.kept | other.kept,
            acted: self.acted | other.acted,
            written: self.written | other.written,
            into: self.into | other.into,
        };
        std::mem::replace(self, sum) != sum
    }
}

/// What a call of a function can come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What may happen to each parameter.
    params: Vec<Fate>,
    /// Whether nothing that it reaches has a contract that matters to others, ends the program, or is out of view.
    pub quiet: bool,
    /// How many blocks it and what it calls have.
    pub size: u32,
}

impl Summary {
    /// What is assumed of a function until something is known: that it does nothing.
    fn bottom() -> Self {
        Self { params: Vec::new(), quiet: true, size: 0 }
    }

    /// What may happen to a parameter.
    pub fn fate(&self, param: usize) -> Fate {
        self.params.get(param.min(PARAMS)).copied().unwrap_or_default()
    }

    fn fate_mut(&mut self, param: usize) -> &mut Fate {
        let param = param.min(PARAMS);
        if self.params.len() <= param {
            self.params.resize(param + 1, Fate::default());
        }
        &mut self.params[param]
    }

    /// Whether every handle that a call is given is afterwards where it was, or gone with the call's own frame.
    pub fn is_harmless(&self) -> bool {
        self.params.iter().all(|fate| fate.is_harmless())
    }
}

/// The summaries of a program's functions, each made when it is first asked for.
#[derive(Debug)]
pub struct Summaries {
    made: Vec<OnceLock<Summary>>,
    /// The names of functions whose contracts matter to others: a method that is not resolved may be one of them.
    loud: FxHashSet<Name>,
}

impl Summaries {
    /// An empty table for a program.
    pub fn of(program: &Program) -> Self {
        let contracts = program.fns.iter().filter(|def| !def.contract.clauses.is_empty());
        let loud = contracts.filter(|def| !by_contract(def).quiet).map(|def| def.name.clone());
        Self { made: program.fns.iter().map(|_| OnceLock::new()).collect(), loud: loud.collect() }
    }

    /// The summary of a function.
    pub fn get(&self, linked: &Linked, func: FnId) -> &Summary {
        if let Some(summary) = self.made[func.index()].get() {
            return summary;
        }
        let graph = CallGraph::new(linked, &[func], &|callee| self.made[callee.index()].get().is_some());
        for component in &graph.components {
            self.settle(linked, &graph, component);
        }
        self.made[func.index()].get_or_init(Summary::bottom)
    }

    /// Makes the summaries of one component, whose callees have theirs.
    fn settle(&self, linked: &Linked, graph: &CallGraph, component: &[FnId]) {
        let recursive = component.len() > 1 || graph.callees(component[0]).contains(&component[0]);
        let mut current: FxHashMap<FnId, Summary> = component.iter().map(|func| (*func, Summary::bottom())).collect();
        loop {
            let mut changed = false;
            for func in component {
                let summary = self.summarise(linked, *func, &current);
                // How much is run is only an estimate, and grows with each round.
                let same = |old: Summary| Summary { size: summary.size, ..old } == summary;
                changed |= !current.insert(*func, summary.clone()).is_some_and(same);
            }
            if !changed || !recursive {
                break;
            }
        }
        for (func, summary) in current {
            // Another thread may have been here; it has found the same.
            self.made[func.index()].get_or_init(|| summary);
        }
    }

    fn summarise(&self, linked: &Linked, func: FnId, current: &FxHashMap<FnId, Summary>) -> Summary {
        let program = &linked.program;
        let def = &program.fns[func];
        let stub = program.krates[def.krate].stub;
        let mut summary = by_contract(def);
        match def.body {
            Some(root) if !def.primitive && (!stub || def.contract.clauses.is_empty()) => {
                flow::Flow::new(linked, self, current, &mut summary).run(root, def.params.len());
            }
            _ if def.primitive || !def.contract.clauses.is_empty() => {}
            _ => {
                summary.quiet = false;
                (0..def.params.len()).for_each(|param| summary.fate_mut(param).kept = true);
            }
        }
        summary
    }
}

/// What a function's contract says, and what is true of primitives that have none.
fn by_contract(def: &FnDef) -> Summary {
    let mut summary = Summary::bottom();
    let others = |summary: &mut Summary, but: usize, fate: Fate| {
        (0..def.params.len()).filter(|param| *param != but).for_each(|param| _ = summary.fate_mut(param).add(fate));
    };
    let acted = Fate { acted: true, ..Fate::default() };
    let kept = Fate { kept: true, ..Fate::default() };
    for clause in &def.contract.clauses {
        // How much text there is.
        let text = |param: usize| def.params.get(param).is_some_and(|ty| ty.refers_to("str"));
        let silent = match clause {
            Clause::Puts(_) | Clause::Gets(_) | Clause::Clears(_) | Clause::Same(_) => true,
            Clause::Polls(on) => text(on.param),
            _ => false,
        };
        summary.quiet &= silent;
        match clause {
            // What is put goes into `self`.
            Clause::Puts(on) => summary.fate_mut(on.param).into |= 1,
            Clause::Gets(on) => _ = summary.fate_mut(on.param).add(Fate { into: RESULT, ..acted }),
            Clause::Same(on) | Clause::Borrows(on) => summary.fate_mut(on.param).into |= RESULT,
            Clause::Sends { on, .. } => others(&mut summary, on.param, kept),
            Clause::Spawns { .. } => others(&mut summary, usize::MAX, kept),
            Clause::Pairs { .. } => others(&mut summary, usize::MAX, Fate { into: RESULT, ..Fate::default() }),
            Clause::Owns(on) => summary.fate_mut(on.param).kept = true,
            Clause::Polls(on) if text(on.param) => summary.fate_mut(on.param).into |= RESULT,
            Clause::Polls(_) | Clause::Reaps | Clause::Parks { on: None, .. } => {}
            Clause::Aborts(on, _)
            | Clause::Closes(on)
            | Clause::Clears(on)
            | Clause::Sets(on)
            | Clause::Kills(on)
            | Clause::Detaches(on)
            | Clause::Joins { on, .. }
            | Clause::Parks { on: Some(on), .. } => summary.fate_mut(on.param).acted = true,
        }
    }
    if def.primitive && def.contract.clauses.is_empty() {
        summary.quiet = def.path != "std::process::exit" && def.path != "std::process::abort";
        for (param, ty) in def.params.iter().enumerate() {
            let borrowed = matches!(ty, Ty::Ref(..) | Ty::Ptr(_));
            let written = matches!(ty, Ty::Ref(true, _) | Ty::Ptr(_));
            *summary.fate_mut(param) = Fate { kept: !borrowed, acted: false, written, into: RESULT };
        }
    }
    summary
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the summary of `app::f` says: `quiet`, and of each parameter what may happen to it.
    fn check(text: &str, expect: &str) {
        let linked = crate::link::tests::link_text(text);
        let summaries = Summaries::of(&linked.program);
        let func = linked.fn_by_path("app::f").unwrap();
        let summary = summaries.get(&linked, func);
        let mut said = vec![if summary.quiet { "quiet".to_owned() } else { "acts".to_owned() }];
        for param in 0..linked.program.fns[func].params.len() {
            let fate = summary.fate(param);
            let mut words = Vec::new();
            for (is, word) in [(fate.kept, "kept"), (fate.acted, "acted"), (fate.written, "written"), (fate.into & RESULT != 0, "returned")]
            {
                words.extend(is.then(|| word.to_owned()));
            }
            words.extend((0..PARAMS).filter(|other| fate.into & (1 << other) != 0).map(|other| format!("into {other}")));
            said.push(if words.is_empty() { "harmless".to_owned() } else { words.join(" ") });
        }
        assert_eq!(said.join(", "), expect, "{text}");
    }

    const USES: &str = "use std::sync::mpsc::{Sender, Receiver, channel}; use std::thread; ";

    #[test]
    fn data_alone_is_quiet() {
        check(
            "fn f(a: u32, b: &str) -> u32 { if b.is_empty() { a } else { g(a) } } fn g(a: u32) -> u32 { a + 1 }",
            "quiet, returned, harmless",
        );
    }

    #[test]
    fn a_send_keeps_the_message_and_not_the_sender() {
        check(&format!("{USES} fn f(tx: &Sender<Sender<u32>>, reply: Sender<u32>) {{ let _ = tx.send(reply); }}"), "acts, harmless, kept");
    }

    #[test]
    fn recursion_comes_to_an_end() {
        check(
            &format!(
                "{USES} fn f(n: u32, tx: &Sender<u32>) {{ if n > 0 {{ g(n - 1, tx); }} tx.send(n).ok(); }} fn g(n: u32, tx: &Sender<u32>) {{ f(n, tx) }}"
            ),
            "acts, kept, harmless",
        );
    }

    #[test]
    fn a_worker_keeps_what_it_is_given() {
        check(&format!("{USES} fn f(tx: Sender<u32>) {{ thread::spawn(move || tx.send(1)); }}"), "acts, kept");
    }

    #[test]
    fn what_is_put_into_a_collection_goes_there() {
        check(&format!("{USES} fn f(all: &mut Vec<Sender<u32>>, tx: Sender<u32>) {{ all.push(tx); }}"), "quiet, harmless, into 0");
    }

    #[test]
    fn what_is_taken_out_of_a_borrow_is_acted_on() {
        check(&format!("{USES} struct S {{ tx: Option<Sender<u32>> }} fn f(s: &mut S) {{ s.tx.take(); }}"), "quiet, acted written");
    }

    #[test]
    fn a_static_keeps() {
        check(
            &format!(
                "{USES} use std::sync::Mutex; static TX: Mutex<Option<Sender<u32>>> = Mutex::new(None); fn f(tx: Sender<u32>) {{ *TX.lock().unwrap() = Some(tx); }}"
            ),
            "acts, kept written",
        );
    }
}

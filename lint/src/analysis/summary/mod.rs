//! Summaries: what a call of a function can come to for what it is given, whoever calls it.
//!
//! They are of a function and the code that it is passed ([`Key`]), and are made bottom-up over the strongly connected components of the graph of
//! such calls: callees first, inside a component round and round until nothing changes, which it does since facts are only added. One type says it
//! for bodies, contracts and stubs. A call asks its callee's summary first: where it says that the body can neither touch a handle nor wait
//! nor tell anything that is known, the body is not run; where a bound forbids to run it (recursion, depth), the summary takes its place, case by
//! case ([`Case`]), and the wait that it would come to first ([`Latent`]) is asked of the caller's state.
//!
//! ```text
//! fn walk(dir: &Path, found: &Sender<PathBuf>) {  // `found`: nothing is kept, nothing is taken out: after a call it is held as before
//!     for entry in list(dir) {                    // `list`: quiet, it works on data alone
//!         if entry.is_dir() { walk(&entry, found) } else { found.send(entry).ok(); }
//!     }
//! }
//! ```
//!
//! Deliberately absent: the order of things, and waits that only some paths come to. That is found by running the body on the caller's state.

mod calls;
mod cases;
mod flow;
mod makes;
mod waits;

pub use calls::{Given, Key};
pub use cases::Case;
pub use makes::Makers;
pub use waits::Latent;

use std::cell::RefCell;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{Idx, Name};
use crate::ir::{Clause, FnDef, Program, Ty};
use crate::link::Linked;
use crate::link::callgraph::CallGraph;
use calls::Calls;

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

/// What code may do to the parameters of a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What may happen to each.
    params: Vec<Fate>,
    /// Whether nothing that it reaches has a contract that matters to others, ends the program, or is out of view.
    pub quiet: bool,
}

impl Default for Effect {
    /// Nothing.
    fn default() -> Self {
        Self { params: Vec::new(), quiet: true }
    }
}

impl Effect {
    /// What may happen to a parameter.
    pub fn fate(&self, param: usize) -> Fate {
        self.params.get(param.min(PARAMS)).copied().unwrap_or_default()
    }

    /// Whether every handle that a call is given is afterwards where it was, or gone with the call's own frame.
    pub fn is_harmless(&self) -> bool {
        self.params.iter().all(|fate| fate.is_harmless())
    }

    /// Adds to what may happen to a parameter; whether that is more than was known.
    fn add(&mut self, param: usize, fate: Fate) -> bool {
        let param = param.min(PARAMS);
        if self.params.len() <= param {
            self.params.resize(param + 1, Fate::default());
        }
        self.params[param].add(fate)
    }

    /// Adds all that other code may do.
    fn extend(&mut self, other: &Self) {
        self.quiet &= other.quiet;
        for (param, fate) in other.params.iter().enumerate() {
            self.add(param, *fate);
        }
    }
}

/// What a call of a function can come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// What it may do, however it comes back.
    pub effect: Effect,
    /// The same for each case in which it comes back, if it is known which these are and they differ.
    pub cases: Option<Vec<Case>>,
    /// The wait that each call comes to first.
    pub wait: Option<Latent>,
    /// How many blocks it and what it calls have.
    pub size: u32,
}

/// The summaries of a program's functions, each made when it is first asked for.
#[derive(Debug)]
pub struct Summaries {
    plain: Vec<OnceLock<Arc<Summary>>>,
    /// Those of functions that are given code.
    given: RwLock<FxHashMap<Key, Arc<Summary>>>,
    /// The names of functions whose contracts matter to others: a method that is not resolved may be one of them.
    loud: FxHashSet<Name>,
}

impl Summaries {
    /// An empty table for a program.
    pub fn of(program: &Program) -> Self {
        let contracts = program.fns.iter().filter(|def| !def.contract.clauses.is_empty());
        let loud = contracts.filter(|def| !by_contract(def).quiet).map(|def| def.name.clone());
        Self { plain: program.fns.iter().map(|_| OnceLock::new()).collect(), given: RwLock::default(), loud: loud.collect() }
    }

    /// The summary of a call.
    pub fn get(&self, linked: &Linked, key: &Key) -> Arc<Summary> {
        if let Some(summary) = self.known(key) {
            return summary;
        }
        let calls: RefCell<FxHashMap<Key, Calls>> = RefCell::default();
        let called = |key: &Key| {
            let Some(found) = calls_of(linked, key) else { return Vec::new() };
            let called = found.called();
            calls.borrow_mut().insert(key.clone(), found);
            called
        };
        let graph = CallGraph::new(std::slice::from_ref(key), called, |callee| self.known(callee).is_some());
        let calls = calls.into_inner();
        for component in &graph.components {
            self.settle(linked, &graph, component, &calls);
        }
        self.known(key).unwrap_or_default()
    }

    fn known(&self, key: &Key) -> Option<Arc<Summary>> {
        if key.given.is_empty() {
            return self.plain[key.func.index()].get().cloned();
        }
        let given = self.given.read().unwrap_or_else(PoisonError::into_inner);
        given.get(key).cloned()
    }

    /// Makes the summaries of one component, whose callees have theirs.
    fn settle(&self, linked: &Linked, graph: &CallGraph<Key>, component: &[Key], calls: &FxHashMap<Key, Calls>) {
        let recursive = component.len() > 1 || graph.callees(&component[0]).contains(&component[0]);
        let bottom = || Summary { cases: Some(Vec::new()), ..Summary::default() };
        let mut current: FxHashMap<Key, Summary> = component.iter().map(|key| (key.clone(), bottom())).collect();
        loop {
            let mut changed = false;
            for key in component {
                let mut summary = self.summarise(linked, key, calls.get(key), &current);
                // Invariant: what is spoken of as a whole stays so, for facts are only added: that its callees do too may make its paths fewer.
                if current[key].cases.is_none() {
                    summary.cases = None;
                }
                // How much is run is only an estimate, and grows with each round.
                changed |= !current
                    .insert(key.clone(), summary.clone())
                    .is_some_and(|old| old.effect == summary.effect && old.cases == summary.cases);
            }
            if !changed || !recursive {
                break;
            }
        }
        for (key, mut summary) in current {
            summary.settle_cases(linked, &key);
            // Another thread may have been here; it has found the same.
            if key.given.is_empty() {
                self.plain[key.func.index()].get_or_init(|| Arc::new(summary));
            } else {
                self.given.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert_with(|| Arc::new(summary));
            }
        }
    }

    fn summarise(&self, linked: &Linked, key: &Key, calls: Option<&Calls>, current: &FxHashMap<Key, Summary>) -> Summary {
        let def = &linked.program.fns[key.func];
        let mut effect = by_contract(def);
        match (def.body, calls) {
            (Some(root), Some(calls)) => return flow::Flow::new(linked, self, current, calls, effect).run(key, root),
            _ if def.primitive || !def.contract.clauses.is_empty() => {}
            _ => {
                effect.quiet = false;
                (0..def.params.len()).for_each(|param| _ = effect.add(param, Fate { kept: true, ..Fate::default() }));
            }
        }
        Summary { effect, wait: Latent::of_primitive(linked, key.func), ..Summary::default() }
    }
}

/// Whom a function calls, where its body says what it does.
fn calls_of(linked: &Linked, key: &Key) -> Option<Calls> {
    linked.program.fns[key.func].body.filter(|_| Key::runs(linked, key.func)).map(|root| Calls::of(linked, key, root))
}

/// What a function's contract says, and what is true of primitives that have none.
fn by_contract(def: &FnDef) -> Effect {
    let mut effect = Effect::default();
    let others = |effect: &mut Effect, but: usize, fate: Fate| {
        (0..def.params.len()).filter(|param| *param != but).for_each(|param| _ = effect.add(param, fate));
    };
    let acted = Fate { acted: true, ..Fate::default() };
    let into = |into: u64| Fate { into, ..Fate::default() };
    let kept = Fate { kept: true, ..Fate::default() };
    for clause in &def.contract.clauses {
        // How much text there is.
        let text = |param: usize| def.params.get(param).is_some_and(|ty| ty.refers_to("str"));
        let silent = match clause {
            Clause::Puts(_) | Clause::Gets(_) | Clause::Clears(_) | Clause::Same(_) => true,
            Clause::Polls(on) => text(on.param),
            _ => false,
        };
        effect.quiet &= silent;
        match clause {
            // What is put goes into `self`.
            Clause::Puts(on) => _ = effect.add(on.param, into(1)),
            // Through a shared borrow it is only looked at.
            Clause::Gets(on) => {
                let acted = !matches!(def.params.get(on.param), Some(Ty::Ref(false, _)));
                effect.add(on.param, Fate { acted, ..into(RESULT) });
            }
            Clause::Same(on) | Clause::Borrows(on) => _ = effect.add(on.param, into(RESULT)),
            Clause::Sends { on, .. } => others(&mut effect, on.param, kept),
            Clause::Spawns { .. } => others(&mut effect, usize::MAX, kept),
            Clause::Pairs { .. } => others(&mut effect, usize::MAX, into(RESULT)),
            Clause::Owns(on) => _ = effect.add(on.param, kept),
            Clause::Polls(on) if text(on.param) => _ = effect.add(on.param, into(RESULT)),
            Clause::Polls(_) | Clause::Reaps | Clause::Parks { on: None, .. } => {}
            Clause::Aborts(on, _)
            | Clause::Closes(on)
            | Clause::Clears(on)
            | Clause::Sets(on)
            | Clause::Kills(on)
            | Clause::Detaches(on)
            | Clause::Joins { on, .. }
            | Clause::Parks { on: Some(on), .. } => _ = effect.add(on.param, acted),
        }
    }
    if def.primitive && def.contract.clauses.is_empty() {
        effect.quiet = def.path != "std::process::exit" && def.path != "std::process::abort";
        for (param, ty) in def.params.iter().enumerate() {
            let borrowed = matches!(ty, Ty::Ref(..) | Ty::Ptr(_));
            let written = matches!(ty, Ty::Ref(true, _) | Ty::Ptr(_));
            effect.add(param, Fate { kept: !borrowed, acted: false, written, into: RESULT });
        }
    }
    effect
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the summary of a call of `app::f` says: `quiet`, and of each parameter what may happen to it; the same for each case in which it comes
    /// back, where they differ; what it waits for. `app::given` is what its last parameter is given, if there is one.
    fn check(text: &str, expect: &str) {
        let linked = crate::link::tests::link_text(text);
        let summaries = Summaries::of(&linked.program);
        let func = linked.fn_by_path("app::f").unwrap();
        let def = &linked.program.fns[func];
        let given = linked.fn_by_path("app::given").map(|given| (def.params.len() - 1, Given::Fn(given)));
        let summary = summaries.get(&linked, &Key::new(&linked, func, given.into_iter()));
        let params = |effect: &Effect| (0..def.params.len()).map(|param| words(effect.fate(param))).collect::<Vec<_>>().join(", ");
        let mut said = vec![format!("{}, {}", if summary.effect.quiet { "quiet" } else { "acts" }, params(&summary.effect))];
        said.extend(summary.cases.iter().flatten().map(|case| format!("{}: {}", case.variant, params(&case.effect))));
        said.extend(summary.wait.iter().map(|wait| {
            let through: Vec<&str> = wait.through.iter().map(|(func, _)| linked.program.fns[*func].name.as_str()).collect();
            let on: Vec<String> = [wait.on.param.to_string()].into_iter().chain(wait.on.fields.iter().map(ToString::to_string)).collect();
            format!("waits in {} on {}", through.join(" > "), on.join("."))
        }));
        assert_eq!(said.join("; "), expect, "{text}");
    }

    fn words(fate: Fate) -> String {
        let mut words = Vec::new();
        for (is, word) in [(fate.kept, "kept"), (fate.acted, "acted"), (fate.written, "written"), (fate.into & RESULT != 0, "returned")] {
            words.extend(is.then(|| word.to_owned()));
        }
        words.extend((0..PARAMS).filter(|other| fate.into & (1 << other) != 0).map(|other| format!("into {other}")));
        if words.is_empty() { "harmless".to_owned() } else { words.join(" ") }
    }

    const USES: &str = "use std::sync::mpsc::{Sender, Receiver, channel}; use std::thread; ";

    #[test]
    fn data_alone_is_quiet() {
        check(
            "fn f(a: u32, b: &str) -> u32 { if b.is_empty() { a } else { g(a) } } fn g(a: u32) -> u32 { a + 1 }",
            "quiet, harmless, harmless",
        );
    }

    #[test]
    fn what_comes_back_with_one_variant_alone_comes_back_in_that_case() {
        check(
            &format!("{USES} fn f(tx: Sender<u32>, full: bool) -> Option<Sender<u32>> {{ if full {{ return None; }} Some(tx) }}"),
            "quiet, returned, harmless; 0: harmless, harmless; 1: returned, harmless",
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

    #[test]
    fn what_a_closure_does_is_done_by_who_is_given_it() {
        let text = |does: &str| {
            format!(
                "{USES} fn f(tx: Sender<u32>, with: fn(Sender<u32>)) {{ each(tx, with) }} fn each(tx: Sender<u32>, with: fn(Sender<u32>)) {{ with(tx) }}
                 fn given(tx: Sender<u32>) {{ {does} }}"
            )
        };
        check(&text("tx.send(1).ok();"), "acts, harmless, harmless");
        check(&text("std::mem::forget(tx);"), "quiet, kept, harmless");
        let unknown = text("").replace("fn given", "fn other");
        check(&unknown, "quiet, kept written, kept written");
    }

    #[test]
    fn a_closure_that_stands_in_the_caller_is_followed_into_the_callee() {
        check(
            &format!(
                "{USES} fn f(tx: &Sender<Sender<u32>>, reply: Sender<u32>, all: &mut Vec<Sender<u32>>) {{ twice(reply, |one| {{ tx.send(one).ok(); }}); let _ = all; }}
                 fn twice<F: FnMut(Sender<u32>)>(one: Sender<u32>, mut with: F) {{ with(one.clone()); with(one); }}"
            ),
            "acts, harmless, kept, harmless",
        );
    }

    #[test]
    fn what_is_passed_through_a_recursion_is_the_same() {
        check(
            &format!(
                "{USES} fn f(n: u32, tx: &Sender<u32>, with: &mut dyn FnMut(&Sender<u32>)) {{ with(tx); if n > 0 {{ f(n - 1, tx, with); }} }}
                 fn given(tx: &Sender<u32>) {{ tx.send(1).ok(); }}"
            ),
            "acts, harmless, harmless, harmless",
        );
    }

    #[test]
    fn a_closure_that_a_function_makes_anew_for_itself_is_not_one_of_another_call() {
        check(
            &format!(
                "{USES} fn f(n: u32, tx: Sender<u32>, with: &dyn Fn(Sender<u32>)) {{ if n > 0 {{ f(n - 1, tx, &|tx| with(tx)) }} else {{ with(tx) }} }}
                 fn given(tx: Sender<u32>) {{ tx.send(1).ok(); }}"
            ),
            "acts, harmless, kept written, kept written",
        );
    }

    #[test]
    fn each_case_has_done_its_own() {
        check(
            &format!(
                "{USES} struct Pool {{ jobs: Option<Sender<u32>>, open: u32 }}
                 fn f(pool: &mut Pool) -> Result<(), u32> {{ if pool.open > 0 {{ return Err(pool.open); }} pool.jobs.take(); Ok(()) }}"
            ),
            "quiet, acted written; 0: acted written; 1: harmless",
        );
    }

    #[test]
    fn the_case_of_a_callee_decides_that_of_the_caller() {
        check(
            &format!(
                "{USES} struct Pool {{ jobs: Option<Sender<u32>>, open: u32 }}
                 fn f(pool: &mut Pool) -> Result<u32, u32> {{ close(pool)?; Ok(pool.open) }}
                 fn close(pool: &mut Pool) -> Result<(), u32> {{ if pool.open > 0 {{ Err(pool.open) }} else {{ pool.jobs.take(); Ok(()) }} }}"
            ),
            "quiet, acted written; 0: acted written; 1: harmless",
        );
    }

    #[test]
    fn a_recursion_comes_back_in_the_cases_of_its_ends() {
        check(
            &format!(
                "{USES} struct Pool {{ jobs: Option<Sender<u32>>, open: u32 }}
                 fn f(pool: &mut Pool, left: u32) -> bool {{ if pool.open > left {{ return false; }} if left == 0 {{ pool.jobs.take(); return true; }} f(pool, left - 1) }}"
            ),
            "quiet, acted written, harmless; 0: harmless, harmless; 1: acted written, harmless",
        );
    }

    #[test]
    fn a_wait_is_latent_through_calls_and_fields() {
        check(
            &format!(
                "{USES} struct Line {{ replies: Receiver<u32> }} fn f(line: &Line) -> Option<u32> {{ line.first() }}
                 impl Line {{ fn first(&self) -> Option<u32> {{ let rx = &self.replies; rx.recv().ok() }} }}"
            ),
            "acts, acted; waits in f > first on 0.replies",
        );
    }

    #[test]
    fn a_wait_that_is_not_always_reached_or_that_comes_after_a_deed_is_not_latent() {
        check(&format!("{USES} fn f(n: u32, rx: &Receiver<u32>) {{ if n > 0 {{ rx.recv().ok(); }} }}"), "acts, harmless, acted");
        check(&format!("{USES} fn f(tx: Sender<u32>, rx: &Receiver<u32>) {{ drop(tx); rx.recv().ok(); }}"), "acts, harmless, acted");
        check(
            &format!("{USES} fn f(tx: &Sender<u32>, rx: &Receiver<u32>) {{ tx.send(1).ok(); rx.recv().ok(); }}"),
            "acts, harmless, acted",
        );
    }

    #[test]
    fn the_wait_of_an_async_function_is_where_its_future_is_awaited() {
        check(
            "use tokio::sync::mpsc::Receiver; async fn f(rx: &mut Receiver<u32>) -> Option<u32> { next(rx).await } async fn next(rx: &mut Receiver<u32>) -> Option<u32> { rx.recv().await }",
            "acts, acted; waits in f > next on 0",
        );
    }
}

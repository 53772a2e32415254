//! Which functions may make something that is waited for: a channel, a worker, a signal.
//!
//! A least fixpoint over the calls of the program, found from the makers outwards. A method that is not resolved may be any of the program's own
//! of that name, or a primitive of that name: it makes what one of these makes.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::Name;
use crate::ir::{
    AdtId, BodyId, BodyRef, Callee, Clause, EndRole, FnDef, FnId, Program, Rvalue, Statement, StatementKind, TerminatorKind, Ty, TypeRole,
    VariantRef,
};
use crate::link::Linked;
use crate::link::callgraph::{bodies, called_by};

/// The functions that may make something that is waited for. Who makes nothing of the kind, and is given what is out of view, hangs for no
/// reason that is in view.
#[derive(Debug, Default)]
pub struct Makers(FxHashSet<FnId>);

impl Makers {
    /// Finds them among some functions and all that these call.
    pub fn of(linked: &Linked, roots: &[FnId]) -> Self {
        let program = &linked.program;
        let mut callers = Callers::default();
        let mut known: FxHashSet<FnId> = roots.iter().copied().collect();
        let mut round = roots.to_vec();
        let mut makers: Vec<FnId> = Vec::new();
        while !round.is_empty() {
            let calls: Vec<(FnId, Calls)> = round.into_par_iter().map(|func| (func, Calls::of(linked, func))).collect();
            round = Vec::new();
            for (func, calls) in calls {
                makers.extend(calls.makes.then_some(func));
                round.extend(calls.funcs.iter().copied().filter(|callee| known.insert(*callee)));
                callers.add(func, calls);
            }
        }
        let mut all = Self::default();
        let named = program.fns.iter().filter(|def| makes(program, def)).map(|def| &def.name);
        let mut next: Vec<FnId> = makers;
        next.extend(named.filter_map(|name| callers.methods.get(name)).flatten());
        while let Some(func) = next.pop() {
            if all.0.insert(func) {
                next.extend(callers.funcs.get(&func).into_iter().flatten());
                let def = &program.fns[func];
                if !program.krates[def.krate].stub {
                    let named = [&callers.methods, &callers.asked].into_iter().filter_map(|by_name| by_name.get(&def.name));
                    next.extend(named.flatten());
                }
            }
        }
        all
    }

    /// Whether a function is one of them.
    pub fn contains(&self, func: FnId) -> bool {
        self.0.contains(&func)
    }

    /// Whether a body, or a closure in it, calls one of them or somebody who is not known.
    pub fn made_in(&self, linked: &Linked, body: BodyId) -> bool {
        linked.body(body).blocks.iter().any(|block| {
            let called = match &block.terminator.kind {
                TerminatorKind::Call { callee: Callee::Fn(func, _) | Callee::Trait(func, _), .. } => self.contains(*func),
                TerminatorKind::Call { .. } => true,
                _ => false,
            };
            let within = |statement: &Statement| match &statement.kind {
                StatementKind::Assign(_, Rvalue::Closure { body: BodyRef::Global(inner), .. }) => self.made_in(linked, *inner),
                _ => false,
            };
            called || block.statements.iter().any(within)
        })
    }
}

/// What the bodies of one function make and call.
#[derive(Default)]
struct Calls {
    makes: bool,
    funcs: Vec<FnId>,
    /// Calls that are not resolved, by name; whether a primitive may be meant.
    names: Vec<(Name, bool)>,
}

impl Calls {
    fn of(linked: &Linked, func: FnId) -> Self {
        let program = &linked.program;
        let def = &program.fns[func];
        let mut calls = Self { makes: makes(program, def), ..Self::default() };
        // What a contract says stands for the body.
        if def.primitive || (program.krates[def.krate].stub && !def.contract.clauses.is_empty()) {
            return calls;
        }
        calls.funcs = called_by(linked, func);
        for block in bodies(linked, func).flat_map(|body| &linked.body(body).blocks) {
            calls.makes |= block.statements.iter().any(|statement| {
                matches!(&statement.kind, StatementKind::Assign(_, Rvalue::Adt { variant: VariantRef::Resolved(made, _), .. })
                    if is_waited_for(program, *made))
            });
            if let TerminatorKind::Call { callee, .. } = &block.terminator.kind {
                match callee {
                    Callee::Trait(asked, ty) if linked.impl_of(*asked, ty).is_none_or(|(found, _)| found == *asked) => {
                        calls.names.push((program.fns[*asked].name.clone(), false));
                    }
                    Callee::Method(name, _) => calls.names.push((name.clone(), true)),
                    _ => {}
                }
            }
        }
        calls
    }
}

/// Who calls whom, seen from the callee.
#[derive(Default)]
struct Callers {
    funcs: FxHashMap<FnId, Vec<FnId>>,
    /// Those of a method of which only the name is known.
    methods: FxHashMap<Name, Vec<FnId>>,
    /// Those of a trait's method that may be one of the program's own.
    asked: FxHashMap<Name, Vec<FnId>>,
}

impl Callers {
    fn add(&mut self, caller: FnId, calls: Calls) {
        for callee in calls.funcs {
            self.funcs.entry(callee).or_default().push(caller);
        }
        for (name, primitive) in calls.names {
            let callers = if primitive { &mut self.methods } else { &mut self.asked };
            callers.entry(name).or_default().push(caller);
        }
    }
}

/// Whether a primitive makes something that is waited for.
fn makes(program: &Program, def: &FnDef) -> bool {
    let clauses = &def.contract.clauses;
    let has = |kind: fn(&Clause) -> bool| clauses.iter().any(kind);
    let handed_on = has(|clause| matches!(clause, Clause::Same(_) | Clause::Borrows(_) | Clause::Gets(_)));
    has(|clause| matches!(clause, Clause::Spawns { .. }))
        || ((def.primitive || has(|clause| matches!(clause, Clause::Pairs { .. }))) && !handed_on && has_made(program, &def.ret))
}

/// Whether a new value of a type is something that is waited for, or has such a thing in it.
fn has_made(program: &Program, ty: &Ty) -> bool {
    match ty {
        Ty::Adt(adt, substs) => is_waited_for(program, *adt) || substs.iter().any(|ty| has_made(program, ty)),
        Ty::Tuple(parts) => parts.iter().any(|ty| has_made(program, ty)),
        _ => false,
    }
}

/// Whether one may wait for what a value of this type is a handle of. A signal alone does not count: who made no worker and no channel besides
/// is the only one who could wait for it or give it.
fn is_waited_for(program: &Program, adt: AdtId) -> bool {
    !matches!(program.adts[adt].role, None | Some(TypeRole::End { role: EndRole::Signal | EndRole::Lock | EndRole::Executor, .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The makers among the functions of `app`.
    fn check(text: &str, expect: &[&str]) {
        let linked = crate::link::tests::link_text(text);
        let program = &linked.program;
        let own: Vec<FnId> = program.fns.indices().filter(|func| !program.krates[program.fns[*func].krate].stub).collect();
        let makers = Makers::of(&linked, &own);
        let found: Vec<&str> =
            own.iter().filter(|func| makers.contains(**func)).map(|func| program.fns[*func].path.trim_start_matches("app::")).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn who_calls_a_maker_is_one() {
        check(
            "use std::sync::mpsc; fn a() { b() } fn b() { let _ = || mpsc::channel::<u8>(); } fn c(tx: mpsc::Sender<u8>) { tx.clone(); }",
            &["a", "b"],
        );
    }

    #[test]
    fn a_signal_alone_is_none() {
        check(
            "use std::sync::atomic::AtomicBool; fn a() -> AtomicBool { AtomicBool::new(false) } fn b() { std::thread::spawn(|| ()); }",
            &["b"],
        );
    }

    #[test]
    fn what_a_trait_is_asked_for_may_be_done_by_a_maker() {
        check(
            "trait Open { fn open(&self); fn push(&self); }
             struct Hub; impl Open for Hub { fn open(&self) { std::sync::mpsc::channel::<u8>(); } fn push(&self) {} }
             struct File; impl Open for File { fn open(&self) {} fn push(&self) {} }
             fn a(open: &dyn Open) { open.open(); } fn b(open: &dyn Open) { open.push(); }",
            &["Hub::open", "a"],
        );
    }

    #[test]
    fn a_cycle_comes_to_an_end() {
        check("fn a(n: u32) { b(n) } fn b(n: u32) { a(n); std::thread::spawn(|| ()); } fn c(n: u32) { c(n) }", &["a", "b"]);
    }
}

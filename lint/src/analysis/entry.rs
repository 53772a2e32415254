//! Entry points, and what is done with what they return.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use rayon::prelude::*;

use super::followed::Followed;
use super::hazard::{Hazard, HazardKind, Told};
use super::index::Index;
use super::machine::{Flow, Machine};
use super::process::{dropped_type, drops_children};
use super::state::State;
use super::tables::Which;
use super::value::{Origin, Val};
use crate::base::Name;
use crate::ir::{AdtId, BodyId, Container, DropWhy, FnDef, FnId, Ty, Why};
use crate::link::Linked;
use crate::link::callgraph::named_by;

/// How many states of a constructor are followed further.
pub(super) const FACTS: usize = 3;

/// What the analysis of one entry point says beside its findings.
#[derive(Clone, Debug, Default)]
pub struct Report<T> {
    /// What the judge made of the hazards.
    pub findings: Vec<T>,
    /// Why things were given up, with counts.
    pub given_up: BTreeMap<Why, u32>,
    /// How far channels and workers were followed.
    pub followed: Followed,
    /// Functions on which the linter itself failed, and what it said: they are left out, and the run goes on.
    pub failed: BTreeMap<FnId, String>,
}

/// Runs every entry point of the program's own crates; `judge` is asked about each hazard while its state is there.
pub fn analyse<T: Send>(linked: &Linked, judge: &(dyn Fn(&Machine<'_>, &Hazard) -> Option<T> + Sync)) -> Report<T> {
    let failed = elaborate(linked);
    let program = &linked.program;
    let own = program.fns.iter_enumerated().filter(|(func, def)| !program.krates[def.krate].stub && !failed.contains_key(func));
    let own: Vec<FnId> = own.map(|(func, _)| func).collect();
    let called = called(linked, &own);
    let entries = entries(linked, &own, &called);
    let index = Index::of(linked, &own, &called);
    let entries: Vec<FnId> = entries.into_par_iter().filter(|func| counts(linked, &index, *func)).collect();
    let mut all = Report { findings: Vec::new(), given_up: BTreeMap::new(), followed: Followed::new(), failed };
    let machine = Machine::new(linked, &index);
    let (seen, broken) = super::scan::scan(linked, &all.failed);
    let told = Told::of(&seen);
    let run = |start: Start| run(linked, &index, start, &told, judge);
    let mut runs: Vec<Run<T>> = entries.par_iter().map(|func| run(Start::Entry(*func))).collect();
    let inner = own.par_iter().filter(|func| !entries.contains(func) && makes_a_giver(linked, &index, **func));
    runs.par_extend(inner.map(|func| run(Start::Inner(*func))));
    let bodies: BTreeSet<BodyId> = runs.iter().flat_map(|run| &run.bodies).copied().collect();
    let again = |body: BodyId| {
        let func = program.bodies[body].func?;
        let is_entry = program.fns[func].body == Some(body) && entries.contains(&func);
        let alone = !is_entry && !program.krates[program.fns[func].krate].stub && index.makers.made_in(linked, body);
        alone.then(|| run(Start::Worker(func, body)))
    };
    runs.par_extend(bodies.into_par_iter().filter_map(again));
    let curtailed: BTreeSet<BodyId> = runs.iter().flat_map(|run| &run.curtailed).copied().collect();
    let ends = |hazard: &&Hazard| hazard.sender_without_end().is_some_and(|body| curtailed.contains(&body));
    all.findings.extend(seen.iter().filter(|hazard| !ends(hazard)).filter_map(|hazard| judge(&machine, hazard)));
    all.failed.extend(broken);
    // Of one and the same reader, one entry point may show more than another.
    let mut settled: BTreeSet<Which> = runs.iter().flat_map(|run| &run.settled).copied().collect();
    settled.extend(in_time(&runs));
    for Run { report, orphans, .. } in runs {
        all.findings.extend(report.findings);
        all.findings.extend(orphans.into_iter().filter(|(reader, _)| !settled.contains(reader)).map(|(_, finding)| finding));
        for (func, said) in report.failed {
            // Entry points that reach the same fault say the same.
            if !all.failed.values().any(|known| *known == said) {
                all.failed.insert(func, said);
            }
        }
        for (site, followed) in report.followed {
            let known = all.followed.entry(site).or_default();
            *known = (*known).max(followed);
        }
        for (why, count) in report.given_up {
            *all.given_up.entry(why).or_default() += count;
        }
    }
    all
}

/// Has the bodies of the program's own functions elaborated, in parallel; the functions whose bodies fail, and what was said.
fn elaborate(linked: &Linked) -> BTreeMap<FnId, String> {
    let program = &linked.program;
    let own: Vec<FnId> = program.fns.indices().filter(|func| !program.krates[program.fns[*func].krate].stub).collect();
    let failed = own.into_par_iter().filter_map(|func| {
        let root = program.fns[func].body?;
        let failure = catch_unwind(AssertUnwindSafe(|| linked.body(root))).err()?;
        Some((func, said(&*failure)))
    });
    failed.collect()
}

/// What a panic said.
pub(super) fn said(cause: &(dyn Any + Send)) -> String {
    let text = cause.downcast_ref::<&str>().map(|text| (*text).to_owned()).or_else(|| cause.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic without a message".to_owned())
}

/// The functions that these call or name, themselves left out.
fn called(linked: &Linked, own: &[FnId]) -> BTreeSet<FnId> {
    own.iter().flat_map(|func| named_by(linked, *func).into_iter().filter(move |callee| callee != func)).collect()
}

/// The functions with a body that none of these calls.
fn entries(linked: &Linked, own: &[FnId], called: &BTreeSet<FnId>) -> Vec<FnId> {
    let program = &linked.program;
    own.iter()
        .map(|func| (*func, &program.fns[*func]))
        .filter(|(_, def)| def.body.is_some())
        .filter(|&(func, def)| {
            let is_drop = dropped_type(program, func).is_some();
            let is_main = program.krates[def.krate].main == Some(func);
            is_main || (!called.contains(&func) && !is_drop) || is_constructor(linked, func) || drops_children(program, func)
        })
        .map(|(func, _)| func)
        .collect()
}

/// Whether something may be found from an entry point: it makes what is waited for, or a method of what it makes does.
fn counts(linked: &Linked, index: &Index, func: FnId) -> bool {
    let program = &linked.program;
    let makes = |func: FnId| index.makers.contains(func);
    let made = || own_type(linked, &program.fns[func].ret).filter(|made| !takes(linked, func, *made));
    makes(func)
        || drops_children(program, func)
        || made().and_then(|made| index.methods.get(&made)).is_some_and(|methods| methods.iter().copied().any(makes))
}

/// Whether a function is given a value of this type, as the methods of a builder are that hand it back.
pub(super) fn takes(linked: &Linked, func: FnId, ty: AdtId) -> bool {
    linked.program.fns[func].params.iter().any(|param| own_type(linked, param) == Some(ty))
}

/// Whether a function makes values of its type, which users can't name and get values from.
fn makes_a_giver(linked: &Linked, index: &Index, func: FnId) -> bool {
    let gives = |made: AdtId| index.givers.get(&made).is_some_and(|givers| givers.iter().any(|giver| index.makers.contains(*giver)));
    linked.program.fns[func].body.is_some() && constructed(linked, func).is_some_and(gives)
}

/// Whether a function makes values of the type in whose impl it stands and others can call it.
fn is_constructor(linked: &Linked, func: FnId) -> bool {
    linked.program.fns[func].public && constructed(linked, func).is_some()
}

/// The type in whose impl a function stands, if it makes values of it out of other things.
fn constructed(linked: &Linked, func: FnId) -> Option<AdtId> {
    let def = &linked.program.fns[func];
    let Container::Impl(id) = def.container else { return None };
    let made = own_type(linked, &def.ret).filter(|_| def.self_kind.is_none())?;
    (own_type(linked, &linked.program.impls[id].self_ty) == Some(made)).then_some(made)
}

/// The type that a result comes down to, `Result`, `Option`, `Arc`, `Box` looked through.
pub(super) fn own_type(linked: &Linked, ty: &Ty) -> Option<AdtId> {
    match ty {
        Ty::Adt(def, substs) if linked.program.krates[linked.program.adts[*def].krate].stub => own_type(linked, substs.first()?),
        Ty::Adt(def, _) => Some(*def),
        _ => None,
    }
}

/// A function's type parameters as they stand in its declaration.
fn as_declared(def: &FnDef) -> Rc<Vec<(Name, Ty)>> {
    Rc::new(def.generics.iter().map(|name| (name.clone(), Ty::Param(name.clone()))).collect())
}

/// The readers of whose table every reply that is waited for is waited for with a deadline.
fn in_time<T>(runs: &[Run<T>]) -> impl Iterator<Item = Which> {
    let mut awaited: BTreeMap<Which, bool> = BTreeMap::new();
    for (reader, unbounded) in runs.iter().flat_map(|run| &run.awaited) {
        *awaited.entry(*reader).or_insert(false) |= unbounded;
    }
    awaited.into_iter().filter(|(_, unbounded)| !unbounded).map(|(reader, _)| reader)
}

/// Where a run begins.
#[derive(Clone, Copy)]
enum Start {
    /// In an entry point.
    Entry(FnId),
    /// In a function that makes a value which users can't name: what they get from it they may keep for longer.
    Inner(FnId),
    /// In what a worker runs, which stands in this function: for what it makes it waits as anybody does.
    Worker(FnId, BodyId),
}

/// The run of one entry point.
struct Run<T> {
    report: Report<T>,
    /// Readers that leave their tables of pending replies as they are, and what the judge makes of that.
    orphans: Vec<(Which, T)>,
    /// Readers of which that is settled.
    settled: Vec<Which>,
    /// Readers of whose table a reply is waited for, and whether without a deadline.
    awaited: BTreeMap<Which, bool>,
    /// Bodies that somebody ends before their own end.
    curtailed: BTreeSet<BodyId>,
    /// The bodies that workers run which were started.
    bodies: BTreeSet<BodyId>,
}

fn run<T>(
    linked: &Linked,
    index: &Index,
    start: Start,
    told: &Told,
    judge: &(dyn Fn(&Machine<'_>, &Hazard) -> Option<T> + Sync),
) -> Run<T> {
    let work = || {
        let mut machine = Machine::new(linked, index);
        match start {
            Start::Entry(func) => machine.enter(func),
            Start::Inner(func) => machine.enter_inner(func),
            Start::Worker(func, body) => machine.enter_worker(func, body),
        }
        let hazards = std::mem::take(&mut machine.hazards);
        let (orphans, settled) = machine.orphans(&hazards);
        // What follows from something that is told of elsewhere is no hazard of its own.
        let follows = |hazard: &Hazard| {
            hazard.follows_from(told, &machine.curtailed) || machine.awaits_left(hazard, &orphans) || machine.is_closed_by_others(hazard)
        };
        let findings = hazards.iter().filter(|hazard| !follows(hazard)).filter_map(|hazard| judge(&machine, hazard)).collect();
        let orphans = orphans.iter().filter_map(|(reader, hazard)| Some((*reader, judge(&machine, hazard)?))).collect();
        let report = Report { findings, given_up: machine.given_up, followed: machine.followed, failed: BTreeMap::new() };
        Run {
            report,
            orphans,
            settled,
            awaited: machine.awaited,
            curtailed: machine.curtailed.into_bodies(),
            bodies: machine.starts.bodies,
        }
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| {
        let (Start::Entry(func) | Start::Inner(func) | Start::Worker(func, _)) = start;
        let failed = BTreeMap::from([(func, said(&*cause))]);
        let report = Report { findings: Vec::new(), given_up: BTreeMap::new(), followed: Followed::new(), failed };
        Run {
            report,
            orphans: Vec::new(),
            settled: Vec::new(),
            awaited: BTreeMap::new(),
            curtailed: BTreeSet::new(),
            bodies: BTreeSet::new(),
        }
    })
}

impl Machine<'_> {
    fn enter(&mut self, func: FnId) {
        let mut st = State::default();
        let def = &self.program.fns[func];
        if let Some(ty) = dropped_type(self.program, func) {
            return self.enter_drop(&ty);
        }
        let args = self.given_by_others(&mut st, &def.params);
        let is_main = self.program.krates[def.krate].main == Some(func);
        let names = as_declared(def);
        self.in_main = is_main;
        let outcomes = self.run_fn(st, func, &names, args);
        let runtime = is_main && self.program.fns[func].is_async;
        for (st, flow) in &outcomes {
            self.ends_with(st);
            self.filled_up(st, if let Flow::Value(value) = flow { value } else { &Val::Uninit });
            if let Flow::Value(value) = flow {
                self.outlived(st);
                self.left_behind(st, value, runtime);
            }
        }
        if is_main {
            return;
        }
        self.supposed = self.program.krates[self.program.fns[func].krate].main.is_some();
        for (st, flow) in outcomes.into_iter().filter(|(_, flow)| matches!(flow, Flow::Value(_))).take(FACTS) {
            if let Flow::Value(value) = flow {
                let mark = self.hazards.len();
                let (given, reaped) = self.use_up(st, value, func);
                self.lost_by_users(mark, &given, reaped);
            }
        }
    }

    /// What users get from a value that they can't name, and keep when it is gone. All else is found where that value is used.
    fn enter_inner(&mut self, func: FnId) {
        let mut st = State::default();
        let def = &self.program.fns[func];
        let args = self.given_by_others(&mut st, &def.params);
        let outcomes = self.run_fn(st, func, &as_declared(def), args);
        self.hazards.clear();
        for (st, flow) in outcomes.into_iter().take(FACTS) {
            if let Flow::Value(value) = flow {
                self.keep_what_it_gives(&st, &value);
            }
        }
        self.followed.clear();
        self.given_up.clear();
    }

    /// What a worker runs, as an actor of its own that is given what nobody knows: of its waits alone something is said, since all else is asked
    /// where it was started.
    fn enter_worker(&mut self, func: FnId, body: BodyId) {
        let (def, code) = (&self.program.fns[func], self.linked.body(body));
        let is_fn = def.body == Some(body);
        let given: Vec<Ty> =
            if is_fn { def.params.clone() } else { code.captures.iter().map(|capture| code.locals[capture.local].ty.clone()).collect() };
        let mut st = State::default();
        let given = self.given_by_others(&mut st, &given);
        let (args, env) = if is_fn { (given, Vec::new()) } else { (Vec::new(), given) };
        let substs = as_declared(def);
        self.run_body(st, super::exec::Entry { body, args, env, substs }, None);
        self.hazards.retain(|hazard| matches!(hazard.kind, HazardKind::Parked { .. }));
        // How far things were followed was counted where the worker was started.
        self.followed.clear();
        self.given_up.clear();
    }

    /// Values of these types of which nothing is known, and which others have too.
    fn given_by_others(&mut self, st: &mut State, tys: &[Ty]) -> Vec<Val> {
        let given: Vec<Val> = tys.iter().map(|ty| self.sym(ty, Origin::Input)).collect();
        for value in &given {
            st.share(value);
        }
        given
    }

    /// The `Drop` of a type that owns child processes, run on one of which nothing is known.
    fn enter_drop(&mut self, ty: &Ty) {
        let value = self.sym(ty, Origin::Input);
        self.drop_value(State::default(), value, DropWhy::Scope);
        self.hazards.retain(|hazard| matches!(hazard.kind, HazardKind::Unreaped(..)));
    }
}

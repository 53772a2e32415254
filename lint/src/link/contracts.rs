//! Attributes to contracts: which of them count is decided by resolved path, their form is read here.
//!
//! The macros have checked the form where the program compiles; what does not fit is left out.

use super::CfgEnv;
use super::names::{ModuleId, Names};
use crate::base::Name;
use crate::ir::{Attr, AttrArg, Capacity, Clause, Contract, EndRole, On, OnDrop, Subject, TypeRole, WorkerKind};

/// The attributes of an item that are `must_abort`'s, by their names there, `cfg_attr` decided.
pub(super) fn known<'a>(names: &Names, cfg: &CfgEnv, module: ModuleId, attrs: &'a [Attr]) -> Vec<(Name, &'a Attr)> {
    let holding = attrs.iter().filter(|attr| cfg.holds(&attr.cfg));
    holding.filter_map(|attr| Some((names.resolve_attr(module, &attr.path)?, attr))).collect()
}

/// What the attributes of a type say.
pub(super) fn type_role(attrs: &[(Name, &Attr)], stub: bool) -> Option<TypeRole> {
    let mut role = None;
    for (name, attr) in attrs {
        match name.as_str() {
            "must_abort" => {
                let end = match pair(attr, "role") {
                    Some("sender") => EndRole::Sender,
                    Some("receiver") => EndRole::Receiver,
                    Some("weak") => EndRole::Weak,
                    Some("signal") => EndRole::Signal,
                    Some("lock") => EndRole::Lock,
                    Some("executor") => EndRole::Executor,
                    _ => EndRole::Both,
                };
                role = Some(TypeRole::End {
                    aborts: words(attr).map(Name::new).collect(),
                    on_drop: on_drop(attr, OnDrop::Silent),
                    role: end,
                    stub,
                });
            }
            "worker" => {
                let kind = words(attr).find_map(worker_kind).unwrap_or(WorkerKind::Thread);
                let default = match kind {
                    WorkerKind::Thread | WorkerKind::Task | WorkerKind::Blocking => OnDrop::Detach,
                    WorkerKind::Scoped => OnDrop::Join,
                    WorkerKind::Process => OnDrop::Silent,
                };
                role = Some(TypeRole::Worker { kind, on_drop: on_drop(attr, default) });
            }
            _ => {}
        }
    }
    role
}

/// What the attributes of a function promise; `params` are its parameters' names, `self` first.
pub(super) fn contract(attrs: &[(Name, &Attr)], params: &[Option<Name>]) -> Contract {
    let mut clauses = Vec::new();
    for (name, attr) in attrs {
        clause(name, attr, params, &mut clauses);
    }
    Contract { clauses }
}

fn clause(name: &Name, attr: &Attr, params: &[Option<Name>], out: &mut Vec<Clause>) {
    // A flag is not a subject, even where a parameter has its name.
    let subjects = || -> Vec<Subject> {
        words(attr).filter(|word| !["deadline", "lossy"].contains(word)).filter_map(|word| subject(word, params)).collect()
    };
    // With no subject named, a method's is `self`.
    let or_self = |found: Vec<Subject>| if found.is_empty() { subject("self", params).into_iter().collect() } else { found };
    let has = |flag: &str| words(attr).any(|word| word == flag);
    match name.as_str() {
        "aborts" => {
            let on = if pair(attr, "on") == Some("ok") { On::Ok } else { On::All };
            out.extend(or_self(subjects()).into_iter().map(|subject| Clause::Aborts(subject, on)));
        }
        "closes" => out.extend(or_self(subjects()).into_iter().map(Clause::Closes)),
        "sends" => out.extend(or_self(subjects()).into_iter().map(|on| Clause::Sends { on, lossy: has("lossy") })),
        "parks" => {
            let (deadline, until_eof) = (has("deadline"), pair(attr, "until") == Some("eof"));
            let found = subjects();
            if found.is_empty() {
                out.push(Clause::Parks { on: None, deadline, until_eof });
            }
            out.extend(found.into_iter().map(|on| Clause::Parks { on: Some(on), deadline, until_eof }));
        }
        "pairs" => {
            let at = |key: &str| pair(attr, key).and_then(|value| value.parse().ok());
            let capacity = pair(attr, "capacity").map_or(Capacity::Unbounded, |value| {
                let by_param = || params.iter().position(|param| param.as_ref().is_some_and(|name| name == value)).map(Capacity::Param);
                value.parse().ok().map(Capacity::Fixed).or_else(by_param).unwrap_or(Capacity::Unbounded)
            });
            out.push(Clause::Pairs { tx: at("tx"), rx: at("rx"), capacity });
        }
        "same" => out.extend(or_self(subjects()).into_iter().map(Clause::Same)),
        "polls" => out.extend(or_self(subjects()).into_iter().map(Clause::Polls)),
        "sets" => out.extend(or_self(subjects()).into_iter().map(Clause::Sets)),
        "puts" => out.extend(subjects().into_iter().map(Clause::Puts)),
        "gets" => out.extend(or_self(subjects()).into_iter().map(Clause::Gets)),
        "clears" => out.extend(or_self(subjects()).into_iter().map(Clause::Clears)),
        "spawns" => {
            let kind = words(attr).find_map(worker_kind).unwrap_or(WorkerKind::Thread);
            out.push(Clause::Spawns { kind, runs: pair(attr, "runs").and_then(|word| subject(word, params)) });
        }
        "joins" if has("children") => out.push(Clause::Reaps),
        "joins" => out.extend(or_self(subjects()).into_iter().map(|on| Clause::Joins { on, deadline: has("deadline") })),
        "kills" => out.extend(or_self(subjects()).into_iter().map(Clause::Kills)),
        "detaches" => out.extend(or_self(subjects()).into_iter().map(Clause::Detaches)),
        "owns" => out.extend(subjects().into_iter().map(Clause::Owns)),
        "borrows" => out.extend(subjects().into_iter().map(Clause::Borrows)),
        _ => {}
    }
}

/// The `#[tokio::main]` on a function: whoever calls it waits until a runtime has run it to its end.
pub(super) fn runtime(attrs: &[Attr]) -> Option<&Attr> {
    attrs.iter().find(|attr| attr.path.segments.iter().map(|segment| segment.name.as_str()).eq(["tokio", "main"]))
}

/// How many threads run tasks beside the one that runs the function, if a `#[tokio::main]` on it says so.
pub(super) fn threads(attrs: &[Attr]) -> Option<u64> {
    let attr = runtime(attrs)?;
    match pair(attr, "flavor") {
        Some("current_thread" | "local") => Some(0),
        _ => pair(attr, "worker_threads").and_then(|count| count.parse().ok()),
    }
}

/// The rules and the reason of an `#[allow_hang(rule, reason = "…")]`.
pub(super) fn allowed(attr: &Attr) -> (Vec<Name>, Option<String>) {
    (words(attr).map(Name::new).collect(), pair(attr, "reason").map(str::to_owned))
}

fn words(attr: &Attr) -> impl Iterator<Item = &str> {
    attr.args.iter().filter_map(|arg| if let AttrArg::Word(word) = arg { Some(word.as_str()) } else { None })
}

fn pair<'a>(attr: &'a Attr, key: &str) -> Option<&'a str> {
    attr.args.iter().find_map(|arg| match arg {
        AttrArg::Pair(name, value) if name == key => Some(value.as_str()),
        _ => None,
    })
}

fn subject(word: &str, params: &[Option<Name>]) -> Option<Subject> {
    let mut parts = word.split('.').map(str::trim);
    let first = parts.next()?;
    let param = params.iter().position(|param| param.as_ref().is_some_and(|name| name == first))?;
    Some(Subject { param, fields: parts.map(Name::new).collect() })
}

fn worker_kind(word: &str) -> Option<WorkerKind> {
    Some(match word {
        "thread" => WorkerKind::Thread,
        "task" => WorkerKind::Task,
        "blocking" => WorkerKind::Blocking,
        "scoped" => WorkerKind::Scoped,
        "process" => WorkerKind::Process,
        _ => return None,
    })
}

fn on_drop(attr: &Attr, default: OnDrop) -> OnDrop {
    match pair(attr, "on_drop") {
        Some("silent") => OnDrop::Silent,
        Some("eof") => OnDrop::Eof,
        Some("abort") => OnDrop::Abort,
        Some("detach") => OnDrop::Detach,
        Some("join") => OnDrop::Join,
        Some("kill") => OnDrop::Kill,
        _ => default,
    }
}

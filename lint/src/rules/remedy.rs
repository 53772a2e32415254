//! What would mend a hazard, in terms of the program. How that is written is a matter of the text, and of `suggest`.

use super::story::Story;
use crate::analysis::hazard::HazardKind;
use crate::analysis::state::Holder;
use crate::analysis::trace::{Cond, EventKind};
use crate::analysis::value::{LocStep, Root, Val};
use crate::base::{FileSpan, Name};
use crate::diagnostic::{Held, Remedy};
use crate::ir::{AdtDef, Local, WorkerKind};

/// The remedy for a finding of a rule, which points at `at`.
pub(super) fn of(rule: &str, story: &Story<'_, '_>, at: FileSpan) -> Option<Remedy> {
    match rule {
        "recv_while_sender_held" | "join_while_sender_held" | "join_while_receiver_held" | "pipe_held_across_wait" => held(story),
        "abort_after_wait" => sooner(story),
        "unreaped_child" => reap(story, at),
        "abandoned_worker" => keep(story, at),
        "eof_ignored" | "hangup_ignored" => Some(Remedy::Leave(at)),
        "close_without_shutdown" => Some(Remedy::Shutdown(at)),
        _ => None,
    }
}

/// What the one who waits holds goes before the wait, if all that holds it is in plain view.
fn held(story: &Story<'_, '_>) -> Option<Remedy> {
    let mut found: Vec<Held> = Vec::new();
    for unmet in story.proof().iter().filter(|unmet| matches!(unmet.cond, Cond::Eof(_) | Cond::Room(_))) {
        for holder in &unmet.holders {
            match holder {
                Holder::Frame(depth, local, path) => {
                    let held = place(story, *depth, *local, path)?;
                    if !found.contains(&held) {
                        found.push(held);
                    }
                }
                Holder::Worker(_) => {}
                Holder::Shared(..) | Holder::Leaked | Holder::Outside | Holder::Queue(_) => return None,
            }
        }
    }
    (!found.is_empty()).then_some(Remedy::Drop(found))
}

/// A holder as the user can name it.
fn place(story: &Story<'_, '_>, depth: usize, local: Local, path: &[Name]) -> Option<Held> {
    let (machine, state) = (story.machine, &story.hazard.state);
    let frame = state.frames.get(depth).filter(|frame| !frame.stub)?;
    let variable = &machine.linked.body(frame.body).locals[local];
    let (base, declared) = (variable.name.clone()?, variable.span);
    let mut held = Held { wait: wait(story, depth), base, declared, fields: Vec::new(), option: false, movable: true };
    let mut at = frame.locals.get(local).map(|value| state.settle(value));
    for field in path {
        let Some(Val::Adt(adt)) = at else { break };
        let def = adt.def.map(|def| &machine.program.adts[def]);
        // What is inside of a wrapper goes with it.
        let open = |def: &AdtDef| def.variants.first().is_some_and(|only| only.open.contains(field));
        if let Some(def) = def.filter(|def| machine.program.krates[def.krate].stub && !open(def)) {
            held.option = def.path == "std::option::Option";
            break;
        }
        held.movable &= def.is_none_or(|def| def.drop_fn.is_none());
        held.fields.push(field.clone());
        at = adt.fields.iter().find(|(known, _)| known == field).map(|(_, value)| state.settle(value));
    }
    // A method further in may have it in reach: `self.tx`.
    let inner = (depth + 1..state.frames.len()).rev().filter(|depth| !state.frames[*depth].stub);
    for inner in inner.filter(|_| held.option) {
        let body = machine.linked.body(state.frames[inner].body);
        let this = body.locals.iter_enumerated().find(|(_, local)| local.name.as_ref().is_some_and(|name| name.as_str() == "self"));
        let Some(Val::Ref(loc)) = this.and_then(|(id, _)| state.frames[inner].locals.get(id)) else { continue };
        let steps = loc.steps.iter().map(LocStep::name).collect::<Option<Vec<_>>>()?;
        if loc.root == Root::Local(depth, local) && held.fields.iter().zip(&steps).all(|(a, b)| a == *b) && steps.len() < held.fields.len()
        {
            let fields = held.fields[steps.len()..].to_vec();
            return Some(Held { wait: wait(story, inner), base: Name::new("self"), fields, ..held });
        }
    }
    Some(held)
}

/// Where the function of a frame waits, or calls what does.
fn wait(story: &Story<'_, '_>, depth: usize) -> FileSpan {
    let frames = &story.hazard.state.frames;
    if frames[depth + 1..].iter().all(|frame| frame.stub) { story.hazard.at } else { frames[depth].at }
}

/// What stops the worker only after the wait comes before it.
fn sooner(story: &Story<'_, '_>) -> Option<Remedy> {
    let (_, stop) = story.late_stop()?;
    Some(Remedy::Sooner { wait: story.hazard.at, stop: stop.at, gentle: !matches!(stop.kind, EventKind::Killed(_)) })
}

/// A killed child is waited for where it was killed.
fn reap(story: &Story<'_, '_>, at: FileSpan) -> Option<Remedy> {
    let HazardKind::Unreaped(id, _) = story.hazard.kind else { return None };
    (story.worker(id)?.killed == Some(at)).then_some(Remedy::Reap(at))
}

/// A task whose handle went into a bounded wait is aborted where that gives up.
fn keep(story: &Story<'_, '_>, at: FileSpan) -> Option<Remedy> {
    let HazardKind::LetGo(id, _) = story.hazard.kind else { return None };
    (story.worker(id)?.kind == WorkerKind::Task).then_some(Remedy::Keep(at))
}

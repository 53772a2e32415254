//! The path of a story: what happened in which order, a step a place.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::{IndexMap, IndexSet};

use super::story::{LEAKED, Story, subject};
use crate::analysis::cases::Deed;
use crate::analysis::frame::Frame;
use crate::analysis::hazard::{HazardKind, Sight, Stay, Unmet};
use crate::analysis::object::{Chan, Lock, ObjKind, Worker};
use crate::analysis::state::Holder;
use crate::analysis::stops::Deaf;
use crate::analysis::trace::{Cond, Event, EventKind};
use crate::analysis::value::ObjId;
use crate::base::FileSpan;
use crate::diagnostic::Step;
use crate::ir::{BodyId, Container, FnId, Ty, WorkerKind};

impl Story<'_, '_> {
    /// The objects that the story is about, which points at `told`.
    fn cast(&self, told: FileSpan) -> BTreeSet<ObjId> {
        let mut cast = BTreeSet::new();
        let chain = self.chain();
        if told != self.hazard.at {
            let ended = chain.iter().filter_map(|unmet| self.machine.ended_feeder(&self.hazard.state, unmet));
            cast.extend(ended.filter(|(_, at)| *at == told).map(|(feeder, _)| feeder));
        }
        for unmet in chain.iter().filter(|unmet| self.is_awaited(unmet)) {
            cast.extend(subject(&unmet.cond));
            cast.extend(unmet.waiter);
            cast.extend(unmet.holders.iter().filter_map(|holder| match holder {
                Holder::Worker(id) | Holder::Queue(id) => Some(*id),
                _ => None,
            }));
        }
        match &self.hazard.kind {
            HazardKind::Lossy(obj)
            | HazardKind::Unaborted(obj, _)
            | HazardKind::LetGo(obj, _)
            | HazardKind::Unreaped(obj, _)
            | HazardKind::Refused(obj, _)
            | HazardKind::SelfSend(obj) => {
                cast.insert(*obj);
            }
            HazardKind::Stays(worker, _) => {
                cast.insert(*worker);
            }
            HazardKind::SelfParked { worker, chan, .. } => cast.extend([*worker, *chan]),
            HazardKind::Inherited { process, reader } => {
                cast.insert(*process);
                cast.extend(reader.map(|(id, _)| id));
            }
            HazardKind::Starved { conds, worker, wakers } => {
                cast.extend(conds.iter().filter_map(subject));
                cast.extend(worker.iter().chain(wakers));
            }
            HazardKind::Locked { conds, guard, needs, .. } => {
                cast.extend(conds.iter().filter_map(subject));
                cast.extend(needs.waiter);
                cast.extend(if let Holder::Worker(id) = guard { Some(*id) } else { None });
            }
            HazardKind::Severed { worker, socket, .. } => cast.extend([*worker, *socket]),
            HazardKind::Lingers(cond) => cast.extend(subject(cond)),
            HazardKind::Orphaned { worker, table } => cast.extend([*worker, *table]),
            _ => {}
        }
        // Workers that hold an end of a channel of the story belong to it.
        for (&id, obj) in self.hazard.state.objs.iter() {
            if let ObjKind::Worker(worker) = &obj.kind {
                let mut holds = false;
                worker.code.handles(&mut |held, _| holds |= cast.contains(&held));
                if holds {
                    cast.insert(id);
                }
            }
        }
        cast
    }

    /// Whether a worker waits for this to go on: that a send of its would fail matters only where nothing else ends it.
    fn is_awaited(&self, unmet: &Unmet) -> bool {
        let other = |other: &Unmet| other.waiter == unmet.waiter && !matches!(other.cond, Cond::Gone(_));
        !matches!(unmet.cond, Cond::Gone(_)) || unmet.waiter.is_none() || !self.proof().iter().any(other)
    }

    /// The steps from the making of the channel to the wait; the finding itself points at `told`.
    pub fn path(&self, told: FileSpan) -> Vec<Step> {
        let cast = self.cast(told);
        let mut steps: Vec<Step> = Vec::new();
        let mut add = |(at, what): (FileSpan, String)| {
            let step = Step { at, what };
            if !self.in_stub(at) && !steps.contains(&step) {
                steps.push(step);
            }
        };
        if let HazardKind::Sight(Sight::AcceptUnguarded { started: Some(at) }) = self.hazard.kind {
            add((at, "who is to connect is started with this".to_owned()));
        }
        let events = self.events();
        let calls = self.calls(&events);
        let kept = self.kept(&events);
        // Of several calls, one in the other, the innermost comes back first and says it.
        let mut told_of = BTreeSet::new();
        let mut between = calls.iter().peekable();
        for (index, event) in events.iter().enumerate() {
            while let Some((_, at, what)) = between.next_if(|(call, ..)| *call <= index) {
                add((*at, what.clone()));
            }
            if let Some(what) = self.happened(&cast, &event.kind) {
                add((self.place(&events, index), what));
            }
            if let Some((obj, what)) = self.spared(&event.kind)
                && told_of.insert(obj)
            {
                add((event.at, what));
            }
            if let Some(what) = kept.get(&index) {
                add((event.at, what.clone()));
            }
        }
        between.for_each(|(_, at, what)| add((*at, what.clone())));
        self.waits().into_iter().for_each(&mut add);
        self.locked().into_iter().for_each(&mut add);
        self.parked(told).into_iter().for_each(&mut add);
        steps
    }

    /// The calls that lead to the wait from the function that keeps others from ending it, each with the event before which it comes.
    fn calls(&self, events: &[&Event]) -> Vec<(usize, FileSpan, String)> {
        let HazardKind::Parked { .. } = self.hazard.kind else { return Vec::new() };
        let state = &self.hazard.state;
        let chain = self.chain();
        let held = chain.iter().filter(|unmet| self.is_awaited(unmet)).flat_map(|unmet| &unmet.holders);
        let depth = held.filter_map(|holder| match holder {
            Holder::Frame(depth, ..) | Holder::Shared(_, depth, ..) => Some(*depth),
            _ => None,
        });
        let Some(mut depth) = depth.max() else { return Vec::new() };
        // What a function comes to depends on the code that it is given: which call that was belongs to the story.
        while depth > state.base && state.frames.get(depth).is_some_and(|frame| frame.stub || self.is_given_code(frame)) {
            depth -= 1;
        }
        let frames: Vec<_> = state.frames.iter().skip(depth.max(state.base)).filter(|frame| !frame.stub).collect();
        let (mut calls, mut since) = (Vec::new(), 0);
        for pair in frames.windows(2) {
            let (caller, callee) = (pair[0], pair[1]);
            let Some(func) = callee.func else { continue };
            let def = &self.machine.program.fns[func];
            let closure = def.body != Some(callee.body);
            // A closure is read where it stands.
            if closure && caller.func == callee.func {
                continue;
            }
            let entered = |event: &&Event| event.kind == EventKind::Entered(func) && event.at == caller.at;
            let found = if closure { None } else { events[since..].iter().position(entered) };
            since = found.map_or(events.len(), |found| since + found);
            calls.push((since, caller.at, format!("this runs {}", self.code(callee.body))));
        }
        calls
    }

    /// What a call has not done for those who wait, in the case in which it came back here.
    fn spared(&self, kind: &EventKind) -> Option<(ObjId, String)> {
        let EventKind::Spared { obj, deed, by, case } = kind else { return None };
        let HazardKind::Parked { .. } = self.hazard.kind else { return None };
        let chain = self.chain();
        let mut awaited = chain.iter().filter(|unmet| self.is_awaited(unmet));
        if !awaited.any(|unmet| subject(&unmet.cond).or(unmet.waiter) == Some(*obj)) {
            return None;
        }
        let deed = match deed {
            Deed::Drop => "dropped the sender",
            Deed::Close => "closed the channel",
            Deed::Send => "sent a message",
            Deed::Give => "given the signal",
            Deed::Kill => "ended the worker",
        };
        Some((*obj, format!("{} comes back with `{case}` here, and has not {deed}", self.code(*by))))
    }

    /// What a body is called: `Pool::close`.
    fn code(&self, body: BodyId) -> String {
        let Some(func) = self.machine.program.bodies[body].func else { return "this".to_owned() };
        let def = &self.machine.program.fns[func];
        let name = def.path.rsplit("::").take(if def.container == Container::Module { 1 } else { 2 });
        let name = name.collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("::");
        if def.body == Some(body) { format!("`{name}`") } else { format!("the closure of `{name}`") }
    }

    /// Whether a call was given a closure, a function or a future of the user's.
    fn is_given_code(&self, frame: &Frame) -> bool {
        let def = frame.func.map(|func| &self.machine.program.fns[func]).filter(|def| def.body == Some(frame.body));
        def.is_some_and(|def| def.params.iter().chain(frame.substs.iter().map(|(_, ty)| ty)).any(|ty| self.is_code(ty)))
    }

    fn is_code(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Closure(_) | Ty::FnDef(..) | Ty::FnPtr(..) | Ty::Coroutine(_) => true,
            Ty::Ref(_, inner) => self.is_code(inner),
            Ty::Adt(_, substs) => substs.iter().any(|ty| self.is_code(ty)),
            Ty::Dyn(bounds) => bounds.iter().any(|bound| self.machine.program.traits[bound.trait_].path.starts_with("std::ops::Fn")),
            _ => false,
        }
    }

    /// The sends by which workers get what they then keep from those who wait, by their places among the events.
    fn kept(&self, events: &[&Event]) -> BTreeMap<usize, String> {
        let state = &self.hazard.state;
        let chain = self.chain();
        let held = chain.iter().filter_map(|unmet| match unmet.cond {
            Cond::Eof(chan) => Some((chan, &unmet.holders)),
            _ => None,
        });
        let by_workers = held.flat_map(|(chan, holders)| {
            holders.iter().filter_map(move |holder| if let Holder::Worker(id) = holder { Some((chan, *id)) } else { None })
        });
        let mut found = BTreeMap::new();
        for (chan, worker) in by_workers {
            for (&queue, obj) in state.objs.iter() {
                let ObjKind::Chan(inner) = &obj.kind else { continue };
                let Some(at) = inner.queue.iter().position(|message| state.reaches(message, chan, &|_| true).is_some()) else { continue };
                let sends = events.iter().enumerate().rev().filter(|(_, event)| event.kind.sends_on(queue));
                if let Some((index, _)) = sends.take(inner.queue.len() - at).last() {
                    let thing =
                        self.called(chan, false).map_or_else(|| "the channel".to_owned(), |name| format!("the channel of `{name}`"));
                    found.insert(index, format!("the {} gets a sender of {thing} here, and keeps it", self.who(worker)));
                }
            }
        }
        found
    }

    /// Where an event happened: in code that a derive made, where that was called.
    fn place(&self, events: &[&Event], mut index: usize) -> FileSpan {
        let program = &self.machine.program;
        let is_derived = |func: FnId| program.fns[func].span == program.fns[func].name_span.span;
        let made = |at: FileSpan| program.adts.iter().any(|adt| adt.name_span == at);
        let called = |event: &&Event| matches!(event.kind, EventKind::Entered(func) if is_derived(func));
        while made(events[index].at)
            && let Some(call) = events[..index].iter().rposition(called)
        {
            index = call;
        }
        events[index].at
    }

    /// What happened, in words, if it is part of the story.
    fn happened(&self, cast: &BTreeSet<ObjId>, kind: &EventKind) -> Option<String> {
        let (EventKind::Made(obj)
        | EventKind::Cloned(obj)
        | EventKind::Spawned(obj)
        | EventKind::Mentioned(obj)
        | EventKind::Killed(obj)
        | EventKind::Joined(obj)
        | EventKind::Set(obj, _)
        | EventKind::Closed(obj)
        | EventKind::Aborted(obj)
        | EventKind::Leaked(obj)) = kind
        else {
            return None;
        };
        if !cast.contains(obj) {
            return None;
        }
        let thing = self.thing(cast, *obj);
        let worker = self.worker(*obj);
        let who = self.who(*obj);
        match kind {
            EventKind::Made(_) => thing.filter(|_| worker.is_none()).map(|thing| format!("{thing} is made here")),
            EventKind::Cloned(_) if worker.is_some() => None,
            EventKind::Cloned(_) => {
                let thing = thing.unwrap_or_else(|| "the shared value".to_owned());
                Some(format!("one more handle of {thing} is made here"))
            }
            EventKind::Spawned(_) => Some(self.started(*obj, who)),
            EventKind::Mentioned(_) => Some("this names the handle, it does not drop it".to_owned()),
            EventKind::Killed(_) => Some(format!("the {who} is {} here", self.killed(*obj))),
            EventKind::Joined(_) => Some(format!("the {who} has ended here")),
            EventKind::Set(..) => Some("the signal is given here".to_owned()),
            EventKind::Closed(_) | EventKind::Aborted(_) => {
                thing.filter(|_| worker.is_none()).map(|thing| format!("{thing} is closed here"))
            }
            EventKind::Leaked(_) => Some(LEAKED.to_owned()),
            _ => None,
        }
    }

    /// What a worker's start is to the story.
    fn started(&self, id: ObjId, who: &str) -> String {
        match &self.hazard.kind {
            HazardKind::Starved { wakers, .. } if wakers.contains(&id) => format!("the {who} that would end the wait is started here"),
            HazardKind::Starved { worker: Some(worker), .. } if *worker == id => format!("the {who} that waits is started here"),
            _ => format!("a {who} is started here"),
        }
    }

    /// What a kill is called for a worker.
    fn killed(&self, id: ObjId) -> &'static str {
        let is_process = self.worker(id).is_some_and(|worker| worker.kind == WorkerKind::Process);
        if is_process { "killed" } else { "aborted" }
    }

    /// An object in words: with what the user calls it where there are several such in the story.
    fn thing(&self, cast: &BTreeSet<ObjId>, obj: ObjId) -> Option<String> {
        let noun = self.noun(obj)?;
        let alone = cast.iter().filter(|other| self.noun(**other).as_ref() == Some(&noun)).count() < 2;
        let name = if alone { None } else { self.called(obj, true).or_else(|| self.called(obj, false)) };
        Some(name.map_or_else(|| format!("the {noun}"), |name| format!("the {noun} of `{name}`")))
    }

    /// The word for an object that is made and cloned.
    fn noun(&self, id: ObjId) -> Option<String> {
        let given = |worker: &Worker| {
            let mut held = false;
            worker.code.handles(&mut |obj, _| held |= obj == id);
            held && worker.kind == WorkerKind::Process
        };
        let objs = &self.hazard.state.objs;
        Some(match (&self.hazard.kind, &self.hazard.state.obj(id)?.kind) {
            (HazardKind::Orphaned { table, .. }, _) if *table == id => "table".to_owned(),
            (HazardKind::Severed { socket, .. }, _) if *socket == id => "socket".to_owned(),
            (_, ObjKind::Signal(_)) => "signal".to_owned(),
            (_, ObjKind::Chan(Chan { due: Some(def), .. })) => format!("`{}`", self.machine.program.adts[*def].name),
            (_, ObjKind::Chan(_)) if objs.values().any(|obj| matches!(&obj.kind, ObjKind::Worker(worker) if given(worker))) => {
                "pipe".to_owned()
            }
            (_, ObjKind::Chan(_)) => "channel".to_owned(),
            _ => return None,
        })
    }

    /// Where the workers of the story wait, and for what.
    fn waits(&self) -> Vec<(FileSpan, String)> {
        let mut waits: IndexMap<(ObjId, FileSpan), Vec<&Cond>> = IndexMap::new();
        for unmet in self.chain().into_iter().filter(|unmet| self.is_awaited(unmet)) {
            if let Some(worker) = unmet.waiter {
                waits.entry((worker, unmet.at)).or_default().push(&unmet.cond);
            }
        }
        waits.into_iter().filter_map(|((worker, at), conds)| Some((at, self.waiting(self.worker(worker)?, &conds)))).collect()
    }

    /// A wait of a worker, in words.
    fn waiting(&self, worker: &Worker, conds: &[&Cond]) -> String {
        let who = self.kind(worker);
        match conds {
            [Cond::Eof(_)] if worker.kind == WorkerKind::Process => format!("the {who} reads its stdin to the end"),
            [Cond::Gone(_)] => format!("the {who} ends here only when the receiver is gone"),
            _ => {
                let whats: IndexSet<String> = conds.iter().map(|cond| self.waits_for(cond)).collect();
                format!("the {who} waits here for {}", whats.into_iter().collect::<Vec<_>>().join(" or "))
            }
        }
    }

    /// Where the lock of the story is taken, and who must take it too.
    fn locked(&self) -> Vec<(FileSpan, String)> {
        let HazardKind::Locked { lock, needs, .. } = &self.hazard.kind else { return Vec::new() };
        let taken = match self.hazard.state.obj(*lock).map(|obj| &obj.kind) {
            Some(ObjKind::Lock(Lock { held: Some(taken), .. })) => Some((*taken, "the lock is taken here".to_owned())),
            _ => None,
        };
        let who = needs.waiter.and_then(|id| self.worker(id)).map_or("this".to_owned(), |worker| format!("the {}", self.kind(worker)));
        taken.into_iter().chain([(needs.at, format!("{who} must take the same lock here"))]).collect()
    }

    /// Where the story comes to its end: who stays where, and what comes too late.
    fn parked(&self, told: FileSpan) -> Vec<(FileSpan, String)> {
        let for_ever = |at: FileSpan| (at, "this waits for ever".to_owned());
        match self.hazard.kind {
            HazardKind::Stays(id, stay) => match self.unheard(id, stay != Stay::Joined).map(|unheard| unheard.why) {
                Some(Deaf::Parked(at, cond)) => {
                    vec![(at, format!("the {} stays here and waits for {}", self.who(id), self.waits_for(&cond)))]
                }
                Some(Deaf::InnerLoop(at)) => vec![(at, "this leaves the inner loop, and the outer one goes on".to_owned())],
                _ => Vec::new(),
            },
            HazardKind::SelfParked { worker, wait, .. } => vec![(wait, format!("the {} waits here for EOF", self.who(worker)))],
            HazardKind::Inherited { reader: Some((id, at)), .. } => {
                vec![(at, format!("the {} reads here what the child writes, to the end", self.who(id)))]
            }
            HazardKind::Severed { wait, .. } => vec![for_ever(wait)],
            HazardKind::Parked { .. } if self.hazard.at != told => vec![for_ever(self.hazard.at)],
            HazardKind::Parked { .. } => self.late_stop().map(|(id, stop)| self.too_late(id, stop)).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn too_late(&self, id: ObjId, stop: &Event) -> (FileSpan, String) {
        let who = self.who(id);
        let what = if matches!(stop.kind, EventKind::Killed(_)) { self.killed(id) } else { "told to stop" };
        (stop.at, format!("the {who} is {what} only here, after the wait"))
    }
}

//! Running a body: blocks, statements, branches, loops.

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::fingerprint::{fingerprint, of_end};
use super::frame::Frame;
use super::leaving::Run;
use super::loops::Loops;
use super::machine::{DEPTH, Flow, Machine, OBJECTS, Outcomes, PATHS, WIDTH};
use super::object::PathEnd;
use super::rounds::{Rounds, note_bound};
use super::state::{Fork, State};
use super::trace::EventKind;
use super::value::{Adt, Bag, Code, CodeKind, Loc, LocStep, Val};
use crate::base::{FileSpan, Idx, IndexVec, Name, Span};
use crate::ir::{
    BlockId, Body, BodyId, BodyKind, BodyRef, CaptureMode, Const, DropWhy, Local, Operand, Place, RETURN, Rvalue, Statement, StatementKind,
    TerminatorKind, Test, Ty, VariantRef, Why,
};

/// What a body is started with.
pub struct Entry {
    /// The body.
    pub body: BodyId,
    /// Its arguments.
    pub args: Vec<Val>,
    /// Its captures, for closures and async blocks.
    pub env: Vec<Val>,
    /// Type arguments.
    pub substs: Rc<Vec<(Name, Ty)>>,
}

impl Machine<'_> {
    /// Runs a body to its end. Each outcome's frames are those of `st`; with `keep` the captures are handed back beside the result.
    pub fn run_body(&mut self, mut st: State, entry: Entry, keep: Option<&Loc>) -> Outcomes {
        let body = self.linked.body(entry.body);
        if self.is_too_deep(&st, entry.body) {
            self.give_up(Why::Cut);
            for value in entry.args.iter().chain(&entry.env) {
                st.escape(value);
            }
            return vec![(st, Flow::Value(Val::Unknown(Why::Cut)))];
        }
        let (since, loops) = (st.trace.len(), self.loops_of(entry.body, body));
        self.push_frame(&mut st, body, &entry);
        let depth = st.frames.len();
        let from_main = self.in_main && st.frame().is_some_and(|frame| !frame.stub && !frame.coroutine);
        let file = self.program.bodies[entry.body].file;
        let hands_out =
            self.program.bodies[entry.body].func.is_some_and(|func| self.is_stub(func) && self.program.fns[func].name == "next");
        let mut run = Run { loops: Rc::clone(&loops), exited: Vec::new(), ended: Vec::new(), hands_out, drains: BTreeMap::new() };
        let mut seen: FxHashMap<(BlockId, u64), u32> = FxHashMap::default();
        let mut rounds = Rounds::default();
        let mut results: FxHashSet<u64> = FxHashSet::default();
        let mut out: Outcomes = Vec::new();
        let mut values = 0;
        let mut merged = None;
        // While there is but one path, none can be like it: nearly all calls are of that kind, and fingerprints are the dearest thing there is.
        let mut forked = false;
        let mut work: Vec<(BlockId, State)> = vec![(Idx::new(0), st)];
        while let Some((block, mut st)) = work.pop() {
            // Who runs an entry point wants what is found on the way, and a few of its outcomes; what `main` calls is often all of it, and of a
            // worker each is a path of its own, for which what it calls counts too.
            let width = match depth {
                _ if depth <= st.base + 1 => PATHS,
                _ if st.base > 0 => 4 * WIDTH,
                2 if from_main => 2 * WIDTH,
                _ => WIDTH,
            };
            if self.fuel == 0 || (depth > 1 && (values > width || out.len() > PATHS)) {
                self.give_up(Why::Cut);
                break;
            }
            self.fuel = self.fuel.saturating_sub(cost(&st));
            forget_dead(&mut st, &loops, block);
            let (known, recurs) = if st.base > 0 && loops.is_head(block) {
                (rounds.is_beaten(block, &st), false)
            } else if loops.is_join(block) && (forked || loops.is_head(block)) {
                let turns = st.frame().map_or(0, |frame| frame.loops.values().map(|turns| turns.visits).sum());
                let before = seen.insert((block, fingerprint(&st)), turns);
                // A worker that is in a later round where it was in an earlier one goes round; in an earlier one it has more rounds before it.
                (before.is_some_and(|before| st.base == 0 || before <= turns), st.base > 0 && before.is_some_and(|before| before < turns))
            } else {
                (false, false)
            };
            if recurs || (loops.is_head(block) && (known || !self.turn(&mut st, block))) {
                // It goes round, and nothing new comes of it.
                run.drained(block, &st);
                st.round = st.turns(block).map_or_else(|| st.comes_back_to(), |turns| turns.story);
                st.merged = st.turns(block).is_none();
                if st.base > 0 {
                    st.hoard = Rc::new(&(&*st.hoard | &self.hoard(&st)) - &st.squandered);
                }
                let last = !known && st.base == 0 && st.spent.is_none();
                let round = Flow::Stop(PathEnd::Loops);
                if results.insert(of_end(&st, &round)) {
                    out.push((self.leave(st.clone(), depth), round));
                }
                if !last {
                    continue;
                }
                // A count may be reached just now, or later than anybody follows it.
                let waits = st.turns(block).is_some_and(|turns| turns.parks < st.parks);
                self.forget_counts(&mut st, block, waits);
                self.forget_lengths(&mut st, block);
                st.uncounted = true;
                st.spent = Some((depth, block));
            }
            if st.base > 0 && loops.is_head(block) {
                rounds.goes_on();
            }
            if known {
                for head in loops.around(block) {
                    run.drained(head, &st);
                }
                merged = Some(st);
                continue;
            }
            let data = &body.blocks[block];
            for statement in &data.statements {
                self.locate(&mut st, file, statement.span);
                self.statement(&mut st, statement);
            }
            self.locate(&mut st, file, data.terminator.span);
            let successors = self.terminator(st, &data.terminator.kind, entry.body);
            forked |= successors.len() > 1;
            for (next, st) in successors {
                match next {
                    Next::Block(target) => {
                        let mut st = st;
                        let others = run.follow(&mut st, block, target);
                        if others && st.base == 0 {
                            self.leaves_on_end(&st);
                        }
                        if others && st.base > 0 {
                            let at = self.here(&st);
                            self.event(&mut st, EventKind::Left, at);
                        }
                        work.push((target, st));
                    }
                    Next::End(flow) => {
                        run.left_all(&st, block, &flow);
                        let ends = if matches!(flow, Flow::Value(_)) && keep.is_none() { self.drop_captures(st, body) } else { vec![st] };
                        forked |= ends.len() > 1;
                        for mut st in ends {
                            let flow = match &flow {
                                Flow::Value(_) => {
                                    let value = self.finish(&mut st, body, keep);
                                    self.note_failure(&mut st, &value);
                                    Flow::Value(value)
                                }
                                other => other.clone(),
                            };
                            let st = self.leave(st, depth);
                            if !forked || results.insert(of_end(&st, &flow)) {
                                values += usize::from(matches!(flow, Flow::Value(_)));
                                out.push((st, flow));
                            }
                        }
                    }
                }
            }
        }
        // All ways lead back to where they came from, in the middle of a loop.
        if let (true, Some(st)) = (out.is_empty() && run.exited.is_empty(), merged) {
            out.push((self.leave(st, depth), Flow::Stop(PathEnd::Loops)));
        }
        if let Some(left) = &mut self.left {
            left.extend(run.ended.iter().map(|&head| (entry.body, head)));
        }
        for (head, pending) in run.drains {
            if !run.exited.contains(&head) {
                self.hazards.push(pending.hazard);
            }
        }
        self.note_cases(since, entry.body, &mut out);
        out
    }

    /// Whether a body is not run any more where the calls have come to: by the depth of calls, or since it runs twice already.
    pub(super) fn is_too_deep(&self, st: &State, body: BodyId) -> bool {
        st.frames.len() >= DEPTH || st.frames.iter().filter(|frame| frame.body == body).count() > 1
    }

    pub(super) fn loops_of(&mut self, id: BodyId, body: &Body) -> Rc<Loops> {
        let program = self.program;
        Rc::clone(self.loops.entry(id).or_insert_with(|| Rc::new(Loops::of(body, program))))
    }

    fn push_frame(&mut self, st: &mut State, body: &Body, entry: &Entry) {
        let func = self.program.bodies[entry.body].func;
        let stub = func.is_some_and(|func| self.is_stub(func));
        let at = self.here(st);
        let mut locals = IndexVec::from_elem(Val::Uninit, body.locals.len());
        for (at, arg) in entry.args.iter().enumerate() {
            let local: Local = Idx::new(at + 1);
            if let Some(slot) = locals.get_mut(local) {
                *slot = arg.clone();
            }
        }
        for (capture, value) in body.captures.iter().zip(&entry.env) {
            locals[capture.local] = value.clone();
        }
        // A closure runs on the executor on which the function runs in which it stands.
        let whole = func.filter(|func| self.program.fns[*func].body == Some(entry.body));
        let drives = whole.and_then(|func| self.drives(st, func, &entry.args));
        let coroutine = matches!(body.kind, BodyKind::AsyncFn | BodyKind::AsyncBlock | BodyKind::AsyncClosure);
        if coroutine {
            self.runs_future(st, entry.body);
        }
        let frame = Frame::new(entry.body, func, locals, Rc::clone(&entry.substs), at);
        st.frames.push(Rc::new(Frame { stub, coroutine, drives, ..frame }));
        if let Some(func) = func
            && !stub
        {
            self.event(st, EventKind::Entered(func), at);
        }
    }

    /// Code that runs once has run: what it captured and did not give away goes. What a worker owns goes with the worker, but for what runs then.
    fn drop_captures(&mut self, st: State, body: &Body) -> Vec<State> {
        let frame = st.frames.len() - 1;
        let with_worker = frame == st.base;
        let mut states = vec![st];
        for capture in body.captures.iter().filter(|capture| capture.mode == CaptureMode::Value) {
            let loc = Loc::local(frame, capture.local);
            let drop = |st: State| {
                let goes = !with_worker || st.read(&loc).is_some_and(|value| self.runs_when_dropped(value));
                if goes { self.drop_at(st, &loc, DropWhy::Scope) } else { vec![st] }
            };
            states = states.into_iter().flat_map(drop).collect();
        }
        states
    }

    /// Takes the result, and puts the captures back where the closure lies.
    fn finish(&mut self, st: &mut State, body: &Body, keep: Option<&Loc>) -> Val {
        let result =
            st.frame_mut().map_or(Val::Uninit, |frame| std::mem::replace(&mut frame.locals[Idx::new(RETURN as usize)], Val::Uninit));
        if let Some(loc) = keep {
            for (at, capture) in body.captures.iter().enumerate() {
                let value = st.frame_mut().map_or(Val::Uninit, |frame| std::mem::replace(&mut frame.locals[capture.local], Val::Uninit));
                if let Some(slot) = st.read_mut(&loc.then(LocStep::Env(at))) {
                    *slot = value;
                }
            }
        }
        result
    }

    fn leave(&self, mut st: State, depth: usize) -> State {
        st.frames.truncate(depth - 1);
        st.spent = st.spent.filter(|(spent, _)| *spent < depth);
        st
    }

    fn locate(&self, st: &mut State, file: crate::base::FileId, span: Span) {
        if let Some(frame) = st.frame_mut()
            && !frame.stub
        {
            frame.at = FileSpan { file, span };
        }
    }

    fn statement(&mut self, st: &mut State, statement: &Statement) {
        match &statement.kind {
            StatementKind::Assign(place, rvalue) => {
                let value = self.rvalue(st, rvalue);
                self.write(st, place, value);
            }
            StatementKind::StorageLive(local) | StatementKind::StorageDead(local) => {
                if let Some(frame) = st.frame_mut() {
                    frame.locals[*local] = Val::Uninit;
                }
            }
            StatementKind::Leave => {
                if st.base == 0 && st.frame().is_some_and(|frame| !frame.stub) {
                    let at = self.here(st);
                    self.event(st, EventKind::LeftEarly, at);
                }
                // An error ends what the worker was to do before it is done.
                if st.base > 0 && st.frames.len() == st.base + 1 && st.last_fork == Fork::Error {
                    st.accident = true;
                }
            }
            StatementKind::Mention(place) => {
                let mut objs = Vec::new();
                if let Some(value) = self.locate_place(st, place).and_then(|loc| st.read(&loc).cloned()) {
                    value.handles(&mut |obj, _| objs.push(obj));
                }
                let at = self.here(st);
                for obj in objs {
                    self.event(st, EventKind::Mentioned(obj), at);
                }
            }
        }
    }

    pub(super) fn constant(&mut self, st: &mut State, value: &Const) -> Val {
        match value {
            Const::Bool(value) => Val::Bool(*value),
            Const::Int(value) => Val::Int(*value),
            Const::Char(value) => Val::Int(i64::from(*value)),
            Const::Str(text) => Val::Str(text.as_str().into()),
            Const::Unit => Val::unit(),
            Const::Number => self.data(&Ty::Prim(Name::new("f64"))),
            Const::Fn(func, substs) => {
                let substs_here = self.substitute(st, substs);
                Val::Code(Rc::new(Code { what: CodeKind::Fn(*func, substs_here), env: Vec::new(), substs: Rc::default() }))
            }
            Const::Ctor(def, variant) => {
                Val::Code(Rc::new(Code { what: CodeKind::Ctor(*def, *variant), env: Vec::new(), substs: Rc::default() }))
            }
            Const::Item(body) => self.const_item(st, *body),
            Const::Path(_) => Val::Unknown(Why::UnresolvedPath),
            Const::Unknown(why) => Val::Unknown(*why),
        }
    }

    fn const_item(&mut self, st: &mut State, body: BodyId) -> Val {
        let entry = Entry { body, args: Vec::new(), env: Vec::new(), substs: Rc::default() };
        match self.run_body(st.clone(), entry, None).into_iter().next() {
            Some((_, Flow::Value(value))) => value,
            _ => Val::Unknown(Why::Data),
        }
    }

    fn rvalue(&mut self, st: &mut State, rvalue: &Rvalue) -> Val {
        match rvalue {
            Rvalue::Use(operand) => self.operand(st, operand),
            Rvalue::Ref { place, .. } => match self.locate_place(st, place) {
                Some(loc) => Val::Ref(Rc::new(loc)),
                None => Val::Unknown(Why::Data),
            },
            Rvalue::Tuple(operands) => Val::tuple(operands.iter().map(|operand| self.operand(st, operand)).collect()),
            Rvalue::Array(operands) => {
                let items = operands.iter().map(|operand| (Val::Uninit, self.operand(st, operand))).collect();
                Val::Bag(Rc::new(Bag { items, more: None, from: None }))
            }
            Rvalue::Repeat(operand) => {
                let value = self.operand(st, operand);
                Val::Bag(Rc::new(Bag { items: vec![(Val::Uninit, value.clone()), (Val::Uninit, value)], more: None, from: None }))
            }
            Rvalue::Adt { variant, fields, .. } => self.construct(st, variant, fields),
            Rvalue::Closure { body, captures } => {
                let env: Vec<Val> = captures.iter().map(|capture| self.operand(st, capture)).collect();
                let BodyRef::Global(body) = *body else { return Val::Unknown(Why::NoBody) };
                let substs = st.frame().map(|frame| Rc::clone(&frame.substs)).unwrap_or_default();
                let is_block = self.linked.body(body).kind == BodyKind::AsyncBlock;
                let what = if is_block { CodeKind::Block(body) } else { CodeKind::Closure(body) };
                Val::Code(Rc::new(Code { what, env, substs }))
            }
            Rvalue::Binary(op, a, b) => {
                let (a, b) = (self.operand(st, a), self.operand(st, b));
                let (a, b) = (st.settle(&a).clone(), st.settle(&b).clone());
                note_bound(st, *op, &a, &b);
                self.binary(*op, &a, &b)
            }
            Rvalue::Not(operand) => {
                let value = self.operand(st, operand);
                match st.settle(&value).clone() {
                    Val::Bool(value) => Val::Bool(!value),
                    other => self.binary(crate::ir::BinaryOp::Eq, &other, &Val::Bool(false)),
                }
            }
            Rvalue::Cast(operand, _) => self.operand(st, operand),
            Rvalue::Residual(place) => match self.locate_place(st, place) {
                Some(loc) => self.take(st, &loc),
                None => Val::Unknown(Why::Data),
            },
            Rvalue::Opaque(why, places) => {
                for place in places {
                    if let Some(loc) = self.locate_place(st, place)
                        && let Some(value) = st.read(&loc).cloned()
                    {
                        let value = match &value {
                            Val::Ref(target) => st.read(target).cloned().unwrap_or(value),
                            _ => value,
                        };
                        if owns(&value) {
                            self.give_up(*why);
                        }
                        st.escape(&value);
                    }
                }
                Val::Unknown(*why)
            }
        }
    }

    /// A struct or variant with these fields. A type with a role gets an object, `Arc` and `Rc` a cell, a collection is empty.
    fn construct(&mut self, st: &mut State, variant: &VariantRef, fields: &[(Name, Operand)]) -> Val {
        let values: Vec<(Name, Val)> = fields.iter().map(|(name, operand)| (name.clone(), self.operand(st, operand))).collect();
        let VariantRef::Resolved(def, variant) = *variant else {
            for (_, value) in &values {
                st.escape(value);
            }
            return Val::Unknown(Why::UnresolvedPath);
        };
        let at = self.here(st);
        if self.index.containers.contains(&def) {
            return Val::Bag(Rc::new(Bag::default()));
        }
        if self.lang.shared.contains(&def) {
            let content = values.into_iter().next().map_or(Val::Uninit, |(_, value)| value);
            let cell = self.make_cell(st, content, at, false);
            return Val::Adt(Rc::new(Adt { def: Some(def), variant: 0, fields: Vec::new(), handle: Some(cell) }));
        }
        if Some(def) == self.lang.manually_drop {
            let mut kept = Vec::new();
            for (_, value) in &values {
                value.handles(&mut |obj, _| kept.push(obj));
            }
            for obj in kept {
                self.event(st, EventKind::Leaked(obj), at);
            }
        }
        let handle = self.role(def).is_some().then(|| {
            let twin = self.twin(st, def, &values);
            let obj = twin.unwrap_or_else(|| self.make(st, def, at, false));
            self.event(st, if twin.is_some() { EventKind::Cloned(obj) } else { EventKind::Made(obj) }, at);
            obj
        });
        let order = self.program.adts[def].variants.get(variant as usize);
        let mut fields = values;
        if let Some(order) = order {
            fields.sort_by_key(|(name, _)| order.fields.get_index_of(name.as_str()).unwrap_or(usize::MAX));
        }
        Val::Adt(Rc::new(Adt { def: Some(def), variant, fields, handle }))
    }

    fn terminator(&mut self, st: State, kind: &TerminatorKind, body: BodyId) -> Vec<(Next, State)> {
        let mut st = st;
        self.note_exit(&mut st, kind, body);
        match kind {
            TerminatorKind::Goto(target) => vec![(Next::Block(*target), st)],
            TerminatorKind::Switch { test, then, otherwise } => {
                let before = st.last_fork;
                let (mut yes, no) = self.test(st, test);
                // That a call went well decides nothing, where a failure is returned at once: it goes on as it would have.
                if let (Some(yes), true) = (&mut yes, self.is_question(body, test, *otherwise)) {
                    yes.last_fork = before;
                }
                let mut next = Vec::new();
                next.extend(no.map(|st| (Next::Block(*otherwise), st)));
                next.extend(yes.map(|st| (Next::Block(*then), st)));
                next
            }
            TerminatorKind::Call { callee, args, dest, target, .. } => {
                let said = self.said_by_code(&mut st, callee);
                let mut outcomes = self.call(st, callee, args);
                if let (Some(chan), Some(local)) = (said, dest.as_local()) {
                    self.returned_by_message(&mut outcomes, chan, &self.linked.body(body).locals[local].ty);
                }
                self.after(outcomes, dest, *target, None)
            }
            TerminatorKind::Await { future, dest, resume, cancel } => {
                let future = self.operand(&mut st, future);
                let mut next = Vec::new();
                if st.cancellable > 0 && st.dropper.is_some() {
                    let mut dropped = st.clone();
                    dropped.dropped_at = st.dropper;
                    dropped.forks += 1;
                    for mut st in self.drop_value(dropped, future.clone(), DropWhy::Cancel) {
                        st.cancellable = 0;
                        next.push((Next::Block(*cancel), st));
                    }
                }
                let outcomes = self.await_value(st, future);
                next.extend(self.after(outcomes, dest, Some(*resume), Some(*cancel)));
                next
            }
            TerminatorKind::Select { arms, otherwise, blocking, cancel } => self.select(st, arms, *otherwise, *blocking, *cancel),
            TerminatorKind::Drop { place, target, why } => match self.locate_place(&mut st, place) {
                Some(loc) => self.drop_at(st, &loc, *why).into_iter().map(|st| (Next::Block(*target), st)).collect(),
                None => vec![(Next::Block(*target), st)],
            },
            TerminatorKind::Return => {
                let _ = body;
                vec![(Next::End(Flow::Value(Val::Uninit)), st)]
            }
            TerminatorKind::Cancelled => vec![(Next::End(Flow::Cancelled), st)],
            TerminatorKind::Unreachable => vec![(Next::End(Flow::Stop(PathEnd::Panic)), st)],
        }
    }

    /// Whether a test is that of a `?`: on its other side a result is written at once.
    fn is_question(&self, body: BodyId, test: &Test, otherwise: BlockId) -> bool {
        let first = self.linked.body(body).blocks[otherwise].statements.first();
        let returned = |place: &Place| place.as_local().is_some_and(|local| local.index() == RETURN as usize);
        matches!(test, Test::Variant(..) | Test::Try(_))
            && matches!(first.map(|statement| &statement.kind), Some(StatementKind::Assign(place, Rvalue::Adt { .. } | Rvalue::Residual(_))) if returned(place))
    }

    /// Goes on after a call or await.
    pub fn after(&mut self, outcomes: Outcomes, dest: &Place, target: Option<BlockId>, cancel: Option<BlockId>) -> Vec<(Next, State)> {
        let mut next = Vec::new();
        for (mut st, flow) in outcomes {
            match (flow, target, cancel) {
                (Flow::Value(value), Some(target), _) => {
                    self.write(&mut st, dest, value);
                    next.push((Next::Block(target), st));
                }
                (Flow::Value(_), None, _) => next.push((Next::End(Flow::Stop(PathEnd::Panic)), st)),
                (Flow::Cancelled, _, Some(cancel)) => next.push((Next::Block(cancel), st)),
                (flow, _, _) => next.push((Next::End(flow), st)),
            }
        }
        next
    }
}

/// What it costs to run a block on a state: the more objects a state has, the more memory and time each copy of it takes, and a walk over a tree
/// of nodes makes some at every step.
fn cost(st: &State) -> u32 {
    1 + (st.objs.len() / OBJECTS) as u32
}

/// Where a block leads.
pub enum Next {
    /// To another block.
    Block(BlockId),
    /// Out of the body.
    End(Flow),
}

/// At a join, what nobody reads again is forgotten, so that states which differ in it alone are one.
fn forget_dead(st: &mut State, loops: &Loops, block: BlockId) {
    if loops.is_head(block) {
        st.last_fork = Fork::None;
    }
    let dead = loops.dead(block);
    if let (false, Some(frame)) = (dead.is_empty(), st.frame_mut()) {
        for &local in dead {
            if !frame.locals[local].matters() {
                frame.locals[local] = Val::Uninit;
            }
        }
    }
}

/// Whether a value owns handles itself.
pub fn owns(value: &Val) -> bool {
    let mut any = false;
    value.handles(&mut |_, _| any = true);
    any
}

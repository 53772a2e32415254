//! Waits: sends, receives, joins, `select!`.
//!
//! The entry point's own actor asks [`Machine::can`] for each condition and goes on only as far as somebody may meet one. A worker's run
//! takes every condition as met and writes it down: whether it really is, is asked when somebody waits for the worker.

use std::rc::Rc;

use super::contract::{Case, variant_of};
use super::exec::{Next, owns};
use super::hazard::{Hazard, HazardKind, Stay};
use super::machine::{Flow, Machine, Outcomes};
use super::object::{ObjKind, PathEnd, Status};
use super::state::{Fork, Pending, State};
use super::trace::{Cond, Event, EventKind};
use super::value::{ObjId, Origin, Val};
use super::wakes::{Can, is_external};
use crate::base::FileSpan;
use crate::ir::{BlockId, DropWhy, Operand, SelectArm, SelectOp, Ty, Why};

impl Machine<'_> {
    /// Waits for the first of `conds`; each outcome says which one came. With `bounded` it may also give up.
    pub fn park(&mut self, st: State, conds: &[Cond], bounded: bool) -> Vec<(State, Cond)> {
        let mut st = st;
        if st.spent.is_some() {
            return Vec::new();
        }
        let at = self.here(&st);
        self.lives_on(&mut st);
        st.parks += u32::from(conds.iter().any(|cond| matches!(cond, Cond::Msg(..))));
        if !bounded {
            self.lingers(&st, conds);
        }
        let mut out = Vec::new();
        match self.kept_from(&st) {
            None => {
                self.gives_back(&mut st, conds);
            }
            Some(executors) if !bounded && !executors.is_empty() => {
                if st.base > 0 {
                    self.event(&mut st, EventKind::Blocks(conds.to_vec(), executors.clone()), at);
                }
                if st.base == 0 || self.is_own(&st, conds) {
                    let open = st.cancellable > 0 || self.can_each(&st, conds).iter().any(|(_, can)| !matches!(can, Can::No(_)));
                    if let Some(kind) = self.starves(&st, &executors, conds, open) {
                        st.assumed = self.hazard(&st, kind);
                        return conds.iter().map(|cond| (st.clone(), cond.clone())).collect();
                    }
                }
            }
            Some(_) => {}
        }
        if let (false, Some(proof)) = (bounded, self.private_wait(&st, conds)) {
            st.assumed = self.hazard(&st, HazardKind::Parked { conds: conds.to_vec(), proof, drain: false });
            return conds.iter().map(|cond| (st.clone(), cond.clone())).collect();
        }
        // An arm of a select stands there because it can be the first: who would make it so need not be in view.
        let open: Vec<(Cond, Can)> = if st.base > 0 || st.cancellable > 0 {
            conds.iter().map(|cond| (cond.clone(), Can::Maybe)).collect()
        } else {
            let each = self.can_each(&st, conds);
            let more = |(cond, can)| match can {
                Can::No(proof) if self.comes_too_early(&st, &proof) => (cond, Can::Maybe),
                _ if is_uncounted(&st, &cond) => (cond, Can::Maybe),
                can => (cond, can),
            };
            each.into_iter().map(more).collect()
        };
        self.awaits_reply(&st, conds, !bounded && st.cancellable == 0);
        if st.base == 0 && st.cancellable == 0 && !bounded {
            self.answered(&st, &open);
        }
        let sure = open.iter().any(|(cond, can)| *can == Can::Yes && !matches!(cond, Cond::Eof(_)));
        let proof = || {
            open.iter()
                .filter_map(|(_, can)| if let Can::No(unmet) = can { Some(unmet.clone()) } else { None })
                .flatten()
                .collect::<Vec<_>>()
        };
        let nobody = open.iter().all(|(_, can)| matches!(can, Can::No(_)));
        if st.base == 0 && !bounded && st.cancellable == 0 {
            self.severed(&st, conds, nobody);
            if nobody {
                let plain = || (HazardKind::Parked { conds: conds.to_vec(), proof: proof(), drain: false }, None);
                let (kind, elsewhere) = self.locked(&st, conds, false).unwrap_or_else(plain);
                let hazard = self.hazard_at(&st, kind, elsewhere);
                st.assumed = st.assumed.or(hazard);
                return conds.iter().map(|cond| (st.clone(), cond.clone())).collect();
            }
            let starved = open.iter().any(|(cond, can)| matches!(cond, Cond::Eof(_)) && matches!(can, Can::No(_)));
            if starved {
                self.starving(&mut st, conds, proof(), sure);
            }
        }
        if !bounded && st.cancellable == 0 {
            let may: Vec<Cond> = open.iter().filter(|(_, can)| !matches!(can, Can::No(_))).map(|(cond, _)| cond.clone()).collect();
            self.inherits(&st, &may);
        }
        if st.base > 0 && conds.iter().any(|cond| matches!(cond, Cond::Eof(_))) {
            self.note_loop(&st, at);
        }
        if st.base > 0 && !bounded && st.cancellable == 0 {
            self.event(&mut st, EventKind::Waits(conds.to_vec()), at);
        }
        let ways: Vec<&Cond> =
            open.iter().filter(|(_, can)| !matches!(can, Can::No(_)) && (!sure || *can == Can::Yes)).map(|(cond, _)| cond).collect();
        for &cond in &ways {
            let mut st = st.clone();
            // Where only one of them can come, nothing is decided by its coming.
            if ways.len() > 1 || bounded {
                st.forks += 1;
            }
            st.last_fork = Fork::Others;
            if let (Cond::Eof(chan), 0) = (cond, st.base)
                && let Some(ObjKind::Chan(chan)) = st.obj_mut(*chan).map(|obj| &mut obj.kind)
            {
                chan.ended = true;
            }
            if st.base == 0 && st.cancellable > 0 {
                self.given_out_of_view(&mut st, cond);
            }
            self.event(&mut st, EventKind::Passed(cond.clone()), at);
            out.push((st, cond.clone()));
        }
        if bounded {
            st.forks += 1;
            st.last_fork = Fork::Others;
            self.event(&mut st, EventKind::GaveUp(conds.to_vec()), at);
            out.push((st, Cond::Time));
        }
        out
    }

    /// A signal comes that nobody in view gives: whoever does has the memory in which it lies, and all that lies beside it.
    fn given_out_of_view(&mut self, st: &mut State, cond: &Cond) {
        let Cond::Signal(signal, ..) = cond else { return };
        if !matches!(self.can_each(st, std::slice::from_ref(cond)).as_slice(), [(_, Can::No(_))]) {
            return;
        }
        let memory = st.objs.values().filter_map(|obj| match &obj.kind {
            ObjKind::Cell(cell) if cell.shared && st.reaches(&cell.content, *signal, &|_| true).is_some() => Some(cell.content.clone()),
            _ => None,
        });
        for content in memory.collect::<Vec<_>>() {
            st.escape(&content);
        }
    }

    /// A wait for a message while EOF can't come: it is one for ever if nobody has to send, or if the loop around it ends with EOF alone,
    /// however many messages are `sure` to come before. In a loop that has come round to it, another end may be what a message says.
    fn starving(&mut self, st: &mut State, conds: &[Cond], proof: Vec<super::hazard::Unmet>, sure: bool) {
        let Some(Cond::Msg(chan, _)) = conds.iter().find(|cond| matches!(cond, Cond::Msg(..))) else { return };
        if st.assumed.is_some() || is_external(st, *chan) {
            return;
        }
        let plain = || (HazardKind::Parked { conds: conds.to_vec(), proof, drain: true }, None);
        let (kind, elsewhere) = self.locked(st, conds, true).unwrap_or_else(plain);
        if !sure && !st.comes_round() && !conds.iter().any(|cond| is_uncounted(st, cond)) && self.supply_ends(st, *chan) {
            self.hazard_at(st, kind, elsewhere);
        } else {
            let state = st.with(|path| path.pending.clear());
            let hazard = Hazard { kind, at: elsewhere.unwrap_or_else(|| self.here(st)), func: self.user_fn(st), state, later: Vec::new() };
            let parks = st.parks;
            st.pending.push(Pending { hazard, chan: *chan, parks });
        }
    }

    /// A send.
    pub fn send(&mut self, st: State, obj: ObjId, message: Option<Val>, lossy: bool, ret: &Ty) -> Outcomes {
        let mut st = st;
        let at = self.here(&st);
        let variant = message.as_ref().and_then(|message| variant_of(&st, message));
        let Some(ObjKind::Chan(chan)) = st.obj(obj).map(|obj| obj.kind.clone()) else {
            if let Some(message) = &message {
                st.escape(message);
            }
            if matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Signal(_))) {
                self.set(&mut st, obj, None);
            }
            let value = self.result(&mut st, ret, &Case::Got(Some(Val::unit())));
            return vec![(st, Flow::Value(value))];
        };
        self.may_refuse(&st, obj, variant);
        let in_view = !st.obj(obj).is_some_and(|obj| obj.escaped) && !chan.external;
        let receivers = st.holders(obj, &|adt| self.is_receiver(adt));
        let gone = in_view && receivers.is_empty() && st.base == 0 && !self.is_heard(&st, obj);
        let mut out = Vec::new();
        if gone || st.base > 0 {
            let mut failed = st.clone();
            failed.last_fork = Fork::Others;
            if failed.assumed.is_some() {
                // In truth the receiver still waits where nobody woke it.
                self.event(&mut failed, EventKind::Sent { chan: obj, variant, lossy }, at);
            }
            if !gone {
                self.event(&mut failed, EventKind::Passed(Cond::Gone(obj)), at);
            }
            let value = self.result(&mut failed, ret, &Case::Eof);
            for st in self.drop_value(failed, message.clone().unwrap_or(Val::Uninit), DropWhy::Temporary) {
                out.push((st, Flow::Value(value.clone())));
            }
            if gone {
                return out;
            }
        }
        if st.base > 0 {
            st.last_fork = Fork::Others;
            // In an arm of a `select!` nobody gets stuck for want of room: another arm may come first.
            if chan.capacity.is_some() && !lossy && st.cancellable == 0 {
                self.event(&mut st, EventKind::Passed(Cond::Room(obj)), at);
            }
        }
        if !lossy {
            self.note_self_send(&st, obj, &chan);
        }
        if lossy && !self.lossy(&st, obj, &chan, message.as_ref()) && self.may_be_full(&st, obj, &chan) {
            let mut full = st.clone();
            full.forks += 1;
            full.last_fork = Fork::Others;
            if let (Some(ObjKind::Chan(chan)), true) = (full.obj_mut(obj).map(|obj| &mut obj.kind), chan.queue.is_empty()) {
                chan.queue.push(Val::Unknown(Why::Data));
            }
            let value = self.result(&mut full, ret, &Case::Nothing);
            for st in self.drop_value(full, message.clone().unwrap_or(Val::Uninit), DropWhy::Temporary) {
                out.push((st, Flow::Value(value.clone())));
            }
        }
        self.event(&mut st, EventKind::Sent { chan: obj, variant, lossy }, at);
        // Of what is written only that it was.
        let written = in_view && st.base == 0 && !lossy;
        if let Some(message) = message.or(written.then_some(Val::Unknown(Why::Data))) {
            if in_view && st.base > 0 && !owns(&message) {
                // Whoever waits for it asks for what is sent, not for what lies in the queue of this run.
            } else if in_view {
                if let Some(ObjKind::Chan(chan)) = st.obj_mut(obj).map(|obj| &mut obj.kind) {
                    chan.sent += 1;
                    if chan.queue.len() < 8 {
                        chan.queue.push(message);
                    }
                }
            } else {
                st.escape(&message);
            }
        }
        let value = self.result(&mut st, ret, &Case::Got(Some(Val::unit())));
        out.push((st, Flow::Value(value)));
        out
    }

    /// A sender's wait for the end of its receivers.
    pub fn receivers_gone(&mut self, st: State, obj: ObjId, deadline: bool, ret: &Ty) -> Outcomes {
        let mut out = Vec::new();
        for (st, _) in self.park(st, &[Cond::Gone(obj)], deadline) {
            let mut st = st;
            let value = self.result(&mut st, ret, &Case::Got(None));
            out.push((st, Flow::Value(value)));
        }
        out
    }

    /// A receive, read or wait on a signal.
    pub fn receive(&mut self, st: State, obj: ObjId, deadline: bool, until_eof: bool, ret: &Ty) -> Outcomes {
        let mut st = st;
        match st.obj(obj).map(|obj| obj.kind.clone()) {
            Some(ObjKind::Chan(chan)) => {
                if st.base == 0
                    && !until_eof
                    && let Some(message) = chan.queue.first().cloned()
                {
                    if let Some(ObjKind::Chan(chan)) = st.obj_mut(obj).map(|obj| &mut obj.kind) {
                        chan.queue.remove(0);
                        chan.received += 1;
                    }
                    let known = (!matches!(message, Val::Unknown(_))).then_some(message);
                    let value = self.result(&mut st, ret, &Case::Got(known));
                    return vec![(st, Flow::Value(value))];
                }
                if !until_eof && !deadline {
                    self.may_hear_nothing(&st, obj);
                }
                let conds = if until_eof { vec![Cond::Eof(obj)] } else { vec![Cond::Msg(obj, None), Cond::Eof(obj)] };
                let mut out = Vec::new();
                for (st, cond) in self.park(st, &conds, deadline) {
                    let mut st = st;
                    let case = match cond {
                        Cond::Msg(..) => {
                            let message = self.message(&mut st, obj, ret);
                            Case::Got(message)
                        }
                        Cond::Eof(_) if until_eof => Case::Got(None),
                        Cond::Eof(_) => Case::Eof,
                        _ => Case::Nothing,
                    };
                    let value = self.result(&mut st, ret, &case);
                    out.push((st, Flow::Value(value)));
                }
                out
            }
            Some(ObjKind::Signal(signal)) => {
                if signal.set && st.base == 0 {
                    let value = self.result(&mut st, ret, &Case::Got(None));
                    return vec![(st, Flow::Value(value))];
                }
                let mut out = Vec::new();
                for (st, cond) in self.park(st, &[Cond::Signal(obj, Some(true))], deadline) {
                    let mut st = st;
                    let case = if cond == Cond::Time { Case::Nothing } else { Case::Got(None) };
                    let value = self.result(&mut st, ret, &case);
                    out.push((st, Flow::Value(value)));
                }
                out
            }
            Some(ObjKind::Lock(_)) => self.acquire(st, obj, false, ret),
            Some(ObjKind::Worker(_)) => self.join(st, obj, deadline, ret),
            _ => {
                let value = self.data(ret);
                vec![(st, Flow::Value(value))]
            }
        }
    }

    /// A message from another actor: of the channel's type, with what it holds not known.
    fn message(&mut self, st: &mut State, obj: ObjId, ret: &Ty) -> Option<Val> {
        if st.base == 0
            && let Some(ObjKind::Chan(chan)) = st.obj_mut(obj).map(|obj| &mut obj.kind)
        {
            chan.received += 1;
        }
        let mut ty = ret.clone();
        while let Ty::Adt(def, substs) = &ty {
            let looked_through = Some(*def) == self.lang.option || Some(*def) == self.lang.result;
            match substs.first() {
                Some(inner) if looked_through => ty = inner.clone(),
                _ => break,
            }
            // A message may be an `Option` itself.
            if !self.counting {
                break;
            }
        }
        if self.counting
            && matches!(&ty, Ty::Prim(name) if crate::link::table::is_integer(name))
            && matches!(ret, Ty::Adt(def, substs) if Some(*def) == self.lang.result && matches!(substs.first(), Some(Ty::Prim(_))))
        {
            return None;
        }
        Some(self.sym(&ty, Origin::Message(obj)))
    }

    /// Waits for the end of a worker.
    pub fn join(&mut self, st: State, obj: ObjId, deadline: bool, ret: &Ty) -> Outcomes {
        let at = self.here(&st);
        let done = matches!(st.obj(obj).map(|obj| &obj.kind), Some(ObjKind::Worker(worker)) if worker.status == Status::Done);
        if done {
            let mut st = st;
            let value = self.result(&mut st, ret, &Case::Got(None));
            return vec![(st, Flow::Value(value))];
        }
        if st.base == 0 && !deadline && st.cancellable == 0 {
            self.unbounded.insert(at);
            let known = self.hazards.len();
            let before = st.clone();
            let ends = self.park(st, &[Cond::Exit(obj)], deadline);
            let woken = self.hazards[known..].iter().all(|hazard| matches!(hazard.kind, HazardKind::Lingers(_)));
            if woken && self.unheard(&before, obj, false).is_some() {
                self.hazard(&before, HazardKind::Stays(obj, Stay::Joined));
            }
            if woken {
                self.lost_stop(&before, obj);
            }
            return self.joined(ends, obj, at, ret);
        }
        let ends = self.park(st, &[Cond::Exit(obj)], deadline);
        self.joined(ends, obj, at, ret)
    }

    /// What comes after the wait for a worker.
    fn joined(&mut self, ends: Vec<(State, Cond)>, obj: ObjId, at: FileSpan, ret: &Ty) -> Outcomes {
        let mut out = Vec::new();
        for (st, cond) in ends {
            let mut st = st;
            if cond == Cond::Time {
                if let Some(ObjKind::Worker(worker)) = st.obj_mut(obj).map(|obj| &mut obj.kind) {
                    worker.gave_up = Some(at);
                }
                let value = self.result(&mut st, ret, &Case::Nothing);
                out.push((st, Flow::Value(value)));
                continue;
            }
            self.event(&mut st, EventKind::Joined(obj), at);
            self.finish_worker(&mut st, obj);
            let value = self.result(&mut st, ret, &Case::Got(None));
            out.push((st, Flow::Value(value)));
        }
        out
    }

    /// A drop that joins.
    pub fn join_now(&mut self, st: State, obj: ObjId) -> Vec<State> {
        self.join(st, obj, false, &Ty::unit()).into_iter().filter(|(_, flow)| matches!(flow, Flow::Value(_))).map(|(st, _)| st).collect()
    }

    /// `select!`: any arm may be the first.
    pub fn select(
        &mut self,
        st: State,
        arms: &[SelectArm],
        otherwise: Option<BlockId>,
        blocking: bool,
        cancel: Option<BlockId>,
    ) -> Vec<(Next, State)> {
        let mut st = st;
        if !blocking {
            self.yields(&mut st);
        }
        let mut next = Vec::new();
        let mut enabled = Vec::new();
        for arm in arms {
            let off = match &arm.guard {
                Some(guard) => {
                    let value = match guard {
                        Operand::Const(_) => self.operand(&mut st, guard),
                        _ => guard
                            .place()
                            .and_then(|place| self.locate_place(&mut st, place))
                            .and_then(|loc| st.read(&loc).cloned())
                            .unwrap_or(Val::Uninit),
                    };
                    *st.settle(&value) == Val::Bool(false)
                }
                None => false,
            };
            if !off {
                enabled.push(arm);
            }
        }
        if enabled.is_empty() {
            return match otherwise {
                Some(target) => vec![(Next::Block(target), st)],
                None => vec![(Next::End(Flow::Stop(PathEnd::Panic)), st)],
            };
        }
        let (here, dropper) = (self.here(&st), st.dropper);
        for &arm in &enabled {
            let mut st = st.clone();
            st.forks += 1;
            st.cancellable += 1;
            st.dropper = None;
            let outcomes: Outcomes = match &arm.op {
                SelectOp::Future(place) => match self.locate_place(&mut st, place) {
                    Some(loc) => match st.read(&loc).cloned() {
                        Some(Val::Code(_)) => {
                            st.dropper = Some(here);
                            let code = self.take(&mut st, &loc);
                            self.await_value(st, code)
                        }
                        Some(_) => self.await_value(st, Val::Ref(Rc::new(loc))),
                        None => vec![(st, Flow::Value(Val::Unknown(Why::Data)))],
                    },
                    None => vec![(st, Flow::Value(Val::Unknown(Why::Data)))],
                },
                SelectOp::Recv(operand) => self.select_recv(st, operand),
                SelectOp::Send(operand, message) => self.select_send(st, operand, message),
                SelectOp::Default(_) => {
                    vec![(st, Flow::Value(Val::unit()))]
                }
            };
            for (st, flow) in outcomes {
                let mut st = st;
                st.cancellable = st.cancellable.saturating_sub(1);
                st.dropper = dropper;
                match flow {
                    Flow::Value(value) => {
                        st.last_fork = Fork::Others;
                        for other in enabled.iter().filter(|other| !std::ptr::eq(**other, arm)) {
                            self.give_up_arm(&mut st, other);
                        }
                        self.write(&mut st, &arm.dest, value);
                        // Where the pattern does not fit, the others are waited for again; where it does, they are dropped there.
                        let states = if arm.refutable { vec![st] } else { self.drop_futures(st, arms) };
                        next.extend(states.into_iter().map(|st| (Next::Block(arm.target), st)));
                    }
                    // As long as no other arm comes first.
                    Flow::Stop(PathEnd::Loops) => next.push((Next::End(flow), st)),
                    _ => {}
                }
            }
        }
        if st.cancellable > 0
            && let Some(cancel) = cancel
        {
            st.cancellable = 0;
            next.push((Next::Block(cancel), st));
        }
        next
    }

    /// The futures that a `select!` owns and that were not the first go with it.
    fn drop_futures(&mut self, st: State, arms: &[SelectArm]) -> Vec<State> {
        let mut states = vec![st];
        for arm in arms {
            let SelectOp::Future(place) = &arm.op else { continue };
            let mut next = Vec::new();
            for mut st in states {
                match self.locate_place(&mut st, place) {
                    Some(loc) if matches!(st.read(&loc), Some(Val::Code(_))) => next.extend(self.drop_at(st, &loc, DropWhy::Cancel)),
                    _ => next.push(st),
                }
            }
            states = next;
        }
        states
    }

    /// An arm that lost: if it waited for a worker, that wait has given up.
    fn give_up_arm(&mut self, st: &mut State, arm: &SelectArm) {
        let SelectOp::Future(place) = &arm.op else { return };
        let Some(loc) = self.locate_place(st, place) else { return };
        let Some((worker, _)) = self.handle_of(st, &Val::Ref(Rc::new(loc))) else { return };
        let mut at = self.here(st);
        if st.frame().is_some_and(|frame| !frame.stub) {
            at.span = arm.span;
        }
        if let Some(ObjKind::Worker(inner)) = st.obj_mut(worker).map(|obj| &mut obj.kind)
            && inner.status == Status::Running
        {
            inner.gave_up = Some(at);
            self.event(st, EventKind::GaveUp(vec![Cond::Exit(worker)]), at);
        }
    }

    fn select_recv(&mut self, st: State, operand: &Operand) -> Outcomes {
        let mut st = st;
        let Some(loc) = operand.place().and_then(|place| self.locate_place(&mut st, place)) else {
            return vec![(st, Flow::Value(Val::Unknown(Why::Data)))];
        };
        let Some((obj, adt)) = self.handle_of(&mut st, &Val::Ref(Rc::new(loc))) else {
            return vec![(st, Flow::Value(Val::Unknown(Why::Data)))];
        };
        let recv = adt.def.and_then(|def| {
            let generics = self.program.adts[def].generics.len();
            self.linked.method_of(&Ty::Adt(def, vec![Ty::Unknown(Why::UninferredType); generics]), &crate::base::Name::new("recv"))
        });
        let ret = recv.map_or(Ty::Unknown(Why::Data), |func| self.program.fns[func].ret.clone());
        self.receive(st, obj, false, false, &ret)
    }

    fn select_send(&mut self, st: State, operand: &Operand, message: &Operand) -> Outcomes {
        let mut st = st;
        let Some(loc) = operand.place().and_then(|place| self.locate_place(&mut st, place)) else {
            return vec![(st, Flow::Value(Val::Unknown(Why::Data)))];
        };
        let message = self.operand(&mut st, message);
        match self.handle_of(&mut st, &Val::Ref(Rc::new(loc))) {
            Some((obj, _)) => self.send(st, obj, Some(message), false, &Ty::Unknown(Why::Data)),
            None => vec![(st, Flow::Value(Val::Unknown(Why::Data)))],
        }
    }
}

/// Whether a message may still come beside those that did: a loop was cut short or passed that may send more of them, or start who does.
fn is_uncounted(st: &State, cond: &Cond) -> bool {
    let Cond::Msg(chan, _) = cond else { return false };
    let mut again = false;
    let may_repeat = |event: &Event| match &event.kind {
        EventKind::Again(_) => {
            again = true;
            false
        }
        EventKind::Passed(Cond::Msg(other, _)) => other == chan,
        EventKind::Sent { chan: other, .. } => again && other == chan,
        _ => false,
    };
    st.skipped || (st.uncounted && st.trace.backwards().any(may_repeat))
}

//! Where the parameters of a function go in its bodies: for each local, what of which parameters it may carry, regardless of order.

use rustc_hash::FxHashMap;

use super::{Fate, PARAMS, RESULT, STATIC, Summaries, Summary};
use crate::base::Idx;
use crate::ir::{
    Base, Body, BodyId, BodyRef, Callee, Const, FnId, Intrinsic, Local, Operand, Place, Projection, RETURN, Rvalue, SelectOp,
    StatementKind, TerminatorKind, Ty,
};
use crate::link::Linked;

/// The analysis of one function, its closures and async blocks with it.
pub struct Flow<'a> {
    linked: &'a Linked,
    summaries: &'a Summaries,
    /// The component that is being settled.
    current: &'a FxHashMap<FnId, Summary>,
    summary: &'a mut Summary,
    /// Which parameters a local may carry something of: a set of their positions.
    carries: FxHashMap<(BodyId, Local), u64>,
    changed: bool,
}

const OUT_OF_VIEW: Fate = Fate { kept: true, acted: false, written: true, into: RESULT };

impl<'a> Flow<'a> {
    /// The analysis that adds to a summary.
    pub fn new(linked: &'a Linked, summaries: &'a Summaries, current: &'a FxHashMap<FnId, Summary>, summary: &'a mut Summary) -> Self {
        Self { linked, summaries, current, summary, carries: FxHashMap::default(), changed: false }
    }

    /// Looks at the bodies of a function with so many parameters until nothing changes.
    pub fn run(mut self, root: BodyId, params: usize) {
        for param in 0..params {
            self.carries.insert((root, Local::new(param + 1)), 1 << param.min(PARAMS));
        }
        let group: Vec<BodyId> = self.linked.group(root).collect();
        loop {
            self.changed = false;
            let mut size = 0;
            for &body in &group {
                size += self.body(body);
            }
            self.summary.size = size;
            if !self.changed {
                break;
            }
        }
        let returned = self.carried(root, Local::new(RETURN as usize));
        self.add(returned, Fate { into: RESULT, ..Fate::default() });
    }

    fn body(&mut self, id: BodyId) -> u32 {
        let body = self.linked.body(id);
        let mut size = u32::try_from(body.blocks.len()).unwrap_or(u32::MAX);
        for block in &body.blocks {
            for statement in &block.statements {
                if let StatementKind::Assign(place, rvalue) = &statement.kind {
                    self.assign(id, place, rvalue);
                }
            }
            block.terminator.operands().into_iter().for_each(|operand| self.moved(id, operand));
            size = size.saturating_add(self.terminator(id, body, &block.terminator.kind));
        }
        size
    }

    fn assign(&mut self, id: BodyId, place: &Place, rvalue: &Rvalue) {
        let mut value = 0;
        for operand in rvalue.operands() {
            self.moved(id, operand);
            value |= self.of(id, operand);
        }
        match rvalue {
            Rvalue::Ref { place: target, .. } => {
                // What is put into what it refers to is put there: each carries what the other does.
                let both = self.of_place(id, target) | self.of_place(id, place);
                self.carry_back(id, target, both);
                value |= both;
            }
            Rvalue::Closure { body: BodyRef::Global(inner), captures } => {
                let code = self.linked.body(*inner);
                for (capture, operand) in code.captures.iter().zip(captures) {
                    let both = self.of(id, operand) | self.carried(*inner, capture.local);
                    self.carry(*inner, capture.local, both);
                    if let Some(source) = operand.place() {
                        self.carry_back(id, source, both);
                    }
                }
                value |= self.carried(*inner, Local::new(RETURN as usize));
            }
            Rvalue::Residual(source) => value |= self.of_place(id, source),
            Rvalue::Opaque(_, places) => {
                value |= places.iter().map(|place| self.of_place(id, place)).fold(0, |all, one| all | one);
                self.add(value, OUT_OF_VIEW);
            }
            _ => {}
        }
        self.store(id, place, value);
    }

    /// What is moved out of what is only borrowed is taken out.
    fn moved(&mut self, id: BodyId, operand: &Operand) {
        if let Operand::Move(place) = operand
            && place.projections.contains(&Projection::Deref)
        {
            let from = self.of_place(id, place);
            self.add(from, Fate { acted: true, ..Fate::default() });
        }
    }

    /// A value goes into a place.
    fn store(&mut self, id: BodyId, place: &Place, value: u64) {
        match &place.base {
            Base::Local(local) => {
                if place.projections.contains(&Projection::Deref) {
                    let target = self.carried(id, *local);
                    self.add(value, Fate { into: target, ..Fate::default() });
                    self.add(target, Fate { written: true, ..Fate::default() });
                }
                self.carry(id, *local, value);
            }
            Base::Static(_) | Base::Path(_) => self.add(value, Fate { kept: true, ..Fate::default() }),
        }
    }

    /// Says what a call does to its arguments; the size of what is called.
    fn terminator(&mut self, id: BodyId, body: &Body, kind: &TerminatorKind) -> u32 {
        match kind {
            TerminatorKind::Call { callee, args, dest, .. } => return self.call(id, body, callee, args, dest),
            TerminatorKind::Await { future, dest, .. } => {
                self.summary.quiet = false;
                let value = self.of(id, future);
                self.store(id, dest, value);
            }
            TerminatorKind::Select { arms, .. } => {
                self.summary.quiet = false;
                for arm in arms {
                    match &arm.op {
                        SelectOp::Recv(on) => {
                            let value = self.of(id, on);
                            self.add(value, Fate { acted: true, ..Fate::default() });
                        }
                        SelectOp::Send(_, value) => {
                            let value = self.of(id, value);
                            self.add(value, Fate { kept: true, ..Fate::default() });
                        }
                        SelectOp::Future(_) | SelectOp::Default(_) => {}
                    }
                }
            }
            // What is dropped through a borrow was the caller's.
            TerminatorKind::Drop { place, .. } if place.projections.contains(&Projection::Deref) => {
                let value = self.of_place(id, place);
                self.add(value, Fate { acted: true, ..Fate::default() });
            }
            _ => {}
        }
        0
    }

    fn call(&mut self, id: BodyId, body: &Body, callee: &Callee, args: &[Operand], dest: &Place) -> u32 {
        self.closures(id, body, args, dest);
        match callee {
            Callee::Fn(func, _) => {
                let summary = self.known(*func);
                let mut size = summary.size;
                for arg in args {
                    // A function that is handed over may be called with anything.
                    if let Operand::Const(Const::Fn(given, _)) = arg {
                        let given = self.known(*given);
                        size = size.saturating_add(given.size);
                        self.summary.quiet &= given.quiet;
                        if !given.is_harmless() {
                            self.all(id, args, dest, OUT_OF_VIEW);
                        }
                    }
                }
                self.by_summary(id, args, dest, &summary);
                return size;
            }
            Callee::Trait(func, ty) => match self.linked.impl_of(*func, ty) {
                Some((found, _)) if found != *func => {
                    let summary = self.known(found);
                    self.by_summary(id, args, dest, &summary);
                    return summary.size;
                }
                _ => {
                    let def = &self.linked.program.fns[*func];
                    self.summary.quiet &= self.linked.program.krates[def.krate].stub && def.contract.clauses.is_empty();
                    self.all(id, args, dest, OUT_OF_VIEW);
                }
            },
            // What it comes to may turn out by the value that it is called on.
            Callee::Method(name, _) => {
                self.summary.quiet &= !self.summaries.loud.contains(name);
                self.all(id, args, dest, OUT_OF_VIEW);
            }
            Callee::Value(code) => {
                let inner = code.place().and_then(Place::as_local).and_then(|local| closure(&body.locals[local].ty));
                match inner {
                    Some(inner) => self.enter(id, inner, args, dest),
                    None => self.all(id, args, dest, OUT_OF_VIEW),
                }
            }
            Callee::Path(_) | Callee::Unknown(..) => self.all(id, args, dest, OUT_OF_VIEW),
            Callee::Intrinsic(Intrinsic::Format | Intrinsic::Panic) => {}
            Callee::Intrinsic(Intrinsic::Join | Intrinsic::TryJoin) => {
                self.summary.quiet = false;
                self.all(id, args, dest, Fate { into: RESULT, ..Fate::default() });
            }
        }
        0
    }

    /// A closure among the arguments may be called with the others, and what it returns may be in the result.
    fn closures(&mut self, id: BodyId, body: &Body, args: &[Operand], dest: &Place) {
        for arg in args {
            let local = arg.place().and_then(Place::as_local);
            if let Some(inner) = local.and_then(|local| closure(&body.locals[local].ty)) {
                self.enter(id, inner, args, dest);
            }
        }
    }

    fn enter(&mut self, id: BodyId, inner: BodyId, args: &[Operand], dest: &Place) {
        let given = self.of_all(id, args);
        let code = self.linked.body(inner);
        for param in 0..code.params {
            self.carry(inner, Local::new(param + 1), given);
        }
        let returned = self.carried(inner, Local::new(RETURN as usize));
        self.store(id, dest, returned);
    }

    fn by_summary(&mut self, id: BodyId, args: &[Operand], dest: &Place, summary: &Summary) {
        self.summary.quiet &= summary.quiet;
        for (position, arg) in args.iter().enumerate() {
            let fate = summary.fate(position);
            let value = self.of(id, arg);
            if value == 0 {
                continue;
            }
            self.add(value, Fate { into: 0, ..fate });
            if fate.into & RESULT != 0 {
                self.store(id, dest, value);
            }
            for (other, target) in args.iter().enumerate() {
                if fate.into & (1 << other.min(PARAMS)) != 0 && other != position {
                    let into = self.of(id, target);
                    self.add(value, Fate { into, ..Fate::default() });
                    if let Some(place) = target.place() {
                        self.carry_back(id, place, value);
                    }
                }
            }
        }
    }

    fn all(&mut self, id: BodyId, args: &[Operand], dest: &Place, fate: Fate) {
        let value = self.of_all(id, args);
        self.add(value, Fate { into: 0, ..fate });
        if fate.into & RESULT != 0 {
            self.store(id, dest, value);
        }
    }

    fn known(&self, func: FnId) -> Summary {
        let settled = self.summaries.made[func.index()].get();
        settled.or_else(|| self.current.get(&func)).cloned().unwrap_or_else(Summary::bottom)
    }

    fn of(&self, id: BodyId, operand: &Operand) -> u64 {
        operand.place().map_or(0, |place| self.of_place(id, place))
    }

    fn of_all(&self, id: BodyId, operands: &[Operand]) -> u64 {
        operands.iter().fold(0, |all, operand| all | self.of(id, operand))
    }

    fn of_place(&self, id: BodyId, place: &Place) -> u64 {
        match place.base {
            Base::Local(local) => self.carried(id, local),
            Base::Static(_) => STATIC,
            Base::Path(_) => 0,
        }
    }

    fn carried(&self, id: BodyId, local: Local) -> u64 {
        self.carries.get(&(id, local)).copied().unwrap_or(0)
    }

    fn carry(&mut self, id: BodyId, local: Local, value: u64) {
        let slot = self.carries.entry((id, local)).or_default();
        self.changed |= value & !*slot != 0;
        *slot |= value;
    }

    fn carry_back(&mut self, id: BodyId, place: &Place, value: u64) {
        if let Base::Local(local) = place.base {
            self.carry(id, local, value);
        }
    }

    /// Adds a fate to each of a set of parameters.
    fn add(&mut self, params: u64, fate: Fate) {
        for param in (0..=PARAMS).filter(|param| params & (1 << param) != 0) {
            let others = Fate { into: fate.into & !(1 << param) & !STATIC, kept: fate.kept || fate.into & STATIC != 0, ..fate };
            self.changed |= self.summary.fate_mut(param).add(others);
        }
    }
}

/// The closure that a type is, behind references too.
fn closure(ty: &Ty) -> Option<BodyId> {
    match ty {
        Ty::Closure(body) | Ty::Coroutine(body) => Some(*body),
        Ty::Ref(_, ty) => closure(ty),
        _ => None,
    }
}

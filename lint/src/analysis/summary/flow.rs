//! Where the parameters of a function go in its bodies: for each local, what of which parameters it may carry, regardless of order.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::calls::{Calls, Given, Key, Target, closures, handed};
use super::cases::cases;
use super::waits::first_wait;
use super::{Effect, Fate, PARAMS, RESULT, STATIC, Summaries, Summary};
use crate::base::Idx;
use crate::ir::{
    AdtKind, Base, Block, BlockId, BodyId, BodyRef, Callee, Intrinsic, Local, Operand, Place, Projection, RETURN, Rvalue, SelectOp,
    StatementKind, TerminatorKind, Ty,
};
use crate::link::Linked;

/// The analysis of one function, its closures and async blocks with it, and those that it is given.
pub struct Flow<'a> {
    pub(super) linked: &'a Linked,
    summaries: &'a Summaries,
    /// The component that is being settled.
    current: &'a FxHashMap<Key, Summary>,
    pub(super) calls: &'a Calls,
    effect: Effect,
    /// Which parameters a local may carry something of: a set of their positions.
    carries: FxHashMap<(BodyId, Local), u64>,
    changed: bool,
}

const OUT_OF_VIEW: Fate = Fate { kept: true, acted: false, written: true, into: RESULT };

impl<'a> Flow<'a> {
    /// The analysis that adds to an effect.
    pub fn new(
        linked: &'a Linked,
        summaries: &'a Summaries,
        current: &'a FxHashMap<Key, Summary>,
        calls: &'a Calls,
        effect: Effect,
    ) -> Self {
        Self { linked, summaries, current, calls, effect, carries: FxHashMap::default(), changed: false }
    }

    /// Looks at the bodies of a function until nothing changes.
    pub fn run(mut self, key: &Key, root: BodyId) -> Summary {
        for param in 0..self.linked.program.fns[key.func].params.len() {
            self.carries.insert((root, Local::new(param + 1)), 1 << param.min(PARAMS));
        }
        for (param, given) in &key.given {
            if let Given::Body(body) = given {
                self.carry_environment(*body, 1 << (*param).min(PARAMS));
            }
        }
        let mut size;
        loop {
            self.changed = false;
            size = 0_u32;
            for &body in &self.calls.bodies {
                size = size.saturating_add(self.body(body));
            }
            if !self.changed {
                break;
            }
        }
        let returned = self.carried(root, Local::new(RETURN as usize));
        self.add(returned, Fate { into: RESULT, ..Fate::default() });
        let effect = self.effect.clone();
        Summary { cases: cases(&mut self, key, root), wait: first_wait(&mut self, key, root), effect, size }
    }

    /// What a part of the bodies does, found with all that is known by now.
    pub(super) fn effect_of(&mut self, part: impl FnOnce(&mut Self)) -> Effect {
        let whole = std::mem::take(&mut self.effect);
        part(self);
        std::mem::replace(&mut self.effect, whole)
    }

    /// What a closure that stands in one of the bodies does, and those in it.
    pub(super) fn closure(&mut self, id: BodyId) {
        self.body(id);
        self.linked.body(id).blocks.iter().flat_map(closures).for_each(|inner| self.closure(inner));
    }

    fn body(&mut self, id: BodyId) -> u32 {
        let body = self.linked.body(id);
        let mut size = u32::try_from(body.blocks.len()).unwrap_or(u32::MAX);
        for (block, data) in body.blocks.iter_enumerated() {
            self.statements(id, data);
            size = size.saturating_add(self.terminator(id, block, data));
        }
        size
    }

    /// What is in the result after a block.
    pub(super) fn returned_by(&mut self, id: BodyId, block: &Block) {
        let local = Local::new(RETURN as usize);
        if self.is_data(&self.linked.body(id).locals[local].ty) {
            return;
        }
        let result = |place: &Place| place.base == Base::Local(local);
        let mut value = 0;
        for statement in &block.statements {
            match &statement.kind {
                StatementKind::Assign(place, Rvalue::Residual(source)) if result(place) => value |= self.of_place(id, source),
                StatementKind::Assign(place, rvalue) if result(place) => {
                    value |= rvalue.operands().into_iter().fold(0, |all, operand| all | self.of(id, operand));
                }
                _ => {}
            }
        }
        if let TerminatorKind::Call { dest, .. } | TerminatorKind::Await { dest, .. } = &block.terminator.kind
            && result(dest)
        {
            value |= self.of_place(id, dest);
        }
        self.add(value, Fate { into: RESULT, ..Fate::default() });
    }

    /// What the statements of a block do, and what its terminator takes.
    pub(super) fn statements(&mut self, id: BodyId, block: &Block) {
        for statement in &block.statements {
            if let StatementKind::Assign(place, rvalue) = &statement.kind {
                self.assign(id, place, rvalue);
            }
        }
        block.terminator.operands().into_iter().for_each(|operand| self.moved(id, operand));
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

    /// Says what a terminator does; the size of what it calls.
    pub(super) fn terminator(&mut self, id: BodyId, block: BlockId, data: &Block) -> u32 {
        match &data.terminator.kind {
            TerminatorKind::Call { callee, args, dest, .. } => {
                let target = self.calls.target(id, block);
                return self.call(id, target, callee, args, dest);
            }
            TerminatorKind::Await { future, dest, .. } => {
                self.effect.quiet = false;
                let value = self.of(id, future);
                self.store(id, dest, value);
            }
            TerminatorKind::Select { arms, .. } => {
                self.effect.quiet = false;
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

    fn call(&mut self, id: BodyId, target: Option<&Target>, callee: &Callee, args: &[Operand], dest: &Place) -> u32 {
        match (target, callee) {
            (Some(Target::Fn(key)), _) => {
                let summary = self.known(key);
                let size = if Key::runs(self.linked, key.func) { 0 } else { self.handed_over(id, args, dest) };
                self.by_effect(id, args, dest, &summary.effect);
                return size.saturating_add(summary.size);
            }
            (Some(Target::Body(inner)), Callee::Value(code)) => {
                let environment = self.of(id, code);
                self.carry_environment(*inner, environment);
                self.enter(id, *inner, args, dest);
            }
            (_, Callee::Trait(func, _)) => {
                let def = &self.linked.program.fns[*func];
                self.effect.quiet &= self.linked.program.krates[def.krate].stub && def.contract.clauses.is_empty();
                self.handed_over(id, args, dest);
                self.all(id, args, dest, OUT_OF_VIEW);
            }
            // What it comes to may turn out by the value that it is called on.
            (_, Callee::Method(name, _)) => {
                self.effect.quiet &= !self.summaries.loud.contains(name);
                self.handed_over(id, args, dest);
                self.all(id, args, dest, OUT_OF_VIEW);
            }
            (_, Callee::Intrinsic(Intrinsic::Format | Intrinsic::Panic)) => {}
            (_, Callee::Intrinsic(Intrinsic::Join | Intrinsic::TryJoin)) => {
                self.effect.quiet = false;
                self.all(id, args, dest, Fate { into: RESULT, ..Fate::default() });
            }
            (_, Callee::Value(code)) => {
                // Of code that lies beside other things it is taken that it has captured none of them.
                let alone = code.place().is_some_and(|place| place.projections.iter().all(|step| *step == Projection::Deref));
                if alone {
                    let environment = self.of(id, code);
                    self.add(environment, Fate { into: 0, ..OUT_OF_VIEW });
                }
                self.handed_over(id, args, dest);
                self.all(id, args, dest, OUT_OF_VIEW);
            }
            (_, Callee::Path(_) | Callee::Unknown(..) | Callee::Fn(..)) => {
                self.handed_over(id, args, dest);
                self.all(id, args, dest, OUT_OF_VIEW);
            }
        }
        0
    }

    /// Code among the arguments of a call that is not looked into may be called with the others, and what it returns may be in the result.
    fn handed_over(&mut self, id: BodyId, args: &[Operand], dest: &Place) -> u32 {
        let mut size: u32 = 0;
        for arg in args {
            if let Some(func) = handed(arg) {
                let given = self.known(&Key::plain(func));
                size = size.saturating_add(given.size);
                self.effect.quiet &= given.effect.quiet;
                if !given.effect.is_harmless() {
                    self.all(id, args, dest, OUT_OF_VIEW);
                }
            }
            let local = arg.place().and_then(Place::as_local);
            if let Some(inner) = local.and_then(|local| closure(&self.linked.body(id).locals[local].ty)) {
                self.enter(id, inner, args, dest);
            }
        }
        size
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

    /// What a callee does to its parameters is done to what they are given.
    pub(super) fn by_effect(&mut self, id: BodyId, args: &[Operand], dest: &Place, effect: &Effect) {
        self.effect.quiet &= effect.quiet;
        for (position, arg) in args.iter().enumerate() {
            let fate = effect.fate(position);
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

    /// The summary of a callee; inside the component what is known of it by now.
    pub(super) fn known(&self, key: &Key) -> Arc<Summary> {
        let settled = self.summaries.known(key);
        settled.unwrap_or_else(|| {
            // Invariant: a wait of its own component is none yet, and stays none.
            let summary = self.current.get(key).cloned().unwrap_or_default();
            Arc::new(Summary { wait: None, ..summary })
        })
    }

    /// All that a closure has captured may be something of these parameters.
    fn carry_environment(&mut self, inner: BodyId, value: u64) {
        for capture in &self.linked.body(inner).captures {
            self.carry(inner, capture.local, value);
        }
    }

    pub(super) fn of(&self, id: BodyId, operand: &Operand) -> u64 {
        operand.place().map_or(0, |place| self.of_place(id, place))
    }

    fn of_all(&self, id: BodyId, operands: &[Operand]) -> u64 {
        operands.iter().fold(0, |all, operand| all | self.of(id, operand))
    }

    pub(super) fn of_place(&self, id: BodyId, place: &Place) -> u64 {
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
        if value == 0 || self.is_data(&self.linked.body(id).locals[local].ty) {
            return;
        }
        let slot = self.carries.entry((id, local)).or_default();
        self.changed |= value & !*slot != 0;
        *slot |= value;
    }

    /// Whether a value of the type leads nowhere: it is copied, not moved or borrowed.
    fn is_data(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Prim(_) | Ty::Never => true,
            Ty::Ref(false, inner) => matches!(**inner, Ty::Prim(_)),
            Ty::Tuple(tys) => tys.iter().all(|ty| self.is_data(ty)),
            // What an `Option` or `Result` leads to is what its content leads to.
            Ty::Adt(def, substs) => {
                let adt = &self.linked.program.adts[*def];
                adt.kind == AdtKind::Enum && self.linked.program.krates[adt.krate].stub && substs.iter().all(|ty| self.is_data(ty))
            }
            _ => false,
        }
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
            self.changed |= self.effect.add(param, others);
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

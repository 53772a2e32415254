//! What must hold of a body; runs in debug builds.
//!
//! Every block and local that is named exists; a local that has storage is alive on every path on which it is read or written; parameters come
//! right after the result; there is at most one `Return`; and no form of the other stage is left.

use super::{
    Base, BlockId, Body, BodyRef, Callee, Const, Local, LocalKind, Operand, Place, Projection, RETURN, Rvalue, SelectOp, Stage,
    StatementKind, TerminatorKind, Test, VariantRef,
};
use crate::base::{Idx, IndexVec};

/// Checks a body. The errors name blocks and locals as [`super::dump`] prints them.
pub fn validate(body: &Body) -> Result<(), Vec<String>> {
    let mut check = Check { body, errors: Vec::new(), at: BlockId::new(0) };
    check.shape();
    if check.errors.is_empty() {
        for (id, block) in body.blocks.iter_enumerated() {
            check.at = id;
            for statement in &block.statements {
                check.statement(&statement.kind);
            }
            check.terminator(&block.terminator.kind);
        }
    }
    if check.errors.is_empty() {
        check.storage();
    }
    if check.errors.is_empty() { Ok(()) } else { Err(check.errors) }
}

struct Check<'a> {
    body: &'a Body,
    errors: Vec<String>,
    at: BlockId,
}

impl Check<'_> {
    fn error(&mut self, message: impl Into<String>) {
        self.errors.push(format!("{}: {}", self.at, message.into()));
    }

    fn shape(&mut self) {
        let body = self.body;
        if body.blocks.is_empty() {
            return self.error("there is no block");
        }
        if body.locals.get(Local::new(RETURN as usize)).is_none_or(|decl| decl.kind != LocalKind::Return) {
            self.error("the first local is not the result");
        }
        for (local, decl) in body.locals.iter_enumerated() {
            let is_param = (1..=body.params).contains(&local.index());
            if is_param != (decl.kind == LocalKind::Param) {
                self.error(format!("{local} is a {:?} among {} parameters", decl.kind, body.params));
            }
        }
        let returns = body.blocks.iter().filter(|block| matches!(block.terminator.kind, TerminatorKind::Return)).count();
        if returns > 1 && body.stage == Stage::Lowered {
            self.error(format!("{returns} returns"));
        }
        for (id, block) in body.blocks.iter_enumerated() {
            for target in block.terminator.kind.successors() {
                if body.blocks.get(target).is_none() {
                    self.error(format!("{id} goes to {target}, which does not exist"));
                }
            }
        }
        for upvar in &body.upvars {
            if body.locals.get(upvar.local).is_none_or(|decl| decl.kind != LocalKind::Upvar) {
                self.error(format!("upvar {} is none", upvar.local));
            }
        }
        for capture in &body.captures {
            if body.locals.get(capture.local).is_none_or(|decl| decl.kind != LocalKind::Capture) {
                self.error(format!("capture {} is none", capture.local));
            }
        }
    }

    fn only(&mut self, stage: Stage, what: &str) {
        if self.body.stage != stage {
            self.error(format!("{what} in a body that is {:?}", self.body.stage));
        }
    }

    fn local(&mut self, local: Local) {
        if self.body.locals.get(local).is_none() {
            self.error(format!("{local} does not exist"));
        }
    }

    fn place(&mut self, place: &Place) {
        match &place.base {
            Base::Local(local) => self.local(*local),
            Base::Path(_) => self.only(Stage::Lowered, "a path as a place"),
            Base::Static(_) => self.only(Stage::Elaborated, "a static"),
        }
        for step in &place.projections {
            match step {
                Projection::Downcast(variant) => self.variant(variant),
                Projection::Index(Some(at)) => self.local(*at),
                _ => {}
            }
        }
    }

    fn variant(&mut self, variant: &VariantRef) {
        match variant {
            VariantRef::Path(_) => self.only(Stage::Lowered, "a variant's path"),
            VariantRef::Resolved(..) | VariantRef::Unknown(_) => self.only(Stage::Elaborated, "a resolved variant"),
        }
    }

    fn constant(&mut self, value: &Const) {
        match value {
            Const::Path(_) => self.only(Stage::Lowered, "a path as a value"),
            Const::Fn(..) | Const::Ctor(..) | Const::Item(_) => self.only(Stage::Elaborated, "a resolved constant"),
            _ => {}
        }
    }

    fn operand(&mut self, operand: &Operand) {
        match operand {
            Operand::Use(place) | Operand::Move(place) => self.place(place),
            Operand::Bind(place, scrutinee) => {
                self.only(Stage::Lowered, "an undecided binding");
                if *scrutinee as usize > place.projections.len() {
                    self.error("a binding's scrutinee is longer than its place");
                }
                self.place(place);
            }
            Operand::Copy(place) => {
                self.only(Stage::Elaborated, "a copy");
                self.place(place);
            }
            Operand::Const(value) => self.constant(value),
        }
    }

    fn statement(&mut self, kind: &StatementKind) {
        match kind {
            StatementKind::Assign(place, rvalue) => {
                self.place(place);
                for operand in rvalue.operands() {
                    self.operand(operand);
                }
                match rvalue {
                    Rvalue::Ref { place, .. } | Rvalue::Residual(place) => self.place(place),
                    Rvalue::Opaque(_, places) => places.iter().for_each(|place| self.place(place)),
                    Rvalue::Adt { variant, base, .. } => {
                        self.variant(variant);
                        if let Some(base) = base {
                            self.only(Stage::Lowered, "a struct update");
                            self.place(base);
                        }
                    }
                    Rvalue::Closure { body, captures } => match body {
                        BodyRef::Local(_) => {
                            self.only(Stage::Lowered, "a closure of the file");
                            if !captures.is_empty() {
                                self.error("captures that nothing has decided");
                            }
                        }
                        BodyRef::Global(_) => self.only(Stage::Elaborated, "a closure of the program"),
                    },
                    _ => {}
                }
            }
            StatementKind::StorageLive(local) | StatementKind::StorageDead(local) => self.local(*local),
            StatementKind::Mention(place) => self.place(place),
            StatementKind::Leave => {}
        }
    }

    fn terminator(&mut self, kind: &TerminatorKind) {
        match kind {
            TerminatorKind::Switch { test, .. } => match test {
                Test::True(operand) => self.operand(operand),
                Test::Variant(place, variant) => {
                    self.place(place);
                    self.variant(variant);
                }
                Test::Equals(place, value) => {
                    self.place(place);
                    self.constant(value);
                }
                Test::Try(place) | Test::Length { place, .. } | Test::Opaque(place) => self.place(place),
                Test::Cfg(_) => self.only(Stage::Lowered, "a cfg test"),
            },
            TerminatorKind::Call { callee, args, dest, .. } => {
                match callee {
                    Callee::Path(_) => self.only(Stage::Lowered, "a callee's path"),
                    Callee::Fn(..) | Callee::Trait(..) | Callee::Unknown(..) => self.only(Stage::Elaborated, "a resolved callee"),
                    Callee::Value(operand) => self.operand(operand),
                    Callee::Method(..) | Callee::Intrinsic(_) => {}
                }
                for arg in args {
                    self.operand(arg);
                }
                self.place(dest);
            }
            TerminatorKind::Await { future, dest, .. } => {
                self.operand(future);
                self.place(dest);
            }
            TerminatorKind::Select { arms, .. } => {
                for arm in arms {
                    self.place(&arm.dest);
                    if let SelectOp::Future(place) = &arm.op {
                        self.place(place);
                    }
                    if let Some(guard) = &arm.guard {
                        self.operand(guard);
                    }
                }
            }
            TerminatorKind::Drop { place, .. } => self.place(place),
            TerminatorKind::Goto(_) | TerminatorKind::Return | TerminatorKind::Cancelled | TerminatorKind::Unreachable => {}
        }
    }

    /// No local is touched where on some path it has no storage. Dropping and ending storage that a path never began is fine: elaboration
    /// removes that.
    fn storage(&mut self) {
        let body = self.body;
        // Bit by bit: the locals that are dead. Those that never get storage are always alive.
        let mut dead_at_first = Bits::new(body.locals.len());
        for statement in body.blocks.iter().flat_map(|block| &block.statements) {
            if let StatementKind::StorageLive(local) = statement.kind {
                dead_at_first.set(local, true);
            }
        }
        let mut entry: IndexVec<BlockId, Option<Bits>> = IndexVec::from_elem(None, body.blocks.len());
        let start = BlockId::new(0);
        entry[start] = Some(dead_at_first);
        let mut work = vec![start];
        while let Some(block) = work.pop() {
            let Some(mut dead) = entry[block].clone() else { continue };
            for statement in &body.blocks[block].statements {
                dead.step(&statement.kind);
            }
            for target in body.blocks[block].terminator.kind.successors() {
                let changed = match &mut entry[target] {
                    Some(known) => known.join(&dead),
                    unknown => {
                        *unknown = Some(dead.clone());
                        true
                    }
                };
                if changed {
                    work.push(target);
                }
            }
        }
        for (id, block) in body.blocks.iter_enumerated() {
            self.at = id;
            let Some(mut dead) = entry[id].take() else { continue };
            for statement in &block.statements {
                match &statement.kind {
                    StatementKind::Assign(place, rvalue) => {
                        self.alive(place, &dead);
                        rvalue.operands().iter().filter_map(|operand| operand.place()).for_each(|place| self.alive(place, &dead));
                        match rvalue {
                            Rvalue::Ref { place, .. } | Rvalue::Residual(place) => self.alive(place, &dead),
                            Rvalue::Opaque(_, places) => places.iter().for_each(|place| self.alive(place, &dead)),
                            _ => {}
                        }
                    }
                    StatementKind::Mention(place) => self.alive(place, &dead),
                    live_or_dead => dead.step(live_or_dead),
                }
            }
            block.terminator.operands().iter().filter_map(|operand| operand.place()).for_each(|place| self.alive(place, &dead));
            match &block.terminator.kind {
                TerminatorKind::Call { dest, .. } | TerminatorKind::Await { dest, .. } => self.alive(dest, &dead),
                TerminatorKind::Switch {
                    test:
                        Test::Variant(place, _) | Test::Equals(place, _) | Test::Try(place) | Test::Length { place, .. } | Test::Opaque(place),
                    ..
                } => self.alive(place, &dead),
                _ => {}
            }
        }
    }

    fn alive(&mut self, place: &Place, dead: &Bits) {
        if let Base::Local(local) = place.base
            && dead.get(local)
        {
            self.error(format!("{local} is used where it may have no storage"));
        }
    }
}

/// A set of locals.
#[derive(Clone)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    fn get(&self, local: Local) -> bool {
        self.0[local.index() / 64] & 1 << (local.index() % 64) != 0
    }

    fn set(&mut self, local: Local, value: bool) {
        let bit = 1 << (local.index() % 64);
        if value {
            self.0[local.index() / 64] |= bit;
        } else {
            self.0[local.index() / 64] &= !bit;
        }
    }

    fn step(&mut self, kind: &StatementKind) {
        match kind {
            StatementKind::StorageLive(local) => self.set(*local, false),
            StatementKind::StorageDead(local) => self.set(*local, true),
            _ => {}
        }
    }

    /// Adds the other's; whether that changes anything.
    fn join(&mut self, other: &Self) -> bool {
        let mut changed = false;
        for (word, other) in self.0.iter_mut().zip(&other.0) {
            changed |= *word | other != *word;
            *word |= other;
        }
        changed
    }
}

//! Going over a body: successors, block order, the operands of a statement or terminator.

use super::{BlockId, Body, Callee, Operand, Place, Rvalue, SelectOp, StatementKind, Terminator, TerminatorKind, Test};
use crate::base::Idx;

impl TerminatorKind {
    /// The blocks that may come next, in the order of the terminator's fields.
    pub fn successors(&self) -> Vec<BlockId> {
        let mut all = self.clone();
        all.successors_mut().into_iter().map(|block| *block).collect()
    }

    /// The same, to change them.
    pub fn successors_mut(&mut self) -> Vec<&mut BlockId> {
        match self {
            Self::Goto(target) | Self::Drop { target, .. } => vec![target],
            Self::Switch { then, otherwise, .. } => vec![then, otherwise],
            Self::Call { target, .. } => target.iter_mut().collect(),
            Self::Await { resume, cancel, .. } => vec![resume, cancel],
            Self::Select { arms, otherwise, cancel, .. } => {
                arms.iter_mut().map(|arm| &mut arm.target).chain(otherwise).chain(cancel).collect()
            }
            Self::Return | Self::Cancelled | Self::Unreachable => Vec::new(),
        }
    }
}

impl Terminator {
    /// The operands, in order of evaluation (a called value first).
    pub fn operands(&self) -> Vec<&Operand> {
        match &self.kind {
            TerminatorKind::Switch { test: Test::True(operand), .. } => vec![operand],
            TerminatorKind::Call { callee, args, .. } => {
                let called = if let Callee::Value(operand) = callee { Some(operand) } else { None };
                called.into_iter().chain(args).collect()
            }
            TerminatorKind::Await { future, .. } => vec![future],
            TerminatorKind::Select { arms, .. } => {
                let mut all = Vec::new();
                for arm in arms {
                    match &arm.op {
                        SelectOp::Future(_) => {}
                        SelectOp::Recv(operand) => all.push(operand),
                        SelectOp::Send(on, value) => all.extend([on, value]),
                        SelectOp::Default(timeout) => all.extend(timeout),
                    }
                    all.extend(&arm.guard);
                }
                all
            }
            _ => Vec::new(),
        }
    }

    /// The same, to change them.
    pub fn operands_mut(&mut self) -> Vec<&mut Operand> {
        match &mut self.kind {
            TerminatorKind::Switch { test: Test::True(operand), .. } => vec![operand],
            TerminatorKind::Call { callee, args, .. } => {
                let called = if let Callee::Value(operand) = callee { Some(operand) } else { None };
                called.into_iter().chain(args).collect()
            }
            TerminatorKind::Await { future, .. } => vec![future],
            TerminatorKind::Select { arms, .. } => {
                let mut all = Vec::new();
                for arm in arms {
                    match &mut arm.op {
                        SelectOp::Future(_) => {}
                        SelectOp::Recv(operand) => all.push(operand),
                        SelectOp::Send(on, value) => all.extend([on, value]),
                        SelectOp::Default(timeout) => all.extend(timeout),
                    }
                    all.extend(&mut arm.guard);
                }
                all
            }
            _ => Vec::new(),
        }
    }
}

impl Rvalue {
    /// The operands, in order of evaluation.
    pub fn operands(&self) -> Vec<&Operand> {
        match self {
            Self::Use(operand) | Self::Repeat(operand) | Self::Not(operand) | Self::Cast(operand, _) => vec![operand],
            Self::Tuple(all) | Self::Array(all) | Self::Closure { captures: all, .. } => all.iter().collect(),
            Self::Adt { fields, .. } => fields.iter().map(|(_, operand)| operand).collect(),
            Self::Binary(_, left, right) => vec![left, right],
            Self::Ref { .. } | Self::Residual(_) | Self::Opaque(..) => Vec::new(),
        }
    }

    /// The same, to change them.
    pub fn operands_mut(&mut self) -> Vec<&mut Operand> {
        match self {
            Self::Use(operand) | Self::Repeat(operand) | Self::Not(operand) | Self::Cast(operand, _) => vec![operand],
            Self::Tuple(all) | Self::Array(all) | Self::Closure { captures: all, .. } => all.iter_mut().collect(),
            Self::Adt { fields, .. } => fields.iter_mut().map(|(_, operand)| operand).collect(),
            Self::Binary(_, left, right) => vec![left, right],
            Self::Ref { .. } | Self::Residual(_) | Self::Opaque(..) => Vec::new(),
        }
    }
}

impl Operand {
    /// The place, if it reads one, to change it.
    pub fn place_mut(&mut self) -> Option<&mut Place> {
        match self {
            Self::Use(place) | Self::Bind(place, _) | Self::Copy(place) | Self::Move(place) => Some(place),
            Self::Const(_) => None,
        }
    }
}

impl StatementKind {
    /// All places in it, those of operands included.
    pub fn places_mut(&mut self) -> Vec<&mut Place> {
        match self {
            Self::Assign(dest, rvalue) => {
                let mut all: Vec<&mut Place> = match rvalue {
                    Rvalue::Ref { place, .. } | Rvalue::Residual(place) => vec![place],
                    Rvalue::Opaque(_, places) => places.iter_mut().collect(),
                    Rvalue::Adt { fields, base, .. } => {
                        fields.iter_mut().filter_map(|(_, operand)| operand.place_mut()).chain(base).collect()
                    }
                    other => other.operands_mut().into_iter().filter_map(Operand::place_mut).collect(),
                };
                all.push(dest);
                all
            }
            Self::Mention(place) => vec![place],
            Self::StorageLive(_) | Self::StorageDead(_) | Self::Leave => Vec::new(),
        }
    }
}

impl TerminatorKind {
    /// All places in it, those of operands included.
    pub fn places_mut(&mut self) -> Vec<&mut Place> {
        match self {
            Self::Switch { test, .. } => match test {
                Test::True(operand) => operand.place_mut().into_iter().collect(),
                Test::Variant(place, _) | Test::Equals(place, _) | Test::Try(place) | Test::Length { place, .. } | Test::Opaque(place) => {
                    vec![place]
                }
                Test::Cfg(_) => Vec::new(),
            },
            Self::Call { callee, args, dest, .. } => {
                let called = if let Callee::Value(operand) = callee { operand.place_mut() } else { None };
                called.into_iter().chain(args.iter_mut().filter_map(Operand::place_mut)).chain([dest]).collect()
            }
            Self::Await { future, dest, .. } => future.place_mut().into_iter().chain([dest]).collect(),
            Self::Select { arms, .. } => {
                let mut all = Vec::new();
                for arm in arms {
                    match &mut arm.op {
                        SelectOp::Future(place) => all.push(place),
                        SelectOp::Recv(operand) => all.extend(operand.place_mut()),
                        SelectOp::Send(on, value) => all.extend(on.place_mut().into_iter().chain(value.place_mut())),
                        SelectOp::Default(timeout) => all.extend(timeout.as_mut().and_then(Operand::place_mut)),
                    }
                    all.extend(arm.guard.as_mut().and_then(Operand::place_mut));
                    all.push(&mut arm.dest);
                }
                all
            }
            Self::Drop { place, .. } => vec![place],
            Self::Goto(_) | Self::Return | Self::Cancelled | Self::Unreachable => Vec::new(),
        }
    }
}

impl Body {
    /// The blocks that the entry reaches, each before its successors unless the edge goes back.
    pub fn reverse_postorder(&self) -> Vec<BlockId> {
        let mut order = Vec::with_capacity(self.blocks.len());
        if self.blocks.is_empty() {
            return order;
        }
        let mut seen = vec![false; self.blocks.len()];
        let entry = BlockId::new(0);
        let mut stack = vec![(entry, self.blocks[entry].terminator.kind.successors())];
        seen[0] = true;
        while let Some((block, open)) = stack.last_mut() {
            match open.pop() {
                Some(next) if next.index() < seen.len() => {
                    if !std::mem::replace(&mut seen[next.index()], true) {
                        stack.push((next, self.blocks[next].terminator.kind.successors()));
                    }
                }
                Some(_) => {}
                None => {
                    order.push(*block);
                    stack.pop();
                }
            }
        }
        order.reverse();
        order
    }
}

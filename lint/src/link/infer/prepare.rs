//! What can be resolved before any type is known: variants in patterns, places that are statics or constants, constructors that are called.

use super::Infer;
use crate::base::{IndexVec, Name};
use crate::ir::{
    Base, Block, BodyRef, Callee, Const, LocalDecl, LocalKind, Operand, Path, Place, Projection, Rvalue, Statement, StatementKind,
    TerminatorKind, Test, Ty, TypeRef, VariantRef, Why,
};
use crate::link::ValueRes;

impl Infer<'_> {
    /// Rewrites the body: afterwards places have no paths, and a call of a constructor is a literal.
    pub(super) fn prepare(&mut self, at: usize) {
        let blocks = std::mem::take(&mut self.works[at].body.blocks);
        let mut out = IndexVec::new();
        for block in &blocks {
            let block = self.prepare_block(at, block.clone());
            out.push(block);
        }
        self.works[at].body.blocks = out;
    }

    fn prepare_block(&mut self, at: usize, block: Block) -> Block {
        let mut statements = Vec::with_capacity(block.statements.len());
        for mut statement in block.statements {
            for place in statement.kind.places_mut() {
                self.prepare_place(at, place, &mut statements, statement.span);
            }
            if let StatementKind::Assign(_, rvalue) = &mut statement.kind {
                if let Rvalue::Closure { body, .. } = rvalue
                    && let BodyRef::Local(local) = *body
                {
                    match self.cx.linked.nested(self.root, local) {
                        Some(global) => *body = BodyRef::Global(global),
                        None => *rvalue = Rvalue::Opaque(Why::NoBody, Vec::new()),
                    }
                }
                for operand in rvalue.operands_mut() {
                    self.prepare_operand(operand);
                }
            }
            statements.push(statement);
        }
        let mut terminator = block.terminator;
        for place in terminator.kind.places_mut() {
            self.prepare_place(at, place, &mut statements, terminator.span);
        }
        for operand in terminator.operands_mut() {
            self.prepare_operand(operand);
        }
        match &mut terminator.kind {
            TerminatorKind::Switch { test, then, otherwise } => {
                if let Test::Cfg(cfg) = test {
                    let next = if self.cx.linked.cfg_holds(self.root, cfg) { *then } else { *otherwise };
                    terminator.kind = TerminatorKind::Goto(next);
                } else {
                    self.prepare_test(test);
                }
            }
            TerminatorKind::Call { callee: Callee::Path(path), args, dest, target, .. } => {
                if let ValueRes::Ctor(..) = self.cx.resolve_value(path)
                    && let Some(target) = *target
                {
                    let fields = args.drain(..).enumerate().map(|(nth, operand)| (Name::index(nth), operand)).collect();
                    let literal = Rvalue::Adt { variant: VariantRef::Path(path.clone()), fields, base: None };
                    statements.push(Statement { kind: StatementKind::Assign(dest.clone(), literal), span: terminator.span });
                    terminator.kind = TerminatorKind::Goto(target);
                }
            }
            _ => {}
        }
        Block { statements, terminator, loop_head: block.loop_head }
    }

    fn prepare_operand(&mut self, operand: &mut Operand) {
        if let Operand::Const(Const::Path(path)) = operand
            && let ValueRes::Static(id) = self.cx.resolve_value(path)
        {
            *operand = Operand::Use(Place { base: Base::Static(id), projections: Vec::new() });
        }
    }

    fn prepare_test(&mut self, test: &mut Test) {
        let Test::Variant(place, VariantRef::Path(path)) = test else { return };
        if let Some(variant) = self.variant(path) {
            *test = Test::Variant(place.clone(), variant);
            return;
        }
        let constant = match self.cx.resolve_value(path) {
            ValueRes::Const(id) => self.cx.linked.consts[id].body.map_or(Const::Unknown(Why::NoBody), Const::Item),
            ValueRes::Ctor(adt, variant, _) => {
                *test = Test::Variant(place.clone(), VariantRef::Resolved(adt, variant));
                return;
            }
            _ => {
                *test = Test::Variant(place.clone(), unknown(path));
                return;
            }
        };
        *test = Test::Equals(place.clone(), constant);
    }

    fn variant(&mut self, path: &Path) -> Option<VariantRef> {
        self.cx.resolve_variant(path).map(|(adt, variant, _)| VariantRef::Resolved(adt, variant))
    }

    fn prepare_place(&mut self, at: usize, place: &mut Place, before: &mut Vec<Statement>, span: crate::base::Span) {
        for step in &mut place.projections {
            if let Projection::Downcast(VariantRef::Path(path)) = step {
                *step = Projection::Downcast(self.variant(path).unwrap_or_else(|| unknown(path)));
            }
        }
        let Base::Path(path) = &place.base else { return };
        if let ValueRes::Static(id) = self.cx.resolve_value(path) {
            place.base = Base::Static(id);
            return;
        }
        let value = Rvalue::Use(Operand::Const(Const::Path(path.clone())));
        let decl = LocalDecl { kind: LocalKind::Temp, name: None, ty_ref: TypeRef::Infer, ty: Ty::Unknown(Why::Pending), span };
        let temp = self.works[at].body.locals.push(decl);
        before.push(Statement { kind: StatementKind::Assign(Place::local(temp), value), span });
        place.base = Base::Local(temp);
    }
}

fn unknown(path: &Path) -> VariantRef {
    VariantRef::Unknown(path.last().map_or_else(|| Name::new(""), |segment| segment.name.clone()))
}

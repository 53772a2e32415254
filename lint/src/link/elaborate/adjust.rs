//! Explicit dereferences and borrows, and what each use is, by the types.
//!
//! The body is built anew, block by block, so that calls (`Deref::deref`, `Index::index`, overloaded operators) can be put in: a block
//! that gets one goes on in a new block after the old ones.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Lang, copied};
use crate::base::{Idx, IndexVec, Name, Span};
use crate::ir::{
    Base, Block, BlockId, Body, Callee, Const, FnId, Local, LocalDecl, LocalKind, Operand, Place, Projection, Rvalue, Statement,
    StatementKind, Terminator, TerminatorKind, Test, Ty, TypeRef, VariantRef, Why,
};
use crate::link::infer::Site;
use crate::link::{Adjust, Cx, MethodPick};

/// Makes one body explicit. Variables of parents are still named as in the lowered form.
pub(super) fn adjust(cx: &mut Cx<'_>, lang: &Lang, methods: &Methods, at: usize, body: &mut Body) {
    let krate = cx.linked.names.modules[cx.scope.module].krate;
    let stub = cx.linked.program.krates.get(krate).is_some_and(|krate| krate.stub);
    let old = std::mem::take(&mut body.blocks);
    let mut blocks = IndexVec::new();
    for block in &old {
        blocks.push(Block { statements: Vec::new(), terminator: unreachable(block.terminator.span), loop_head: block.loop_head });
    }
    let locals = std::mem::take(&mut body.locals);
    let mut builder =
        Builder { cx, lang, methods, at, stub, locals, looked_at: FxHashSet::default(), blocks, current: BlockId::new(0), span: body.span };
    for (id, block) in old.iter_enumerated() {
        builder.current = id;
        for statement in &block.statements {
            builder.span = statement.span;
            builder.statement(statement.clone());
        }
        builder.span = block.terminator.span;
        let site = Site { body: builder.at, block: id, statement: block.statements.len() };
        builder.terminator(site, block.terminator.clone());
    }
    body.locals = builder.locals;
    body.blocks = builder.blocks;
}

fn unreachable(span: Span) -> Terminator {
    Terminator { kind: TerminatorKind::Unreachable, span }
}

/// What the lookups of the method calls gave.
pub(super) struct Methods {
    /// Those that were found.
    pub picks: FxHashMap<Site, MethodPick>,
    /// Those that were not.
    pub unpicked: FxHashSet<Site>,
}

/// A place with its type.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    pub place: Place,
    pub ty: Ty,
    /// Whether it lies behind a reference or a call of `deref`, so that nothing can be moved out of it.
    pub borrowed: bool,
}

/// A body under construction.
pub(super) struct Builder<'b, 'a> {
    pub cx: &'b mut Cx<'a>,
    pub lang: &'b Lang,
    pub methods: &'b Methods,
    pub at: usize,
    /// Whether the body stands in a stub.
    pub stub: bool,
    pub locals: IndexVec<Local, LocalDecl>,
    /// Names of guards that are references, though the guard uses them as what they refer to.
    looked_at: FxHashSet<Local>,
    blocks: IndexVec<BlockId, Block>,
    current: BlockId,
    pub span: Span,
}

impl Builder<'_, '_> {
    /// Adds a statement.
    pub fn push(&mut self, kind: StatementKind) {
        let statement = Statement { kind, span: self.span };
        self.blocks[self.current].statements.push(statement);
    }

    /// Ends the block.
    pub fn end(&mut self, kind: TerminatorKind) {
        self.blocks[self.current].terminator = Terminator { kind, span: self.span };
    }

    /// A temporary that needs no drop or whose drop is nobody's business here.
    pub fn temp(&mut self, ty: Ty) -> Place {
        let decl = LocalDecl { kind: LocalKind::Temp, name: None, ty_ref: TypeRef::Infer, ty, span: self.span };
        Place::local(self.locals.push(decl))
    }

    /// A temporary with this value.
    pub fn assign(&mut self, ty: Ty, value: Rvalue) -> Place {
        let temp = self.temp(ty);
        self.push(StatementKind::Assign(temp.clone(), value));
        temp
    }

    /// Calls a function and goes on in a new block; gives the result.
    pub fn call(&mut self, callee: Callee, args: Vec<Operand>, ty: Ty) -> Place {
        let dest = self.temp(ty);
        self.call_into(callee, args, dest.clone());
        dest
    }

    /// The same, into a place.
    pub fn call_into(&mut self, callee: Callee, args: Vec<Operand>, dest: Place) {
        let next = self.blocks.push(Block { statements: Vec::new(), terminator: unreachable(self.span), loop_head: None });
        self.end(TerminatorKind::Call { callee, args, dest, target: Some(next), name_span: self.span });
        self.current = next;
    }

    /// A trait's function on this type.
    pub fn callee(&mut self, func: FnId, substs: Vec<Ty>) -> Callee {
        match self.cx.instance(func, &substs) {
            Some((func, substs)) => Callee::Fn(func, substs),
            None => Callee::Trait(func, substs.into_iter().next().unwrap_or(Ty::Unknown(Why::UninferredType))),
        }
    }

    /// `&place`, `&mut place` in a temporary.
    pub fn borrow(&mut self, of: &Typed, mutable: bool) -> Typed {
        let ty = Ty::Ref(mutable, Box::new(of.ty.clone()));
        let place = self.assign(ty.clone(), Rvalue::Ref { mutable, place: of.place.clone() });
        Typed { place, ty, borrowed: false }
    }

    fn base(&mut self, base: &Base) -> Typed {
        let mut place = Place { base: base.clone(), projections: Vec::new() };
        let looked_at = matches!(base, Base::Local(local) if self.looked_at.contains(local));
        if looked_at {
            place = place.project(Projection::Deref);
        }
        let ty = super::place_types::place_ty(self.cx, &self.locals, &place);
        Typed { place, ty, borrowed: looked_at || matches!(base, Base::Static(_)) }
    }

    /// Makes of the local, a guard's name, a reference to what it is used as.
    pub fn look_at(&mut self, local: Local) {
        if self.looked_at.insert(local) {
            let ty = &mut self.locals[local].ty;
            *ty = Ty::Ref(false, Box::new(ty.clone()));
        }
    }

    /// The place with explicit steps. `mutable`: it will be written or borrowed mutably.
    pub fn place(&mut self, place: &Place, mutable: bool) -> Typed {
        self.pattern(place, place.projections.len(), mutable).0
    }

    /// The same; from step `pattern` on, the references that the pattern passes are noted: shared if any was.
    pub fn pattern(&mut self, place: &Place, pattern: usize, mutable: bool) -> (Typed, Option<bool>) {
        let mut at = self.base(&place.base);
        let mut by = None;
        let mut variant = 0;
        for (nth, step) in place.projections.iter().enumerate() {
            if nth >= pattern && matches!(step, Projection::Deref) {
                by = None;
            } else if variant == 0
                && (nth >= pattern || matches!(step, Projection::Downcast(_) | Projection::Element { .. } | Projection::Subslice))
            {
                while let Ty::Ref(of, inner) = at.ty.clone() {
                    by = if nth >= pattern { Some(by.unwrap_or(true) && of) } else { by };
                    at = Typed { place: at.place.project(Projection::Deref), ty: *inner, borrowed: true };
                }
            }
            at = self.step(at, step, &mut variant, mutable);
        }
        (at, by)
    }

    fn step(&mut self, at: Typed, step: &Projection, variant: &mut u32, mutable: bool) -> Typed {
        let taken_as = std::mem::take(variant);
        let unknown = Ty::Unknown(Why::UninferredType);
        match step {
            Projection::Downcast(of) => {
                if let VariantRef::Resolved(_, nth) = of {
                    // Zero is the variant of a struct too: the field is looked up on the type itself either way.
                    *variant = nth + 1;
                }
                let single =
                    matches!(of, VariantRef::Resolved(adt, _) if self.cx.linked.program.adts[*adt].kind != crate::ir::AdtKind::Enum);
                let place = if single { at.place } else { at.place.project(step.clone()) };
                Typed { place, ..at }
            }
            Projection::Field(name) => {
                let direct = if taken_as > 0 { self.cx.field_ty(&at.ty, taken_as - 1, name) } else { None };
                if let Some(ty) = direct {
                    let ty = self.cx.normalize(&ty);
                    return Typed { place: at.place.project(step.clone()), ty, borrowed: at.borrowed };
                }
                let Some(pick) = self.cx.lookup_field(&at.ty, name) else {
                    return Typed { place: at.place.project(step.clone()), ty: unknown, borrowed: at.borrowed };
                };
                let at = self.adjusted(at, &pick.adjusts, mutable);
                let ty = self.cx.normalize(&pick.ty);
                Typed { place: at.place.project(step.clone()), ty, borrowed: at.borrowed }
            }
            Projection::Deref => {
                let steps = self.cx.autoderef(&at.ty);
                match steps.into_iter().nth(1) {
                    Some(crate::link::Step { adjust: Some(adjust), ty }) => {
                        let mut next = self.adjusted(at, &[adjust], mutable);
                        next.ty = ty;
                        next
                    }
                    _ => Typed { place: at.place.project(step.clone()), ty: unknown, borrowed: true },
                }
            }
            Projection::Output => match self.output_variant(&at.ty) {
                Some((adt, nth, ty)) => {
                    let place = at.place.project(Projection::Downcast(VariantRef::Resolved(adt, nth)));
                    Typed { place: place.project(Projection::Field(Name::index(0))), ty, borrowed: at.borrowed }
                }
                None => Typed { place: at.place.project(step.clone()), ty: unknown, borrowed: at.borrowed },
            },
            Projection::Element { offset, from_end } => {
                if let Ty::Tuple(parts) = &at.ty {
                    let nth = if *from_end { parts.len().checked_sub(*offset as usize + 1) } else { Some(*offset as usize) };
                    let nth = nth.unwrap_or(0);
                    let ty = parts.get(nth).cloned().unwrap_or(unknown);
                    return Typed { place: at.place.project(Projection::Field(Name::index(nth))), ty, borrowed: at.borrowed };
                }
                self.element(&at, step)
            }
            Projection::Subslice => {
                let steps = self.cx.autoderef(&at.ty);
                let is_whole = |ty: &Ty| matches!(ty, Ty::Slice(_) | Ty::Array(_)) || matches!(ty, Ty::Prim(name) if name == "str");
                let Some(end) = steps.iter().position(|step| is_whole(&step.ty)) else { return self.index(at, None, mutable) };
                let adjusts: Vec<Adjust> = steps[..=end].iter().filter_map(|step| step.adjust.clone()).collect();
                let at = self.adjusted(at, &adjusts, mutable);
                self.element(&at, step)
            }
            Projection::Index(by) => self.index(at, *by, mutable),
        }
    }

    fn element(&mut self, at: &Typed, step: &Projection) -> Typed {
        let mut variant = 0;
        let ty = super::place_types::step_ty(self.cx, &at.ty, &mut variant, step);
        Typed { place: at.place.project(step.clone()), ty, borrowed: at.borrowed }
    }

    /// Which variant a `?` goes on with, and the type of what it gives.
    pub fn output_variant(&self, ty: &Ty) -> Option<(crate::ir::AdtId, u32, Ty)> {
        let Ty::Adt(adt, substs) = ty else { return None };
        let def = &self.cx.linked.program.adts[*adt];
        let (name, which) = match def.path.as_str() {
            "std::option::Option" => ("Some", 0),
            "std::result::Result" => ("Ok", 0),
            "std::ops::ControlFlow" => ("Continue", 1),
            _ => return None,
        };
        let nth = def.variants.iter().position(|variant| variant.name == *name)?;
        Some((*adt, nth as u32, substs.get(which).cloned()?))
    }

    /// `base[i]`: of an array or slice a step, of anything else a call of `Index::index`.
    fn index(&mut self, at: Typed, local: Option<Local>, mutable: bool) -> Typed {
        let steps = self.cx.autoderef(&at.ty);
        for (nth, step) in steps.iter().enumerate() {
            let adjusts: Vec<Adjust> = steps[..=nth].iter().filter_map(|step| step.adjust.clone()).collect();
            if let Ty::Slice(element) | Ty::Array(element) = &step.ty {
                let at = self.adjusted(at, &adjusts, mutable);
                return Typed { place: at.place.project(Projection::Index(local)), ty: (**element).clone(), borrowed: true };
            }
            let Some((trait_, shared)) = self.lang.index else { continue };
            if !matches!(step.ty, Ty::Adt(..)) {
                continue;
            }
            let by = self.cx.table.fresh();
            if self.cx.select(&step.ty, trait_, std::slice::from_ref(&by)).is_none() {
                continue;
            }
            let output = self.element_ty(&steps[nth..], trait_, &by);
            let ty = step.ty.clone();
            let mut at = self.adjusted(at, &adjusts, mutable);
            at.ty.clone_from(&ty);
            let borrowed = self.borrow(&at, mutable);
            let func = if mutable { self.lang.index_mut.unwrap_or(shared) } else { shared };
            let by = self.cx.table.resolve(&by);
            // What indexes by anything is indexed by a number here: ranges and references have steps of their own.
            let open = matches!(by, Ty::Infer(_)) || by.is_unknown();
            let by = match local {
                Some(_) if open => Ty::Prim("usize".into()),
                _ if open => Ty::Unknown(Why::Data),
                _ => by,
            };
            let callee = self.callee(func, vec![ty, by]);
            let index = local.map_or(Operand::Const(Const::Unknown(Why::Data)), |local| Operand::Copy(Place::local(local)));
            let args = vec![Operand::Copy(borrowed.place), index];
            let result = self.call(callee, args, Ty::Ref(mutable, Box::new(output.clone())));
            return Typed { place: result.project(Projection::Deref), ty: output, borrowed: true };
        }
        Typed { place: at.place.project(Projection::Index(local)), ty: Ty::Unknown(Why::UnresolvedMethod), borrowed: true }
    }

    /// What indexing gives: the element of the slice behind, else what the impl says.
    fn element_ty(&mut self, steps: &[crate::link::Step], trait_: crate::ir::TraitId, by: &Ty) -> Ty {
        let slice = steps.iter().find_map(|step| match &step.ty {
            Ty::Slice(element) | Ty::Array(element) => Some((**element).clone()),
            _ => None,
        });
        let output = || self.cx.project(&steps[0].ty, trait_, std::slice::from_ref(by), &"Output".into());
        slice.or_else(output).filter(|ty| !matches!(ty, Ty::Infer(_) | Ty::Projection(..))).unwrap_or(Ty::Unknown(Why::UninferredType))
    }

    /// Does to the place what a lookup asks for.
    pub fn adjusted(&mut self, at: Typed, adjusts: &[Adjust], mutable: bool) -> Typed {
        let mut at = at;
        for adjust in adjusts {
            at = match adjust {
                Adjust::Unsize => at,
                Adjust::Deref => {
                    let borrowed = at.borrowed || !matches!(at.ty, Ty::Adt(..));
                    let mut variant = 0;
                    let ty = super::place_types::step_ty(self.cx, &at.ty, &mut variant, &Projection::Deref);
                    Typed { place: at.place.project(Projection::Deref), ty, borrowed }
                }
                Adjust::Overloaded { target } => {
                    // `deref_mut` only where the type has one: a shared guard in a place that is written is not valid Rust.
                    let func = if mutable { self.lang.deref_mut } else { self.lang.deref };
                    let func = func.or(self.lang.deref);
                    let this = at.ty.clone();
                    let borrowed = self.borrow(&at, mutable);
                    let callee = match func {
                        Some(func) => self.callee(func, vec![this]),
                        None => Callee::Unknown("deref".into(), Why::UnresolvedMethod),
                    };
                    let ty = Ty::Ref(mutable, Box::new(target.clone()));
                    let result = self.call(callee, vec![Operand::Copy(borrowed.place)], ty);
                    Typed { place: result.project(Projection::Deref), ty: target.clone(), borrowed: true }
                }
            };
        }
        at
    }

    /// The place behind all references.
    pub fn peeled(at: Typed) -> Typed {
        let mut at = at;
        while let Ty::Ref(_, inner) = at.ty.clone() {
            at = Typed { place: at.place.project(Projection::Deref), ty: *inner, borrowed: true };
        }
        at
    }

    /// The use of a place as a value. Only a stub's body may move something out from behind a reference (`mem::replace`).
    pub fn used(&mut self, at: &Typed) -> Operand {
        match copied(self.cx, &at.ty) {
            Some(true) => Operand::Copy(at.place.clone()),
            Some(false) if !at.borrowed || self.stub => Operand::Move(at.place.clone()),
            // A temporary that is used by value is used once: a copy of it and a move are the same.
            None if at.place.as_local().is_some_and(|local| self.locals[local].kind == LocalKind::Temp) => Operand::Move(at.place.clone()),
            _ => Operand::Use(at.place.clone()),
        }
    }

    fn statement(&mut self, statement: Statement) {
        match statement.kind {
            StatementKind::Assign(dest, rvalue) => self.assignment(&dest, rvalue),
            StatementKind::Mention(place) => self.mention(&place),
            other => self.push(other),
        }
    }

    /// A place that is only named: calls are not made for it.
    fn mention(&mut self, place: &Place) {
        let whole = Place { base: place.base.clone(), projections: Vec::new() };
        self.push(StatementKind::Mention(whole));
    }

    fn terminator(&mut self, site: Site, terminator: Terminator) {
        match terminator.kind {
            TerminatorKind::Switch { test, then, otherwise } => self.switch(test, then, otherwise),
            TerminatorKind::Call { callee, args, dest, target, name_span } => {
                self.call_site(site, callee, args, &dest, target, name_span);
            }
            TerminatorKind::Await { future, dest, resume, cancel } => {
                let future = self.operand(future);
                let dest = self.place(&dest, true).place;
                self.end(TerminatorKind::Await { future, dest, resume, cancel });
            }
            TerminatorKind::Select { arms, otherwise, blocking, cancel } => {
                let arms = arms.into_iter().map(|arm| self.select_arm(arm)).collect();
                self.end(TerminatorKind::Select { arms, otherwise, blocking, cancel });
            }
            TerminatorKind::Drop { place, target, why } => {
                let place = self.place(&place, true);
                self.end(TerminatorKind::Drop { place: place.place, target, why });
            }
            other => self.end(other),
        }
    }

    fn switch(&mut self, test: Test, then: BlockId, otherwise: BlockId) {
        let test = match test {
            Test::True(operand) => Test::True(self.operand(operand)),
            Test::Variant(place, variant) => {
                let at = self.place(&place, false);
                let at = Self::peeled(at);
                let single = match &variant {
                    VariantRef::Resolved(adt, _) => self.cx.linked.program.adts[*adt].kind != crate::ir::AdtKind::Enum,
                    _ => false,
                };
                if single {
                    self.end(TerminatorKind::Goto(then));
                    return;
                }
                Test::Variant(at.place, variant)
            }
            Test::Equals(place, constant) => {
                let at = self.place(&place, false);
                Test::Equals(Self::peeled(at).place, constant)
            }
            Test::Try(place) => {
                let at = self.place(&place, false);
                match self.output_variant(&at.ty) {
                    Some((adt, nth, _)) => Test::Variant(at.place, VariantRef::Resolved(adt, nth)),
                    None => Test::Try(at.place),
                }
            }
            Test::Length { place, len, or_more } => {
                let at = self.place(&place, false);
                Test::Length { place: Self::peeled(at).place, len, or_more }
            }
            Test::Opaque(place) => {
                let at = self.place(&place, false);
                Test::Opaque(Self::peeled(at).place)
            }
            Test::Cfg(cfg) => Test::Cfg(cfg),
        };
        self.end(TerminatorKind::Switch { test, then, otherwise });
    }
}

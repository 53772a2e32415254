//! What `#[derive(…)]` makes: impls, and for `Clone` and `Default` the bodies.
//!
//! The bodies are in lowered form, as if written: `Clone` makes the same variant of clones of the fields, `Default` one of defaults.

use super::names::{Names, Scope, TypeDef};
use crate::base::{IndexVec, Name, Span};
use crate::ir::{
    AdtDef, AdtId, Block, BlockId, Body, BodyKind, Callee, Local, LocalDecl, LocalKind, Operand, Path, Place, Projection, Rvalue, Stage,
    Statement, StatementKind, Terminator, TerminatorKind, Test, TraitId, Ty, TypeRef, VariantRef, Why,
};

/// The traits whose derives the compiler brings, and where they are.
const BUILTIN: [(&str, &str); 9] = [
    ("Clone", "clone"),
    ("Copy", "marker"),
    ("Debug", "fmt"),
    ("Default", "default"),
    ("PartialEq", "cmp"),
    ("Eq", "cmp"),
    ("PartialOrd", "cmp"),
    ("Ord", "cmp"),
    ("Hash", "hash"),
];

/// The trait that a derive of the compiler's own implements. `None`: a derive of some crate.
pub(super) fn derived_trait(names: &Names, scope: &Scope, path: &Path) -> Option<TraitId> {
    let last = path.last()?;
    let (name, module) = BUILTIN.iter().find(|(name, _)| last.name == *name)?;
    let TypeDef::Trait(builtin) = names.path_in(names.std?, &[module, name])?.types?.def else { return None };
    // A name that resolves to another trait is another derive.
    names.resolve_trait(scope, path).is_none_or(|found| found == builtin).then_some(builtin)
}

/// The body of a derived `clone`.
pub(super) fn clone_body(id: AdtId, adt: &AdtDef) -> Body {
    let mut make = Make::new(adt.name_span.span, 1);
    let this = Place::local(make.param).project(Projection::Deref);
    let count = adt.variants.len();
    for (at, variant) in adt.variants.iter().enumerate() {
        let variant_ref = VariantRef::Resolved(id, at as u32);
        let mut place = this.clone();
        let is_enum = adt.kind == crate::ir::AdtKind::Enum;
        if is_enum {
            place = place.project(Projection::Downcast(variant_ref.clone()));
        }
        let next = (at + 1 < count).then(|| {
            let (then, otherwise) = (make.block(), make.block());
            make.end(TerminatorKind::Switch { test: Test::Variant(this.clone(), variant_ref.clone()), then, otherwise });
            make.at = then;
            otherwise
        });
        let mut fields = Vec::new();
        for name in variant.fields.keys() {
            let reference = make.temp();
            make.assign(Place::local(reference), Rvalue::Ref { mutable: false, place: place.project(Projection::Field(name.clone())) });
            let value = make.call(&["std", "clone", "Clone", "clone"], vec![Operand::Use(Place::local(reference))]);
            fields.push((name.clone(), Operand::Use(Place::local(value))));
        }
        make.assign(Place::local(make.result), Rvalue::Adt { variant: variant_ref, fields, base: None });
        make.end(TerminatorKind::Return);
        if let Some(next) = next {
            make.at = next;
        }
    }
    if count == 0 {
        make.end(TerminatorKind::Unreachable);
    }
    make.body
}

/// The body of a derived `default`; `variant` is the one marked, of a struct 0.
pub(super) fn default_body(id: AdtId, adt: &AdtDef, variant: u32) -> Body {
    let mut make = Make::new(adt.name_span.span, 0);
    let mut fields = Vec::new();
    for name in adt.variants.get(variant as usize).into_iter().flat_map(|variant| variant.fields.keys()) {
        let value = make.call(&["std", "default", "Default", "default"], Vec::new());
        fields.push((name.clone(), Operand::Use(Place::local(value))));
    }
    make.assign(Place::local(make.result), Rvalue::Adt { variant: VariantRef::Resolved(id, variant), fields, base: None });
    make.end(TerminatorKind::Return);
    make.body
}

/// A body in the making.
struct Make {
    body: Body,
    result: Local,
    param: Local,
    at: BlockId,
    span: Span,
}

impl Make {
    fn new(span: Span, params: usize) -> Self {
        let body = Body {
            stage: Stage::Lowered,
            kind: BodyKind::Fn,
            is_move: false,
            span,
            parent: None,
            params,
            locals: IndexVec::new(),
            blocks: IndexVec::new(),
            upvars: Vec::new(),
            captures: Vec::new(),
            ret: TypeRef::Infer,
            items: Vec::new(),
        };
        let mut make = Self { body, result: crate::base::Idx::new(0), param: crate::base::Idx::new(1), at: crate::base::Idx::new(0), span };
        make.local(LocalKind::Return, None);
        for _ in 0..params {
            make.local(LocalKind::Param, Some(Name::new("self")));
        }
        make.at = make.block();
        make
    }

    fn local(&mut self, kind: LocalKind, name: Option<Name>) -> Local {
        self.body.locals.push(LocalDecl { kind, name, ty_ref: TypeRef::Infer, ty: Ty::Unknown(Why::Pending), span: self.span })
    }

    fn temp(&mut self) -> Local {
        self.local(LocalKind::Temp, None)
    }

    fn block(&mut self) -> BlockId {
        let terminator = Terminator { kind: TerminatorKind::Unreachable, span: self.span };
        self.body.blocks.push(Block { statements: Vec::new(), terminator, loop_head: None })
    }

    fn assign(&mut self, place: Place, value: Rvalue) {
        let statement = Statement { kind: StatementKind::Assign(place, value), span: self.span };
        self.body.blocks[self.at].statements.push(statement);
    }

    fn end(&mut self, kind: TerminatorKind) {
        self.body.blocks[self.at].terminator.kind = kind;
    }

    fn call(&mut self, path: &[&str], args: Vec<Operand>) -> Local {
        let dest = self.temp();
        let target = self.block();
        let path = Path { global: true, ..Path::from_names(path, self.span) };
        let kind =
            TerminatorKind::Call { callee: Callee::Path(path), args, dest: Place::local(dest), target: Some(target), name_span: self.span };
        self.end(kind);
        self.at = target;
        dest
    }
}

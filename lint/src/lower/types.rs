//! Paths, types, bounds and generics as they are written.

use syn::{GenericArgument, PathArguments, ReturnType, Type, TypeParamBound, WherePredicate};

use crate::base::Name;
use crate::ir::{Bound, GenericParam, Generics, Path, Segment, TypeRef};
use crate::syntax::span;

/// An identifier.
pub(super) fn name(ident: &syn::Ident) -> Name {
    Name::new(crate::syntax::as_written(&ident.to_string()))
}

/// A path.
pub(super) fn path(path: &syn::Path) -> Path {
    qualified(None, path)
}

/// A path, perhaps with `<T as Trait>` in front.
pub(super) fn qualified(qself: Option<&syn::QSelf>, path: &syn::Path) -> Path {
    Path {
        global: path.leading_colon.is_some(),
        qself: qself.map(|qself| Box::new((ty(&qself.ty), qself.position))),
        segments: path.segments.iter().map(segment).collect(),
        span: span::qualified(qself, path),
    }
}

fn segment(segment: &syn::PathSegment) -> Segment {
    let mut found = Segment::plain(name(&segment.ident));
    match &segment.arguments {
        PathArguments::None => {}
        PathArguments::AngleBracketed(args) => {
            for arg in &args.args {
                match arg {
                    GenericArgument::Type(arg) => found.args.push(ty(arg)),
                    GenericArgument::AssocType(binding) => found.bindings.push((name(&binding.ident), ty(&binding.ty))),
                    GenericArgument::Constraint(bound) => found.bindings.push((name(&bound.ident), TypeRef::Impl(bounds(&bound.bounds)))),
                    _ => {}
                }
            }
        }
        PathArguments::Parenthesized(args) => {
            found.parenthesized = true;
            found.args.push(TypeRef::Tuple(args.inputs.iter().map(|input| ty(&input.ty)).collect()));
            found.bindings.push((Name::new("Output"), result(&args.output)));
        }
    }
    found
}

/// The type arguments of a method call.
pub(super) fn turbofish(args: Option<&syn::AngleBracketedGenericArguments>) -> Vec<TypeRef> {
    let types =
        args.iter().flat_map(|args| &args.args).filter_map(|arg| if let GenericArgument::Type(arg) = arg { Some(ty(arg)) } else { None });
    types.collect()
}

/// What stands after `->`.
pub(super) fn result(output: &ReturnType) -> TypeRef {
    match output {
        ReturnType::Default => TypeRef::unit(),
        ReturnType::Type(_, output) => ty(output),
    }
}

/// A type.
pub(super) fn ty(written: &Type) -> TypeRef {
    match written {
        Type::Path(path) => TypeRef::Path(qualified(path.qself.as_ref(), &path.path)),
        Type::Reference(reference) => TypeRef::Ref { mutable: reference.mutability.is_some(), ty: Box::new(ty(&reference.elem)) },
        Type::Ptr(pointer) => TypeRef::Ptr(Box::new(ty(&pointer.elem))),
        Type::Tuple(tuple) => TypeRef::Tuple(tuple.elems.iter().map(ty).collect()),
        Type::Slice(slice) => TypeRef::Slice(Box::new(ty(&slice.elem))),
        Type::Array(array) => TypeRef::Array(Box::new(ty(&array.elem))),
        Type::FnPtr(pointer) => {
            TypeRef::FnPtr(pointer.inputs.iter().map(|input| ty(&input.ty)).collect(), Box::new(result(&pointer.output)))
        }
        Type::ImplTrait(opaque) => TypeRef::Impl(bounds(&opaque.bounds)),
        Type::TraitObject(object) => TypeRef::Dyn(bounds(&object.bounds)),
        Type::Paren(inner) => ty(&inner.elem),
        Type::Group(inner) => ty(&inner.elem),
        Type::Never(_) => TypeRef::Never,
        Type::Infer(_) => TypeRef::Infer,
        _ => TypeRef::Unknown,
    }
}

/// The trait bounds of a list; lifetimes and `?Sized` say nothing here.
pub(super) fn bounds<'a>(list: impl IntoIterator<Item = &'a TypeParamBound>) -> Vec<Bound> {
    let traits = list.into_iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) if bound.maybe.is_none() => Some(path(&bound.path)),
        _ => None,
    });
    traits.collect()
}

/// Parameters and bounds.
pub(super) fn generics(written: &syn::Generics) -> Generics {
    let mut found = Generics::default();
    for param in written.type_params() {
        found.params.push(GenericParam { name: name(&param.ident), default: param.default.as_ref().map(|(_, default)| ty(default)) });
        let on_it = bounds(&param.bounds);
        if !on_it.is_empty() {
            let subject =
                Path { global: false, qself: None, segments: vec![Segment::plain(name(&param.ident))], span: span::node(&param.ident) };
            found.bounds.push((TypeRef::Path(subject), on_it));
        }
    }
    for predicate in written.where_clause.iter().flat_map(|clause| &clause.predicates) {
        if let WherePredicate::Type(predicate) = predicate {
            found.bounds.push((ty(&predicate.bounded_ty), bounds(&predicate.bounds)));
        }
    }
    found
}

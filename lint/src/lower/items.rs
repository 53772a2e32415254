//! Items.

use syn::{FnArg, ImplItem, ReceiverKind, TraitItem, UseTree};

use super::{BodyCx, FileCx, types};
use crate::base::{Name, Span};
use crate::ir::{
    AdtItem, AdtKind, AliasItem, BodyKind, Cfg, FieldItem, FnItem, ImplItem as ImplBlock, Import, Item, ItemKind, LocalBodyId, Path,
    Segment, SelfParam, Shape, TraitItem as TraitDef, TypeRef, ValueItem, VariantItem, Visibility,
};
use crate::syntax::attributes::{Attributes, both};
use crate::syntax::{macros, span};

impl FileCx {
    /// Lowers the items of a module, an item macro or a block.
    pub fn items<'a>(&mut self, items: impl IntoIterator<Item = &'a syn::Item>) -> Vec<Item> {
        let mut lowered = Vec::new();
        for item in items {
            self.item(item, &mut lowered);
        }
        self.statements.extend(lowered.iter().map(|item| item.span));
        lowered
    }

    fn item(&mut self, item: &syn::Item, into: &mut Vec<Item>) {
        match item {
            syn::Item::Const(item) => {
                let body = self.initializer(&item.expr);
                let value = ValueItem { is_static: false, ty: types::ty(&item.ty), body: Some(body) };
                into.push(finish(Attributes::read(&item.attrs), &item.vis, Some(&item.ident), span::node(item), ItemKind::Value(value)));
            }
            syn::Item::Static(item) => {
                let body = self.initializer(&item.expr);
                let value = ValueItem { is_static: true, ty: types::ty(&item.ty), body: Some(body) };
                into.push(finish(Attributes::read(&item.attrs), &item.vis, Some(&item.ident), span::node(item), ItemKind::Value(value)));
            }
            syn::Item::Enum(item) => {
                let attrs = Attributes::read(&item.attrs);
                let adt = AdtItem {
                    kind: AdtKind::Enum,
                    generics: types::generics(&item.generics),
                    variants: item.variants.iter().map(variant).collect(),
                    derives: attrs.derives.clone(),
                };
                into.push(finish(attrs, &item.vis, Some(&item.ident), span::node(item), ItemKind::Adt(adt)));
            }
            syn::Item::Struct(item) => {
                let attrs = Attributes::read(&item.attrs);
                let only = VariantItem {
                    name: types::name(&item.ident),
                    shape: shape(&item.fields),
                    fields: fields(&item.fields),
                    is_default: false,
                    cfg: Cfg::True,
                };
                let adt = AdtItem {
                    kind: AdtKind::Struct,
                    generics: types::generics(&item.generics),
                    variants: vec![only],
                    derives: attrs.derives.clone(),
                };
                into.push(finish(attrs, &item.vis, Some(&item.ident), span::node(item), ItemKind::Adt(adt)));
            }
            syn::Item::Union(item) => {
                let attrs = Attributes::read(&item.attrs);
                let all = syn::Fields::Named(item.fields.clone());
                let only = VariantItem {
                    name: types::name(&item.ident),
                    shape: Shape::Named,
                    fields: fields(&all),
                    is_default: false,
                    cfg: Cfg::True,
                };
                let adt = AdtItem {
                    kind: AdtKind::Union,
                    generics: types::generics(&item.generics),
                    variants: vec![only],
                    derives: attrs.derives.clone(),
                };
                into.push(finish(attrs, &item.vis, Some(&item.ident), span::node(item), ItemKind::Adt(adt)));
            }
            syn::Item::ExternCrate(item) => {
                let kind = ItemKind::ExternCrate(types::name(&item.ident), item.rename.as_ref().map(|(_, alias)| types::name(alias)));
                into.push(finish(Attributes::read(&item.attrs), &item.vis, None, span::node(item), kind));
            }
            syn::Item::Fn(item) => {
                let at = fn_span(&item.attrs, &item.vis, &item.sig, Some(&item.block));
                let kind = ItemKind::Fn(self.function(&item.sig, Some(&item.block)));
                into.push(finish(Attributes::read(&item.attrs), &item.vis, Some(&item.sig.ident), at, kind));
            }
            syn::Item::ForeignMod(block) => self.foreign(block, into),
            syn::Item::Impl(item) => self.impl_block(item, into),
            syn::Item::Trait(item) => self.trait_def(item, into),
            syn::Item::TraitAlias(item) => {
                let def =
                    TraitDef { generics: types::generics(&item.generics), supertraits: types::bounds(&item.bounds), items: Vec::new() };
                into.push(finish(Attributes::read(&item.attrs), &item.vis, Some(&item.ident), span::node(item), ItemKind::Trait(def)));
            }
            syn::Item::Type(item) => {
                let alias = AliasItem { generics: types::generics(&item.generics), ty: Some(types::ty(&item.ty)), bounds: Vec::new() };
                into.push(finish(
                    Attributes::read(&item.attrs),
                    &item.vis,
                    Some(&item.ident),
                    span::node(item),
                    ItemKind::TypeAlias(alias),
                ));
            }
            syn::Item::Mod(item) => {
                let attrs = Attributes::read(&item.attrs);
                let content = item.content.as_ref().map(|(_, items)| self.items(items));
                let start = span::of(item.mod_token.span);
                let at = item.content.as_ref().map_or_else(|| span::node(&item.ident), |(brace, _)| span::of(brace.span.close()));
                let kind = ItemKind::Mod { content, paths: attrs.paths.clone() };
                into.push(finish(attrs, &item.vis, Some(&item.ident), start.to(at), kind));
            }
            syn::Item::Use(item) => {
                let mut imports = Vec::new();
                flatten(&item.tree, &mut Vec::new(), item.leading_colon.is_some(), &mut imports);
                into.push(finish(Attributes::read(&item.attrs), &item.vis, None, span::node(item), ItemKind::Use(imports)));
            }
            syn::Item::Macro(item) => self.item_macro(item, into),
            _ => {}
        }
    }

    fn foreign(&mut self, block: &syn::ItemForeignMod, into: &mut Vec<Item>) {
        let outer = Attributes::read(&block.attrs);
        for item in &block.items {
            let mut item = match item {
                syn::ForeignItem::Fn(item) => {
                    let mut func = self.function(&item.sig, None);
                    func.primitive = true;
                    finish(Attributes::read(&item.attrs), &item.vis, Some(&item.sig.ident), span::node(item), ItemKind::Fn(func))
                }
                syn::ForeignItem::Static(item) => {
                    let value = ValueItem { is_static: true, ty: types::ty(&item.ty), body: None };
                    finish(Attributes::read(&item.attrs), &item.vis, Some(&item.ident), span::node(item), ItemKind::Value(value))
                }
                _ => continue,
            };
            item.cfg = both(outer.cfg.clone(), item.cfg);
            into.push(item);
        }
    }

    fn impl_block(&mut self, item: &syn::ItemImpl, into: &mut Vec<Item>) {
        if item.modifiers.polarity.is_some() {
            return;
        }
        let items = self.impl_items(&item.items);
        let block = ImplBlock {
            generics: types::generics(&item.generics),
            trait_: item.trait_.as_ref().map(|(path, _)| types::path(path)),
            self_ty: types::ty(&item.self_ty),
            items,
        };
        let at = span::of(item.impl_token.span).to(span::of(item.brace_token.span.close()));
        into.push(finish(Attributes::read(&item.attrs), &syn::Visibility::Inherited, None, at, ItemKind::Impl(block)));
    }

    fn impl_items(&mut self, inside: &[ImplItem]) -> Vec<Item> {
        let mut items = Vec::new();
        for inner in inside {
            match inner {
                ImplItem::Const(inner) => {
                    let body = self.initializer(&inner.expr);
                    let value = ValueItem { is_static: false, ty: types::ty(&inner.ty), body: Some(body) };
                    items.push(finish(
                        Attributes::read(&inner.attrs),
                        &inner.vis,
                        Some(&inner.ident),
                        span::node(inner),
                        ItemKind::Value(value),
                    ));
                }
                ImplItem::Fn(inner) => {
                    let at = fn_span(&inner.attrs, &inner.vis, &inner.sig, Some(&inner.block));
                    let kind = ItemKind::Fn(self.function(&inner.sig, Some(&inner.block)));
                    items.push(finish(Attributes::read(&inner.attrs), &inner.vis, Some(&inner.sig.ident), at, kind));
                }
                ImplItem::Type(inner) => {
                    let alias =
                        AliasItem { generics: types::generics(&inner.generics), ty: Some(types::ty(&inner.ty)), bounds: Vec::new() };
                    items.push(finish(
                        Attributes::read(&inner.attrs),
                        &inner.vis,
                        Some(&inner.ident),
                        span::node(inner),
                        ItemKind::TypeAlias(alias),
                    ));
                }
                ImplItem::Macro(inner) => match macros::impl_items(inner.mac.tokens.clone()) {
                    Some(content) => {
                        let outer = Attributes::read(&inner.attrs).cfg;
                        for mut found in self.impl_items(&content) {
                            found.cfg = both(outer.clone(), found.cfg);
                            items.push(found);
                        }
                    }
                    None => items.push(unknown_macro(&inner.attrs, &inner.mac)),
                },
                _ => {}
            }
        }
        items
    }

    fn trait_def(&mut self, item: &syn::ItemTrait, into: &mut Vec<Item>) {
        let vis = syn::Visibility::Inherited;
        let mut items = Vec::new();
        for inner in &item.items {
            match inner {
                TraitItem::Const(inner) => {
                    let body = inner.default.as_ref().map(|(_, value)| self.initializer(value));
                    let value = ValueItem { is_static: false, ty: types::ty(&inner.ty), body };
                    items.push(finish(Attributes::read(&inner.attrs), &vis, Some(&inner.ident), span::node(inner), ItemKind::Value(value)));
                }
                TraitItem::Fn(inner) => {
                    let at = fn_span(&inner.attrs, &vis, &inner.sig, inner.default.as_ref());
                    let kind = ItemKind::Fn(self.function(&inner.sig, inner.default.as_ref()));
                    items.push(finish(Attributes::read(&inner.attrs), &vis, Some(&inner.sig.ident), at, kind));
                }
                TraitItem::Type(inner) => {
                    let alias = AliasItem {
                        generics: types::generics(&inner.generics),
                        ty: inner.default.as_ref().map(|(_, default)| types::ty(default)),
                        bounds: types::bounds(&inner.bounds),
                    };
                    items.push(finish(
                        Attributes::read(&inner.attrs),
                        &vis,
                        Some(&inner.ident),
                        span::node(inner),
                        ItemKind::TypeAlias(alias),
                    ));
                }
                TraitItem::Macro(inner) => items.push(unknown_macro(&inner.attrs, &inner.mac)),
                _ => {}
            }
        }
        let def = TraitDef { generics: types::generics(&item.generics), supertraits: types::bounds(&item.supertraits), items };
        let at = span::of(item.trait_token.span).to(span::of(item.brace_token.span.close()));
        into.push(finish(Attributes::read(&item.attrs), &item.vis, Some(&item.ident), at, ItemKind::Trait(def)));
    }

    fn function(&mut self, sig: &syn::Signature, block: Option<&syn::Block>) -> FnItem {
        let mut self_param = None;
        let mut params = Vec::new();
        for input in &sig.inputs {
            match input {
                FnArg::Receiver(receiver) => {
                    self_param = Some(match &receiver.kind {
                        ReceiverKind::Reference(_, _, Some(_)) => SelfParam::RefMut,
                        ReceiverKind::Reference(_, _, None) => SelfParam::Ref,
                        ReceiverKind::Typed(_, written) => SelfParam::Typed(types::ty(written)),
                        _ => SelfParam::Value,
                    });
                }
                FnArg::Typed(param) => params.push((simple_name(&param.pat), types::ty(&param.ty))),
            }
        }
        let primitive = block.is_some_and(is_primitive);
        let is_async = sig.asyncness.is_some();
        FnItem {
            generics: types::generics(&sig.generics),
            self_param,
            params,
            ret: types::result(&sig.output),
            is_async,
            is_unsafe: matches!(sig.safety, syn::Safety::Unsafe(_)),
            primitive,
            body: block
                .filter(|block| !primitive && !self.blanked.contains(&span::block(block).start))
                .map(|block| BodyCx::function(self, sig, block)),
            body_span: block.map(span::block),
        }
    }

    /// The initialiser of a constant or static.
    pub fn initializer(&mut self, expr: &syn::Expr) -> LocalBodyId {
        let mut cx = BodyCx::new(self, BodyKind::Const, span::expr(expr));
        cx.whole_body(expr);
        cx.finish()
    }
}

/// Puts an item together.
pub(super) fn finish(attrs: Attributes, vis: &syn::Visibility, name: Option<&syn::Ident>, at: Span, kind: ItemKind) -> Item {
    Item {
        name: name.map_or_else(|| Name::new(""), types::name),
        name_span: name.map_or(at, span::node),
        span: at,
        vis: visibility(vis),
        cfg: attrs.cfg,
        attrs: attrs.attrs,
        kind,
    }
}

/// A macro that stays one.
pub(super) fn unknown_macro(attrs: &[syn::Attribute], mac: &syn::Macro) -> Item {
    let at = span::path(&mac.path).to(span::of(mac.delimiter.span().close()));
    finish(Attributes::read(attrs), &syn::Visibility::Inherited, None, at, ItemKind::Macro)
}

/// All of a function, attributes included, without printing its body to find the end.
fn fn_span(attrs: &[syn::Attribute], vis: &syn::Visibility, sig: &syn::Signature, block: Option<&syn::Block>) -> Span {
    let mut at = span::of(sig.fn_token.span).to(block.map_or_else(|| span::of(sig.paren_token.span.close()), span::block_end));
    let qualifiers = [sig.constness.map(|token| token.span), sig.asyncness.map(|token| token.span)];
    for token in qualifiers.into_iter().flatten() {
        at = at.to(span::of(token));
    }
    if let syn::Safety::Unsafe(token) = &sig.safety {
        at = at.to(span::of(token.span));
    }
    if let syn::Visibility::Public(token) = vis {
        at = at.to(span::of(token.span));
    }
    attrs.first().map_or(at, |attr| at.to(span::of(attr.pound_token.spans[0])))
}

fn visibility(vis: &syn::Visibility) -> Visibility {
    match vis {
        syn::Visibility::Public(_) => Visibility::Public,
        syn::Visibility::Restricted(restricted) if restricted.path.is_ident("self") => Visibility::Private,
        syn::Visibility::Restricted(_) => Visibility::Restricted,
        syn::Visibility::Inherited => Visibility::Private,
    }
}

/// The name of a pattern that is one.
pub(super) fn simple_name(pat: &syn::Pat) -> Option<Name> {
    match pat {
        syn::Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => Some(types::name(&pat.ident)),
        _ => None,
    }
}

fn is_primitive(block: &syn::Block) -> bool {
    let mac = match block.stmts.as_slice() {
        [syn::Stmt::Macro(only)] => &only.mac,
        [syn::Stmt::Expr(syn::Expr::Macro(only), _)] => &only.mac,
        _ => return false,
    };
    mac.path.is_ident("primitive") && mac.tokens.is_empty()
}

fn shape(fields: &syn::Fields) -> Shape {
    match fields {
        syn::Fields::Named(_) => Shape::Named,
        syn::Fields::Unnamed(_) => Shape::Tuple,
        syn::Fields::Unit => Shape::Unit,
    }
}

fn fields(fields: &syn::Fields) -> Vec<FieldItem> {
    let all = fields.iter().enumerate().map(|(at, field)| FieldItem {
        name: field.ident.as_ref().map_or_else(|| Name::index(at), types::name),
        ty: types::ty(&field.ty),
        span: field.ident.as_ref().map_or_else(|| span::ty(&field.ty), |name| span::node(name).to(span::ty(&field.ty))),
        vis: visibility(&field.vis),
        cfg: Attributes::read(&field.attrs).cfg,
    });
    all.collect()
}

fn variant(variant: &syn::Variant) -> VariantItem {
    let attrs = Attributes::read(&variant.attrs);
    VariantItem {
        name: types::name(&variant.ident),
        shape: shape(&variant.fields),
        fields: fields(&variant.fields),
        is_default: attrs.has("default"),
        cfg: attrs.cfg,
    }
}

fn flatten(tree: &UseTree, front: &mut Vec<syn::Ident>, global: bool, into: &mut Vec<Import>) {
    let path = |front: &[syn::Ident], last: Option<&syn::Ident>| {
        let all: Vec<_> = front.iter().chain(last).collect();
        let at = match (all.first(), all.last()) {
            (Some(first), Some(last)) => span::node(first).to(span::node(last)),
            _ => Span::default(),
        };
        Path { global, qself: None, segments: all.into_iter().map(|name| Segment::plain(types::name(name))).collect(), span: at }
    };
    match tree {
        UseTree::Path(step) => {
            front.push(step.ident.clone());
            flatten(&step.tree, front, global, into);
            front.pop();
        }
        // `use a::b::{self}` names `b` itself.
        UseTree::Name(leaf) if leaf.ident == "self" && !front.is_empty() => {
            into.push(Import { path: path(front, None), alias: None, glob: false });
        }
        UseTree::Name(leaf) => into.push(Import { path: path(front, Some(&leaf.ident)), alias: None, glob: false }),
        UseTree::Rename(leaf) => {
            let last = if leaf.ident == "self" && !front.is_empty() { None } else { Some(&leaf.ident) };
            into.push(Import { path: path(front, last), alias: Some(types::name(&leaf.rename)), glob: false });
        }
        UseTree::Glob(_) => into.push(Import { path: path(front, None), alias: None, glob: true }),
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, front, global, into)),
    }
}

/// The declared type of a parameter.
pub(super) fn param_type(pat: &syn::Pat) -> (TypeRef, &syn::Pat) {
    match pat {
        syn::Pat::Type(typed) => (types::ty(&typed.ty), &typed.pat),
        other => (TypeRef::Infer, other),
    }
}

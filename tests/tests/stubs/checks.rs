//! A program that uses all that a stub claims of the real crate.
//!
//! Each module of the stub becomes a module that has the real one's names in scope. Each function becomes one of the same signature
//! that calls the real one with its parameters: so the real one takes these types, under these bounds, and returns that type. Methods
//! become a trait for their type, to which the same goes; a trait's provided and required methods one that needs the trait. An
//! `impl Trait for Type` is checked through a trait that needs it. What is not `pub` in the stub is made up, and is left out.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{FnArg, GenericParam, Generics, ImplItem, Item, ReceiverKind, Signature, TraitItem};

use crate::rewrite::{idents, name_lifetimes, outlive, render, replace, tokens};
use crate::stub::{Leaf, Stub, is_pub, leaves};

/// Traits that cannot be named in a bound on stable Rust, or that say nothing there.
const UNBOUNDABLE: [&str; 7] = ["Drop", "Fn", "FnMut", "FnOnce", "AsyncFn", "AsyncFnMut", "AsyncFnOnce"];

/// The program that checks `stub`; `others` are the stubs that it may refer to.
pub fn program(stub: &Stub, others: &[Stub]) -> String {
    let mut here = stub.invented.clone();
    let theirs = |krate: &str, name: &str| others.iter().any(|other| other.name == krate && other.invented.contains(name));
    borrowed(&stub.items, &theirs, &mut here);
    let mut invented: BTreeMap<_, _> = others.iter().map(|stub| (stub.name.clone(), &stub.invented)).collect();
    invented.insert(stub.name.clone(), &here);
    let mut instances = BTreeMap::new();
    self::instances(&stub.items, &stub.invented, &mut instances);
    let mut out = Checks { krate: stub.name.clone(), invented, instances, counter: 0 };
    let module = out.module(&stub.items, std::slice::from_ref(&stub.name), true);
    // What a future comes to, without waiting for it.
    let finished = "fn finished<F: ::std::future::IntoFuture>(future: F) -> F::Output { loop {} }
        macro_rules! finished { ($future:expr) => { $crate::finished($future) } }";
    format!("#![allow(warnings)]\n{finished}\n{}\nfn main() {{}}\n", render(&module))
}

struct Checks<'a> {
    krate: String,
    invented: BTreeMap<String, &'a BTreeSet<String>>,
    instances: BTreeMap<String, TokenStream>,
    counter: u32,
}

impl Checks<'_> {
    fn fresh(&mut self, what: &str) -> proc_macro2::Ident {
        self.counter += 1;
        format_ident!("check_{}_{}", self.counter, what)
    }

    /// Whether `name`, which a path of `krate` ends with, is made up.
    fn is_invented(&self, krate: &str, name: &str) -> bool {
        self.invented.get(krate).is_some_and(|names| names.contains(name))
    }

    fn module(&mut self, items: &[Item], path: &[String], public: bool) -> TokenStream {
        let mut out = TokenStream::new();
        let real = tokens(&format!("::{}", path.join("::")));
        if public {
            out.extend(quote! { pub use #real::*; });
        } else {
            out.extend(quote! { pub use super::*; });
        }
        for item in items {
            let check = self.item(item, path, public);
            out.extend(self.absolute(check));
        }
        out
    }

    /// `crate::` in a stub is the real crate.
    fn absolute(&self, stream: TokenStream) -> TokenStream {
        let mut out = TokenStream::new();
        for tree in stream {
            match tree {
                TokenTree::Ident(ident) if ident == "crate" => out.extend(tokens(&format!("::{}", self.krate))),
                TokenTree::Group(group) => {
                    let inside = self.absolute(group.stream());
                    out.extend([TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inside))]);
                }
                other => out.extend([other]),
            }
        }
        out
    }

    fn item(&mut self, item: &Item, path: &[String], public: bool) -> TokenStream {
        let real = tokens(&format!("::{}", path.join("::")));
        let claim = |this: &mut Self, ident: &proc_macro2::Ident| {
            let check = this.fresh("path");
            if public {
                quote! { pub use #real::#ident as #check; }
            } else {
                TokenStream::new()
            }
        };
        match item {
            Item::Mod(module) => {
                let Some((_, inside)) = &module.content else { return TokenStream::new() };
                let ident = &module.ident;
                let path: Vec<String> = path.iter().cloned().chain([ident.to_string()]).collect();
                let inside = self.module(inside, &path, public && is_pub(&module.vis));
                quote! { pub mod #ident { #inside } }
            }
            Item::Use(item) => {
                let mut all = Vec::new();
                leaves(&item.tree, &[], &mut all);
                all.iter().map(|leaf| self.import(leaf, is_pub(&item.vis) && public, &real)).collect()
            }
            Item::Fn(item) if is_pub(&item.vis) => {
                let check = claim(self, &item.sig.ident);
                let ident = &item.sig.ident;
                let func = self.wrapper(&item.sig, &quote! { #ident });
                quote! { #check #func }
            }
            Item::Const(item) if is_pub(&item.vis) => {
                let (ident, ty) = (&item.ident, &item.ty);
                let check = self.fresh("const");
                quote! { fn #check() { let _: #ty = #ident; } }
            }
            Item::Type(item) if is_pub(&item.vis) => {
                let check = claim(self, &item.ident);
                let (ident, target) = (&item.ident, &item.ty);
                if self.mentions_invented(target) {
                    return check;
                }
                let (params, args, clause) = item.generics.split_for_impl();
                let func = self.fresh("alias");
                quote! { #check fn #func #params(value: #ident #args) -> #target #clause { value } }
            }
            Item::Struct(item) if is_pub(&item.vis) => {
                let check = claim(self, &item.ident);
                let derives = self.derives(&item.attrs, &item.ident, &item.generics);
                let (ident, (params, args, clause)) = (&item.ident, item.generics.split_for_impl());
                let mut fields = TokenStream::new();
                for (field, member) in item.fields.iter().zip(item.fields.members()) {
                    if is_pub(&field.vis) {
                        let (ty, func) = (&field.ty, self.fresh("field"));
                        fields.extend(quote! { fn #func #params(value: #ident #args) #clause { let _: &#ty = &value.#member; } });
                    }
                }
                quote! { #check #derives #fields }
            }
            Item::Enum(item) if is_pub(&item.vis) => {
                let check = claim(self, &item.ident);
                let derives = self.derives(&item.attrs, &item.ident, &item.generics);
                let (ident, (params, args, clause)) = (&item.ident, item.generics.split_for_impl());
                let mut variants = TokenStream::new();
                for variant in &item.variants {
                    let (name, func) = (&variant.ident, self.fresh("variant"));
                    let members: Vec<_> = variant.fields.members().collect();
                    let bound: Vec<_> = (0..members.len()).map(|at| format_ident!("field{at}")).collect();
                    let types = variant.fields.iter().map(|field| &field.ty);
                    variants.extend(quote! {
                        fn #func #params(value: #ident #args) #clause {
                            if let #ident::#name { #(#members: #bound),* } = value { #(let _: #types = #bound;)* }
                        }
                    });
                }
                quote! { #check #derives #variants }
            }
            Item::Trait(item) if is_pub(&item.vis) => {
                let check = claim(self, &item.ident);
                let uses = self.trait_methods(item);
                quote! { #check #uses }
            }
            Item::Impl(item) => self.implementation(item),
            _ => TokenStream::new(),
        }
    }

    fn import(&mut self, leaf: &Leaf, reexport: bool, real: &TokenStream) -> TokenStream {
        let Some(last) = leaf.path.last() else { return TokenStream::new() };
        let krate = match leaf.path[0].as_str() {
            "crate" | "self" | "super" => self.krate.clone(),
            other if self.invented.contains_key(other) => other.to_owned(),
            _ => self.krate.clone(),
        };
        if reexport && !leaf.glob && leaf.rename.as_deref() != Some("_") {
            let name = format_ident!("{}", leaf.rename.as_ref().unwrap_or(last));
            let check = self.fresh("reexport");
            return quote! { pub use #real::#name as #check; };
        }
        if leaf.path.iter().any(|name| self.is_invented(&krate, name)) {
            return TokenStream::new();
        }
        let path = tokens(&leaf.path.join("::"));
        match (&leaf.rename, leaf.glob) {
            (_, true) => quote! { pub use #path::*; },
            (Some(name), _) => {
                let name = tokens(name);
                quote! { pub use #path as #name; }
            }
            (None, _) => quote! { pub use #path; },
        }
    }

    /// Whether a type has a made-up name in it.
    fn mentions_invented(&self, ty: &impl ToTokens) -> bool {
        let mut names = Vec::new();
        idents(ty.to_token_stream(), &mut names);
        names.iter().any(|name| self.is_invented(&self.krate, name))
    }

    fn derives(&mut self, attrs: &[syn::Attribute], ident: &proc_macro2::Ident, generics: &Generics) -> TokenStream {
        let mut out = TokenStream::new();
        for attr in attrs.iter().filter(|attr| attr.path().is_ident("derive")) {
            let list = attr.parse_args_with(syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated);
            for derived in list.expect("a derive has a list of traits") {
                let derived = if derived.is_ident("Debug") { syn::parse_quote!(::core::fmt::Debug) } else { derived };
                let derived: syn::Path = if derived.is_ident("Hash") { syn::parse_quote!(::core::hash::Hash) } else { derived };
                let mut bounded = generics.clone();
                for param in bounded.type_params_mut() {
                    param.default = None;
                    param.bounds.push(syn::parse_quote!(#derived));
                }
                let (params, args, clause) = bounded.split_for_impl();
                let check = self.fresh("derive");
                out.extend(quote! {
                    trait #check: #derived {}
                    impl #params #check for #ident #args #clause {}
                });
            }
        }
        out
    }

    /// A function of the signature that calls `callee`.
    fn wrapper(&mut self, sig: &Signature, callee: &TokenStream) -> TokenStream {
        let (declared, call) = self.call(sig, callee);
        quote! { #declared { #call } }
    }

    /// The signature under a name of its own, and the call of `callee` with its parameters.
    fn call(&mut self, sig: &Signature, callee: &TokenStream) -> (TokenStream, TokenStream) {
        let original = sig.clone();
        let mut sig = self.instance(sig);
        sig.constness = None;
        sig.ident = self.fresh(sig.ident.to_string().trim_start_matches("r#"));
        let mut args = Vec::new();
        for (at, input) in sig.inputs.iter_mut().enumerate() {
            match input {
                FnArg::Receiver(receiver) => {
                    if matches!(receiver.kind, ReceiverKind::Value | ReceiverKind::Typed(..)) {
                        receiver.mutability = None;
                    }
                    args.push(quote! { self });
                }
                FnArg::Typed(typed) => {
                    let name = format_ident!("arg{at}");
                    typed.pat = syn::parse_quote!(#name);
                    args.push(quote! { #name });
                }
            }
        }
        let named = self.instantiated(&original);
        let types: Vec<TokenStream> = original
            .generics
            .params
            .iter()
            .filter_map(|param| match param {
                GenericParam::Type(param) => Some((&param.ident, named.get(&param.ident.to_string()))),
                GenericParam::Const(param) => Some((&param.ident, None)),
                GenericParam::Lifetime(_) => None,
            })
            .map(|(ident, instance)| instance.cloned().unwrap_or_else(|| ident.to_token_stream()))
            .collect();
        let turbofish = if types.is_empty() {
            TokenStream::new()
        } else {
            quote! { ::<#(#types),*> }
        };
        let mut call = quote! { #callee #turbofish(#(#args),*) };
        if sig.asyncness.take().is_some() {
            call = quote! { finished!(#call) };
        }
        (quote! { #sig }, quote! { unsafe { #call } })
    }

    /// The type parameters that are bounded by a made-up trait (it stands for one that cannot be named), with a type that has it.
    fn instantiated(&self, sig: &Signature) -> BTreeMap<String, TokenStream> {
        let mut out = BTreeMap::new();
        for param in sig.generics.type_params() {
            for bound in &param.bounds {
                if let syn::TypeParamBound::Trait(bound) = bound
                    && let Some(last) = bound.path.segments.last()
                    && let Some(instance) = self.instances.get(&last.ident.to_string())
                {
                    out.insert(param.ident.to_string(), instance.clone());
                }
            }
        }
        out
    }

    /// The signature with those parameters replaced.
    fn instance(&self, sig: &Signature) -> Signature {
        let named = self.instantiated(sig);
        let mut sig = sig.clone();
        sig.generics.params = sig
            .generics
            .params
            .into_iter()
            .filter(|param| !matches!(param, GenericParam::Type(param) if named.contains_key(&param.ident.to_string())))
            .collect();
        if named.is_empty() { sig } else { syn::parse2(replace(sig.to_token_stream(), &named)).expect("a signature stays one") }
    }

    fn trait_methods(&mut self, item: &syn::ItemTrait) -> TokenStream {
        let mut generics = item.generics.clone();
        for param in generics.type_params_mut() {
            // A parameter is passed by value.
            param.bounds.push(syn::parse_quote!(::core::marker::Sized));
            let sized = |bound: &syn::TypeParamBound| bound.to_token_stream().to_string() != "? Sized";
            param.bounds = param.bounds.iter().filter(|bound| sized(bound)).cloned().collect();
        }
        let (ident, (params, args, clause)) = (&item.ident, generics.split_for_impl());
        let mut methods = TokenStream::new();
        for method in &item.items {
            if let TraitItem::Fn(method) = method {
                let (name, mut sig) = (&method.sig.ident, method.sig.clone());
                sig.generics.make_where_clause().predicates.push(syn::parse_quote!(Self: ::core::marker::Sized));
                methods.extend(self.wrapper(&sig, &quote! { <Self as #ident #args>::#name }));
            }
        }
        if methods.is_empty() || UNBOUNDABLE.iter().any(|name| item.ident == name) {
            return TokenStream::new();
        }
        let check = self.fresh("trait");
        quote! { trait #check #params: #ident #args #clause { #methods } }
    }

    fn implementation(&mut self, item: &syn::ItemImpl) -> TokenStream {
        let mut item = item.clone();
        name_lifetimes(&mut item);
        let self_ty = &item.self_ty;
        if self.mentions_invented(self_ty) || self.mentions_invented(&item.generics) {
            return TokenStream::new();
        }
        outlive(&mut item.generics);
        let (params, args, clause) = item.generics.split_for_impl();
        if let Some((path, _)) = &item.trait_ {
            let Some(last) = path.segments.last() else { return TokenStream::new() };
            let name = last.ident.to_string();
            let root = path.segments[0].ident.to_string();
            let krate = if self.invented.contains_key(&root) { root } else { self.krate.clone() };
            if self.is_invented(&krate, &name) || UNBOUNDABLE.contains(&name.as_str()) {
                return TokenStream::new();
            }
            let mut bound = path.clone();
            for assoc in &item.items {
                if let ImplItem::Type(assoc) = assoc {
                    let (ident, ty) = (&assoc.ident, &assoc.ty);
                    let last = bound.segments.last_mut().expect("a path has segments");
                    match &mut last.arguments {
                        syn::PathArguments::AngleBracketed(generic) => generic.args.push(syn::parse_quote!(#ident = #ty)),
                        other => *other = syn::PathArguments::AngleBracketed(syn::parse_quote!(<#ident = #ty>)),
                    }
                }
            }
            let check = self.fresh("impl");
            return quote! {
                trait #check #params: #bound #clause {}
                impl #params #check #args for #self_ty #clause {}
            };
        }
        let (mut declared, mut defined) = (TokenStream::new(), TokenStream::new());
        for member in &item.items {
            match member {
                ImplItem::Fn(method) if is_pub(&method.vis) => {
                    let (name, mut sig) = (&method.sig.ident, method.sig.clone());
                    let mut names = Vec::new();
                    idents(sig.output.to_token_stream(), &mut names);
                    if names.iter().any(|name| name == "Self") {
                        sig.generics.make_where_clause().predicates.push(syn::parse_quote!(Self: ::core::marker::Sized));
                    }
                    let (sig, call) = self.call(&sig, &quote! { <#self_ty>::#name });
                    declared.extend(quote! { #sig; });
                    defined.extend(quote! { #sig { #call } });
                }
                ImplItem::Const(constant) if is_pub(&constant.vis) => {
                    let (ident, ty, check) = (&constant.ident, &constant.ty, self.fresh("const"));
                    declared.extend(quote! { fn #check(); });
                    defined.extend(quote! { fn #check() { let _: #ty = <#self_ty>::#ident; } });
                }
                _ => {}
            }
        }
        if declared.is_empty() {
            return TokenStream::new();
        }
        let check = self.fresh("methods");
        quote! {
            trait #check #params #clause { #declared }
            impl #params #check #args for #self_ty #clause { #defined }
        }
    }
}

/// The names that modules import from another stub which made them up.
fn borrowed(items: &[Item], theirs: &dyn Fn(&str, &str) -> bool, into: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Mod(module) => {
                if let Some((_, inside)) = &module.content {
                    borrowed(inside, theirs, into);
                }
            }
            Item::Use(item) => {
                let mut all = Vec::new();
                leaves(&item.tree, &[], &mut all);
                let taken = all.iter().filter_map(|leaf| leaf.path.last().filter(|last| theirs(&leaf.path[0], last)));
                into.extend(taken.cloned());
            }
            _ => {}
        }
    }
}

/// For each made-up trait the first type without parameters that has it.
fn instances(items: &[Item], invented: &BTreeSet<String>, into: &mut BTreeMap<String, TokenStream>) {
    for item in items {
        match item {
            Item::Mod(module) => {
                if let Some((_, inside)) = &module.content {
                    instances(inside, invented, into);
                }
            }
            Item::Impl(item) if item.generics.params.is_empty() => {
                if let Some((path, _)) = &item.trait_
                    && let Some(name) = path.segments.last().map(|segment| segment.ident.to_string())
                    && invented.contains(&name)
                {
                    into.entry(name).or_insert_with(|| item.self_ty.to_token_stream());
                }
            }
            _ => {}
        }
    }
}

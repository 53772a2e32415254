//! Types and signatures as text, for people and for tests.

use super::Linked;
use crate::ir::{FnDef, TraitRef, Ty};

impl Linked {
    /// The type, with short names: `Option<Sender<u8>>`.
    pub fn show(&self, ty: &Ty) -> String {
        let all = |parts: &[Ty]| parts.iter().map(|ty| self.show(ty)).collect::<Vec<_>>().join(", ");
        let args = |parts: &[Ty]| if parts.is_empty() { String::new() } else { format!("<{}>", all(parts)) };
        match ty {
            Ty::Adt(adt, substs) => format!("{}{}", self.program.adts[*adt].name, args(substs)),
            Ty::Prim(name) | Ty::Param(name) => name.to_string(),
            Ty::Ref(mutable, inner) => format!("&{}{}", if *mutable { "mut " } else { "" }, self.show(inner)),
            Ty::Ptr(inner) => format!("*{}", self.show(inner)),
            Ty::Tuple(parts) => format!("({})", all(parts)),
            Ty::Slice(inner) => format!("[{}]", self.show(inner)),
            Ty::Array(inner) => format!("[{}; _]", self.show(inner)),
            Ty::FnPtr(params, ret) => format!("fn({}) -> {}", all(params), self.show(ret)),
            Ty::FnDef(func, substs) => format!("{}{}", self.program.fns[*func].path, args(substs)),
            Ty::Closure(body) => format!("closure {body}"),
            Ty::Coroutine(body) => format!("async {body}"),
            Ty::Future(output) => format!("future {}", self.show(output)),
            Ty::Opaque(bounds) => format!("impl {}", self.show_bounds(bounds)),
            Ty::Dyn(bounds) => format!("dyn {}", self.show_bounds(bounds)),
            Ty::Projection(base, trait_, name) => format!("<{} as {}>::{name}", self.show(base), self.program.traits[*trait_].name),
            Ty::Never => "!".to_owned(),
            Ty::Infer(var) => format!("?{var}"),
            Ty::Unknown(why) => format!("{{{why:?}}}"),
        }
    }

    /// `Iterator<Item = u8> + Clone`.
    pub fn show_bounds(&self, bounds: &[TraitRef]) -> String {
        let bound = |bound: &TraitRef| {
            let args = bound.substs.iter().map(|ty| self.show(ty));
            let bindings = bound.bindings.iter().map(|(name, ty)| format!("{name} = {}", self.show(ty)));
            let all: Vec<String> = args.chain(bindings).collect();
            let name = &self.program.traits[bound.trait_].name;
            if all.is_empty() { name.to_string() } else { format!("{name}<{}>", all.join(", ")) }
        };
        bounds.iter().map(bound).collect::<Vec<_>>().join(" + ")
    }

    /// The signature: `async fn app::run<T>(&T) -> u8 where T: Clone`.
    pub fn show_fn(&self, func: &FnDef) -> String {
        let params: Vec<String> = func.params.iter().map(|ty| self.show(ty)).collect();
        let generics: Vec<&str> = func.generics.iter().map(crate::base::Name::as_str).collect();
        let generics = if generics.is_empty() { String::new() } else { format!("<{}>", generics.join(", ")) };
        let bounds: Vec<String> =
            func.bounds.iter().map(|(ty, bounds)| format!("{}: {}", self.show(ty), self.show_bounds(bounds))).collect();
        let bounds = if bounds.is_empty() { String::new() } else { format!(" where {}", bounds.join(", ")) };
        let asyncness = if func.is_async { "async " } else { "" };
        format!("{asyncness}fn {}{generics}({}) -> {}{bounds}", func.path, params.join(", "), self.show(&func.ret))
    }
}

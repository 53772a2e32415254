//! Macros in item position.

use crate::base::Span;
use crate::ir::{BodyKind, BodyRef, Callee, Cfg, Item, ItemKind, Operand, Path, Place, Rvalue, Segment, TypeRef, ValueItem};
use crate::lower::expr::std_path;
use crate::lower::items::{finish, unknown_macro};
use crate::lower::scope::result_place;
use crate::lower::{BodyCx, FileCx, types};
use crate::syntax::attributes::{self, Attributes, both};
use crate::syntax::{macros, span};

use super::{known_name, not_any};

impl FileCx {
    /// An item macro: the items that it stands for, or one that says that there is a macro.
    pub fn item_macro(&mut self, item: &syn::ItemMacro, into: &mut Vec<Item>) {
        if item.ident.is_some() {
            into.push(finish(
                Attributes::read(&item.attrs),
                &syn::Visibility::Inherited,
                item.ident.as_ref(),
                span::path(&item.mac.path).to(span::of(item.mac.delimiter.span().close())),
                ItemKind::Macro,
            ));
            return;
        }
        let outer = Attributes::read(&item.attrs).cfg;
        for mut found in self.items_of_macro(&item.mac) {
            found.cfg = both(outer.clone(), found.cfg);
            into.push(found);
        }
    }

    /// The items that a macro call stands for.
    pub fn items_of_macro(&mut self, mac: &syn::Macro) -> Vec<Item> {
        match known_name(self, mac).as_str() {
            "cfg_if" => {
                let mut items = Vec::new();
                let mut before = Vec::new();
                for (condition, content) in macros::cfg_if(mac.tokens.clone()) {
                    let own = condition.map_or(Cfg::True, attributes::cfg);
                    let cfg = both(not_any(&before), own.clone());
                    before.push(own);
                    for mut item in macros::items(content).map(|content| self.items(&content)).unwrap_or_default() {
                        item.cfg = both(cfg.clone(), item.cfg);
                        items.push(item);
                    }
                }
                items
            }
            "thread_local" => self.lazy_statics(mac, &["thread", "LocalKey"]),
            "lazy_static" => self.lazy_statics(mac, &["sync", "LazyLock"]),
            _ => match macros::items(mac.tokens.clone()) {
                Some(content) => self.items(&content),
                None => vec![unknown_macro(&[], mac)],
            },
        }
    }

    /// `static NAME: T = init;` as a static of a type around `T`, made by that type's `new` from a closure.
    fn lazy_statics(&mut self, mac: &syn::Macro, ty: &[&str]) -> Vec<Item> {
        let Some(statics) = macros::lazy_statics(mac.tokens.clone()) else { return vec![unknown_macro(&[], mac)] };
        let mut items = Vec::new();
        for found in &statics {
            let at = span::node(&found.ident);
            let value =
                ValueItem { is_static: true, ty: around(ty, types::ty(&found.ty), at), body: Some(self.lazy_init(&found.init, ty)) };
            items.push(finish(Attributes::read(&found.attrs), &found.vis, Some(&found.ident), at, ItemKind::Value(value)));
        }
        items
    }

    fn lazy_init(&mut self, init: &syn::Expr, ty: &[&str]) -> crate::ir::LocalBodyId {
        let at = span::expr(init);
        let mut cx = BodyCx::new(self, BodyKind::Const, at);
        let opened = cx.open(crate::lower::scope::Ends::Both);
        let body = cx.inner_body(BodyKind::Closure, false, TypeRef::Infer, at, |cx| {
            let result = result_place();
            cx.into(Some(&result), init);
        });
        let closure = Place::local(cx.plain_temp(at));
        cx.body.assign(closure.clone(), Rvalue::Closure { body: BodyRef::Local(body), captures: Vec::new() }, at);
        let result = result_place();
        let mut new = ty.to_vec();
        new.push("new");
        cx.emit_call(Some(&result), Callee::Path(std_path(&new, at)), vec![Operand::Move(closure)], at, at);
        cx.close(opened, at);
        cx.end_body(at);
        cx.finish()
    }
}

fn around(ty: &[&str], inner: TypeRef, at: Span) -> TypeRef {
    let mut path: Path = std_path(ty, at);
    if let Some(Segment { args, .. }) = path.segments.last_mut() {
        args.push(inner);
    }
    TypeRef::Path(path)
}

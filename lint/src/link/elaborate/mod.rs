//! From lowered to elaborated bodies: types, callees, moves, captures, the drops that do something.
//!
//! The bodies of one root (a function with its closures and async blocks) are elaborated together, in passes:
//! 1. [`super::infer`] gives each local its type and resolves paths and method calls.
//! 2. `adjust` makes dereferences and borrows explicit and decides each use, by the types.
//! 3. `captures`, from the innermost closure outwards, finds what each closure captures and rewrites its body to that.
//! 4. `parting` lets what is last named as the receiver of a method that is not known go with that call.
//! 5. `drops` keeps the drops that can do something: of values that may still be there and whose type has something to drop.
//!
//! Conventions of the result. A shared or mutable reference is copied where it is used (a reborrow is not told from a move: neither drops
//! anything). What a closure or coroutine has captured by value and not moved out is dropped by whoever runs it by value (`FnOnce`, the
//! await), in the order of the captures, after its body; its body has no drops for them. A coroutine that is dropped half-way drops what is
//! live in the body first ([`crate::ir::TerminatorKind::Cancelled`]), then those.

mod adjust;
mod calls;
mod captures;
mod drops;
mod operands;
mod parting;
mod place_types;
#[cfg(test)]
mod tests;

use super::infer::{Inferred, infer};
use super::{Cx, Linked};
use crate::base::Idx;
use crate::ir::{Body, BodyId, Edition, FnId, Stage, TraitId};

/// The elaborated bodies of a root, the root first, in the order of their ids.
pub fn elaborate(linked: &Linked, root: BodyId) -> Vec<Body> {
    let Inferred { mut bodies, picks, unpicked, mut cx, scopes } = infer(linked, root);
    let methods = adjust::Methods { picks, unpicked };
    let lang = Lang::new(linked);
    for (at, body) in bodies.iter_mut().enumerate() {
        cx.scope = scopes[at].clone();
        adjust::adjust(&mut cx, &lang, &methods, at, body);
    }
    let edition = linked.edition(root);
    captures::captures(&mut cx, root, edition >= Edition::E2021, &mut bodies);
    for body in &mut bodies {
        parting::parting(&mut cx, body);
        drops::drops(&mut cx, body);
        body.stage = Stage::Elaborated;
    }
    bodies
}

/// The traits that are called by syntax.
#[derive(Clone, Debug, Default)]
struct Lang {
    deref: Option<FnId>,
    deref_mut: Option<FnId>,
    index: Option<(TraitId, FnId)>,
    index_mut: Option<FnId>,
    from: Option<FnId>,
    clone: Option<FnId>,
    operators: Vec<(&'static str, TraitId, FnId)>,
}

const OPERATORS: [(&str, &str); 5] = [("Add", "add"), ("Sub", "sub"), ("PartialEq", "eq"), ("PartialOrd", "partial_cmp"), ("Not", "not")];

impl Lang {
    fn new(linked: &Linked) -> Self {
        let mut lang = Self::default();
        for (id, def) in linked.program.traits.iter_enumerated() {
            if !(def.path.starts_with("std::") || def.path.starts_with("core::")) {
                continue;
            }
            let func = |name: &str| def.fns.get(name).copied();
            match def.name.as_str() {
                "Deref" => lang.deref = func("deref"),
                "DerefMut" => lang.deref_mut = func("deref_mut"),
                "Index" => lang.index = func("index").map(|func| (id, func)),
                "IndexMut" => lang.index_mut = func("index_mut"),
                "Clone" => lang.clone = func("clone"),
                "From" => lang.from = func("from"),
                name => {
                    if let Some((name, method)) = OPERATORS.iter().find(|(operator, _)| *operator == name)
                        && let Some(func) = func(method)
                    {
                        lang.operators.push((name, id, func));
                    }
                }
            }
        }
        lang
    }

    fn operator(&self, name: &str) -> Option<(TraitId, FnId)> {
        self.operators.iter().find(|(operator, ..)| *operator == name).map(|&(_, trait_, func)| (trait_, func))
    }
}

/// The position of a body in the group of its root.
fn position(root: BodyId, body: BodyId) -> usize {
    body.index().wrapping_sub(root.index())
}

/// Whether a value of the type is copied where it is used; `None` where that can't be told.
fn copied(cx: &mut Cx<'_>, ty: &crate::ir::Ty) -> Option<bool> {
    use crate::ir::Ty;
    match ty {
        Ty::Ref(..) | Ty::Ptr(_) | Ty::Prim(_) | Ty::FnPtr(..) | Ty::FnDef(..) | Ty::Never => Some(true),
        Ty::Slice(_) | Ty::Dyn(_) | Ty::Coroutine(_) | Ty::Future(_) => Some(false),
        Ty::Unknown(_) | Ty::Infer(_) => None,
        // Whether a closure is `Copy` follows from its captures: a use of it is taken as a move, and a second one finds it all the same.
        Ty::Closure(_) => Some(false),
        other => cx.is_copy(other),
    }
}

//! Call sites: receivers, arguments, callees.

use super::adjust::{Builder, Typed};
use crate::base::{Name, Span};
use crate::ir::{BlockId, Callee, Const, Intrinsic, Operand, Place, Projection, Rvalue, StatementKind, TerminatorKind, Ty, Why};
use crate::link::MethodPick;
use crate::link::infer::Site;

impl Builder<'_, '_> {
    /// A call as it stands in the source.
    pub fn call_site(&mut self, site: Site, callee: Callee, args: Vec<Operand>, dest: &Place, target: Option<BlockId>, name_span: Span) {
        let params = self.params(&callee);
        let (callee, args) = match callee {
            Callee::Value(operand) => {
                let (callee, params) = self.called(operand);
                let args = args.into_iter().enumerate().map(|(nth, arg)| match params.get(nth) {
                    Some(ty) => self.operand_to(arg, ty),
                    None => self.operand(arg),
                });
                (callee, args.collect())
            }
            Callee::Intrinsic(intrinsic @ (Intrinsic::Format | Intrinsic::Panic)) => {
                let args = args.into_iter().map(|arg| self.looked_at(arg)).collect();
                (Callee::Intrinsic(intrinsic), args)
            }
            callee if self.methods.unpicked.contains(&site) => {
                let mut args = args.into_iter();
                let receiver = args.next().map(|receiver| match receiver {
                    Operand::Use(place) => {
                        let at = self.place(&place, false);
                        if self.is_copied(&at.ty) == Some(true) { Operand::Copy(at.place) } else { Operand::Use(at.place) }
                    }
                    other => self.operand(other),
                });
                let args: Vec<Operand> = args.map(|arg| self.operand(arg)).collect();
                (callee, receiver.into_iter().chain(args).collect())
            }
            callee => {
                let pick = self.methods.picks.get(&site).cloned();
                let mut out = Vec::with_capacity(args.len());
                for (nth, arg) in args.into_iter().enumerate() {
                    let arg = match (&pick, nth) {
                        (Some(pick), 0) => self.receiver(arg, pick),
                        _ => match params.get(nth) {
                            Some(ty) => self.operand_to(arg, ty),
                            None => self.operand(arg),
                        },
                    };
                    out.push(arg);
                }
                (callee, out)
            }
        };
        let dest = self.place(dest, true).place;
        if let (Callee::Trait(func, ty), Some(target), [Operand::Copy(this)]) = (&callee, target, args.as_slice())
            && Some(*func) == self.lang.clone
        {
            let of = Typed { place: this.project(Projection::Deref), ty: ty.clone(), borrowed: true };
            if let Some(value) = self.cloned(&of) {
                self.push(StatementKind::Assign(dest, value));
                self.end(TerminatorKind::Goto(target));
                return;
            }
        }
        self.end(TerminatorKind::Call { callee, args, dest, target, name_span });
    }

    /// A clone of a type of which the language itself knows how.
    fn cloned(&mut self, of: &Typed) -> Option<Rvalue> {
        if self.is_copied(&of.ty) == Some(true) {
            return Some(Rvalue::Use(Operand::Copy(of.place.clone())));
        }
        let Ty::Tuple(parts) = of.ty.clone() else { return None };
        let func = self.lang.clone?;
        let mut cloned = Vec::with_capacity(parts.len());
        for (nth, ty) in parts.into_iter().enumerate() {
            let part = Typed { place: of.place.project(Projection::Field(Name::index(nth))), ty, borrowed: true };
            let callee = self.callee(func, vec![part.ty.clone()]);
            let own = matches!(callee, Callee::Fn(..));
            let known = if own { None } else { self.cloned(&part) };
            let value = if let Some(value) = known {
                self.assign(part.ty, value)
            } else {
                let this = self.borrow(&part, false);
                self.call(callee, vec![Operand::Copy(this.place)], part.ty)
            };
            cloned.push(Operand::Move(value));
        }
        Some(Rvalue::Tuple(cloned))
    }

    /// The types of the parameters, for coercions.
    fn params(&mut self, callee: &Callee) -> Vec<Ty> {
        match callee {
            Callee::Fn(func, substs) => self.cx.fn_sig(*func, substs).params,
            _ => Vec::new(),
        }
    }

    /// The receiver of a method call, dereferenced and borrowed as the lookup says.
    fn receiver(&mut self, receiver: Operand, pick: &MethodPick) -> Operand {
        let mutable = pick.autoref == Some(true);
        let at = match receiver {
            Operand::Use(place) | Operand::Copy(place) | Operand::Move(place) | Operand::Bind(place, _) => self.place(&place, mutable),
            Operand::Const(constant) => match self.operand(Operand::Const(constant)) {
                Operand::Const(constant) => {
                    let ty = const_ty(&constant);
                    let place = self.assign(ty.clone(), crate::ir::Rvalue::Use(Operand::Const(constant)));
                    Typed { place, ty, borrowed: false }
                }
                Operand::Copy(place) | Operand::Move(place) | Operand::Use(place) | Operand::Bind(place, _) => {
                    let ty = super::place_types::place_ty(self.cx, &self.locals, &place);
                    Typed { place, ty, borrowed: false }
                }
            },
        };
        let at = self.adjusted(at, &pick.adjusts, mutable || matches!(pick.receiver, Ty::Ref(true, _)) && pick.autoref.is_some());
        match pick.autoref {
            Some(mutable) => Operand::Copy(self.borrow(&at, mutable).place),
            None => self.used(&at),
        }
    }

    /// A value that is called, and what its parameters are: `Box<dyn FnOnce()>` and closures by value are used as values, whatever is behind a
    /// reference where it is.
    fn called(&mut self, operand: Operand) -> (Callee, Vec<Ty>) {
        let Operand::Use(place) = operand else { return (Callee::Value(self.operand(operand)), Vec::new()) };
        let at = self.place(&place, false);
        let params = self.cx.call_sig(&at.ty).map(|sig| sig.params).unwrap_or_default();
        let operand = match self.is_copied(&at.ty) {
            Some(true) => Operand::Copy(at.place),
            // Whether a call consumes the closure follows from its body or its bound: only `FnOnce` does.
            _ if self.consumes(&at.ty) && !at.borrowed => Operand::Move(at.place),
            Some(false) => Operand::Copy(at.place),
            None => Operand::Use(at.place),
        };
        (Callee::Value(operand), params)
    }

    /// Whether a call takes the value: its type is bound by `FnOnce` only.
    fn consumes(&mut self, ty: &Ty) -> bool {
        let bounds: Vec<_> = match ty {
            Ty::Dyn(bounds) | Ty::Opaque(bounds) => bounds.clone(),
            Ty::Adt(_, substs) => match substs.first() {
                Some(Ty::Dyn(bounds)) => bounds.clone(),
                _ => return false,
            },
            Ty::Param(_) => self.cx.env.iter().filter(|(of, _)| of == ty).flat_map(|(_, bounds)| bounds.clone()).collect(),
            _ => return false,
        };
        let named = |name: &str| bounds.iter().any(|bound| self.cx.linked.program.traits[bound.trait_].name == *name);
        (named("FnOnce") || named("AsyncFnOnce")) && !named("Fn") && !named("FnMut") && !named("AsyncFn") && !named("AsyncFnMut")
    }

    /// An argument of a formatting macro: it is borrowed.
    fn looked_at(&mut self, operand: Operand) -> Operand {
        match operand {
            Operand::Use(place) | Operand::Bind(place, _) => {
                let at = self.place(&place, false);
                if self.is_copied(&at.ty) == Some(true) {
                    return Operand::Copy(at.place);
                }
                Operand::Copy(self.borrow(&at, false).place)
            }
            other => self.operand(other),
        }
    }
}

fn const_ty(constant: &Const) -> Ty {
    match constant {
        Const::Bool(_) => Ty::Prim("bool".into()),
        Const::Int(_) => Ty::Prim("i32".into()),
        Const::Number => Ty::Prim("f64".into()),
        Const::Str(_) => Ty::Ref(false, Box::new(Ty::Prim("str".into()))),
        Const::Char(_) => Ty::Prim("char".into()),
        Const::Unit => Ty::unit(),
        Const::Fn(func, substs) => Ty::FnDef(*func, substs.clone()),
        Const::Path(_) | Const::Ctor(..) | Const::Item(_) => Ty::Unknown(Why::Pending),
        Const::Unknown(why) => Ty::Unknown(*why),
    }
}

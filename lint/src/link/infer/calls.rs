//! Calls: callees, signatures, the bounds that give closures their types.

use super::{Infer, Site, Step};
use crate::base::Name;
use crate::ir::{Callee, Container, FnId, Intrinsic, Operand, Place, TerminatorKind, TraitRef, Ty, TypeRef, Why};
use crate::link::ValueRes;

impl Infer<'_> {
    pub(super) fn call(&mut self, site: Site, call: &mut TerminatorKind) -> Step {
        let TerminatorKind::Call { callee, args, dest, .. } = call else { return Ok(()) };
        let at = site.body;
        match callee {
            Callee::Path(path) => {
                let value = self.cx.resolve_value(path);
                let name = path.last().map_or_else(|| Name::new(""), |segment| segment.name.clone());
                match value {
                    ValueRes::Fn(func, substs) => {
                        let types = self.operands(at, args)?;
                        let to = self.place_ty(at, dest)?;
                        self.apply(func, &substs, &types, &to);
                        *callee = Callee::Fn(func, substs);
                        Ok(())
                    }
                    ValueRes::Unknown(why) => {
                        *callee = Callee::Unknown(name, why);
                        self.unknown(at, dest, why)
                    }
                    // A constant or static that holds a function pointer.
                    other => {
                        let ty = self.cx.value_ty(&other);
                        self.call_value(at, &ty, args, dest)?;
                        *callee = Callee::Unknown(name, Why::DynamicCall);
                        Ok(())
                    }
                }
            }
            Callee::Method(name, turbofish) => {
                let (name, turbofish) = (name.clone(), turbofish.clone());
                let picked = self.method(site, &name, &turbofish, args, dest)?;
                *callee = picked;
                Ok(())
            }
            Callee::Value(operand) => {
                let ty = self.operand_ty(at, operand)?;
                self.call_value(at, &ty, args, dest)
            }
            Callee::Intrinsic(intrinsic) => self.intrinsic(at, *intrinsic, args, dest),
            // Made-up bodies come resolved; a site that is taken up again does not get here.
            Callee::Fn(func, substs) => {
                let types = self.operands(at, args)?;
                let to = self.place_ty(at, dest)?;
                let (func, substs) = (*func, substs.clone());
                self.apply(func, &substs, &types, &to);
                Ok(())
            }
            Callee::Trait(..) | Callee::Unknown(..) => Ok(()),
        }
    }

    /// Arguments and result of a call of a function; the bounds first, so that a closure argument finds them.
    fn apply(&mut self, func: FnId, substs: &[Ty], args: &[Ty], to: &Ty) {
        self.bounds_of(func, substs);
        let sig = self.cx.fn_sig(func, substs);
        let ret = self.plain(&sig.ret);
        let params: Vec<Ty> = sig.params.iter().map(|param| self.plain(param)).collect();
        // Closures last: what the other arguments fix gives their parameters.
        let closure = |infer: &Self, ty: &Ty| matches!(infer.cx.table.shallow(ty), Ty::Closure(_));
        for (arg, param) in args.iter().zip(&params) {
            if !closure(self, arg) {
                self.coerce(arg, param);
            }
        }
        for (arg, param) in args.iter().zip(&params) {
            if closure(self, arg) {
                self.coerce(arg, param);
            }
        }
        // Closures get their signatures before the result is looked at.
        self.retry();
        self.coerce(&ret, to);
    }

    /// Puts the bounds of a function on its arguments; for a trait's function, that `Self` implements the trait.
    pub(super) fn bounds_of(&mut self, func: FnId, substs: &[Ty]) {
        let def = &self.cx.linked.program.fns[func];
        if let (Container::Trait(trait_), Some(this)) = (def.container, substs.first()) {
            let count = self.cx.linked.program.traits[trait_].generics.len();
            let args = substs.get(1..=count).unwrap_or_default().to_vec();
            self.require(&this.clone(), &TraitRef { trait_, substs: args, bindings: Vec::new() });
        }
        for (ty, bounds) in self.cx.fn_bounds(func, substs) {
            let ty = self.plain(&ty);
            for bound in &bounds {
                self.require(&ty, bound);
            }
        }
    }

    /// A method call. The callee, or stuck while the receiver's type is not known.
    fn method(&mut self, site: Site, name: &Name, turbofish: &[TypeRef], args: &mut [Operand], dest: &Place) -> Step<Callee> {
        let at = site.body;
        let types = self.operands(at, args)?;
        let Some(receiver) = types.first() else { return Ok(Callee::Unknown(name.clone(), Why::UnresolvedMethod)) };
        self.ends_known(receiver)?;
        let to = self.place_ty(at, dest)?;
        let turbofish: Vec<Ty> = turbofish.iter().map(|ty| self.written(ty)).collect();
        let Some(pick) = self.cx.lookup_method(receiver, name, &turbofish) else {
            let why = match self.behind(receiver) {
                Ty::Unknown(why) => why,
                var @ Ty::Infer(_) => self.reason(&var),
                _ => Why::UnresolvedMethod,
            };
            self.unknown(at, dest, why)?;
            self.unpicked.insert(site);
            return Ok(Callee::Unknown(name.clone(), why));
        };
        let (func, substs) = (pick.func, pick.substs.clone());
        let mut adjusted = types.clone();
        adjusted[0] = pick.receiver.clone();
        self.picks.insert(site, pick);
        self.apply(func, &substs, &adjusted, &to);
        Ok(Callee::Fn(func, substs))
    }

    /// Why the variable has no value.
    fn reason(&self, var: &Ty) -> Why {
        let of_this = self.reasons.iter().find(|(ty, _)| self.cx.table.shallow(ty) == *var);
        of_this.map_or(Why::UninferredType, |(_, why)| *why)
    }

    pub(super) fn behind(&self, ty: &Ty) -> Ty {
        let mut ty = self.cx.table.shallow(ty);
        while let Ty::Ref(_, inner) | Ty::Ptr(inner) = &ty {
            ty = self.cx.table.shallow(inner);
        }
        ty
    }

    /// A call of a value.
    fn call_value(&mut self, at: usize, callee: &Ty, args: &mut [Operand], dest: &Place) -> Step {
        let known = self.known(callee)?;
        self.ends_known(&known)?;
        let types = self.operands(at, args)?;
        let to = self.place_ty(at, dest)?;
        let Some(sig) = self.cx.call_sig(&known) else { return Ok(()) };
        for (arg, param) in types.iter().zip(&sig.params) {
            let param = self.plain(param);
            self.coerce(arg, &param);
        }
        if let Ty::Closure(body) = self.behind(&known) {
            self.closure_ready(body);
            self.walk_ready();
        }
        let ret = self.plain(&sig.ret);
        self.coerce(&ret, &to);
        Ok(())
    }

    fn intrinsic(&mut self, at: usize, intrinsic: Intrinsic, args: &mut [Operand], dest: &Place) -> Step {
        let to = self.place_ty(at, dest)?;
        match intrinsic {
            Intrinsic::Join | Intrinsic::TryJoin => {
                let mut outputs = Vec::new();
                for ty in self.operands(at, args)? {
                    let known = self.known(&ty)?;
                    outputs.push(self.cx.await_output(&known).unwrap_or(Ty::Unknown(Why::UninferredType)));
                }
                if intrinsic == Intrinsic::Join {
                    self.coerce(&Ty::Tuple(outputs), &to);
                    return Ok(());
                }
                let mut parts = Vec::new();
                let error = self.cx.table.fresh();
                let mut result = None;
                for output in &outputs {
                    let known = self.known(output)?;
                    if let Ty::Adt(adt, substs) = &known
                        && let [ok, err] = substs.as_slice()
                    {
                        parts.push(ok.clone());
                        self.equal(&error, err);
                        result = Some(*adt);
                    }
                }
                if let Some(result) = result {
                    self.coerce(&Ty::Adt(result, vec![Ty::Tuple(parts), error]), &to);
                }
                Ok(())
            }
            // Their results are declared by the lowering.
            Intrinsic::Panic | Intrinsic::Format => Ok(()),
        }
    }
}

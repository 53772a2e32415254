//! Waiting items: bounds and projections, and taking them up again.

use super::{Infer, Item, Step, Stuck, Waiting};
use crate::base::Idx;
use crate::ir::{TraitRef, Ty};
use crate::link::table::for_children;

/// An item that was tried so often without an end is given up.
const MAX_TRIES: u32 = 40;

impl Infer<'_> {
    /// Makes `item` wait until one of the variables is bound.
    pub(super) fn wait(&mut self, on: Vec<Ty>, item: Item) {
        self.waiting.push(Waiting { on, item, tries: 0 });
    }

    /// Whether the variable has got a value since.
    fn bound(&self, ty: &Ty) -> bool {
        !matches!(self.cx.table.shallow(ty), Ty::Infer(_))
    }

    /// Takes up what no longer has to wait, in the order in which it came, until nothing moves.
    pub(super) fn retry(&mut self) {
        loop {
            let Some(at) = self.waiting.iter().position(|waiting| waiting.on.iter().any(|on| self.bound(on))) else { return };
            let waiting = self.waiting.remove(at);
            self.take_up(waiting);
            self.walk_ready();
        }
    }

    /// Tries one item; it waits on if it is still stuck.
    pub(super) fn take_up(&mut self, waiting: Waiting) {
        if self.fuel == 0 || waiting.tries > MAX_TRIES {
            return;
        }
        self.fuel -= 1;
        let tries = waiting.tries + 1;
        let result = match &waiting.item {
            Item::Site(site) => self.site(*site).map_err(|Stuck(on)| vec![on]),
            Item::Bound(ty, bound) => self.bound_holds(ty, bound),
            Item::Project(projection, ty) => self.projection_is(projection, ty),
            Item::Default(ty, default) => {
                if self.force {
                    self.equal(ty, default);
                }
                Ok(())
            }
        };
        if let Err(on) = result {
            // What is stuck on something that has a value waits for nothing: it would be taken up for ever.
            let on: Vec<Ty> = on.into_iter().map(|ty| self.cx.table.shallow(&ty)).filter(|ty| matches!(ty, Ty::Infer(_))).collect();
            if !on.is_empty() {
                self.waiting.push(Waiting { on, item: waiting.item, tries });
            }
        }
    }

    /// Asks for a bound now, or when the type is known.
    pub(super) fn require(&mut self, ty: &Ty, bound: &TraitRef) {
        let waiting = Waiting { on: Vec::new(), item: Item::Bound(ty.clone(), bound.clone()), tries: 0 };
        self.take_up(waiting);
    }

    /// The variables in a type.
    pub(super) fn free(&self, ty: &Ty, out: &mut Vec<Ty>) {
        match self.cx.table.shallow(ty) {
            var @ Ty::Infer(_) => {
                if !out.contains(&var) {
                    out.push(var);
                }
            }
            other => for_children(&other, &mut |child| self.free(child, out)),
        }
    }

    /// Uses what `ty: bound` says: the signature of a closure, the arguments of the trait, associated types.
    fn bound_holds(&mut self, ty: &Ty, bound: &TraitRef) -> Result<(), Vec<Ty>> {
        let head = self.cx.table.shallow(ty);
        if matches!(head, Ty::Infer(_)) {
            return Err(vec![head]);
        }
        let is_fn = self.lang.fns.contains(&bound.trait_);
        if is_fn || self.lang.async_fns.contains(&bound.trait_) {
            self.fn_bound(&head, bound, is_fn);
            return Ok(());
        }
        let mut free = Vec::new();
        self.free(&head, &mut free);
        bound.substs.iter().for_each(|ty| self.free(ty, &mut free));
        if self.cx.select(&head, bound.trait_, &bound.substs).is_none() {
            return if free.is_empty() { Ok(()) } else { Err(free) };
        }
        let mut open = Vec::new();
        for (name, expected) in &bound.bindings {
            match self.cx.project(&head, bound.trait_, &bound.substs, name) {
                Some(ty) => {
                    let ty = self.plain(&ty);
                    self.equal(expected, &ty);
                }
                None => open.extend(free.iter().cloned()),
            }
        }
        if open.is_empty() { Ok(()) } else { Err(open) }
    }

    /// `F: FnOnce(A) -> B`: gives a closure its parameter types, and takes its result.
    fn fn_bound(&mut self, callee: &Ty, bound: &TraitRef, is_fn: bool) {
        let Some(sig) = self.cx.call_sig(callee) else { return };
        if let Some(Ty::Tuple(params)) = bound.substs.first().map(|ty| self.cx.table.shallow(ty)) {
            for (param, expected) in sig.params.iter().zip(&params) {
                let expected = self.plain(expected);
                self.equal(param, &expected);
            }
        }
        if let Ty::Closure(body) = callee {
            let at = body.index().wrapping_sub(self.root.index());
            if at < self.works.len() && !self.works[at].walked {
                self.ready.push(at);
            }
        }
        if let Some((_, expected)) = bound.bindings.iter().find(|(name, _)| name == "Output") {
            let expected = self.plain(expected);
            if is_fn {
                self.coerce(&sig.ret, &expected);
            } else if let Some(output) = self.cx.await_output(&sig.ret) {
                self.coerce(&output, &expected);
            }
        }
    }

    /// Makes `ty` what the projection stands for.
    fn projection_is(&mut self, projection: &Ty, ty: &Ty) -> Result<(), Vec<Ty>> {
        let Ty::Projection(of, trait_, name) = projection else {
            self.equal(ty, projection);
            return Ok(());
        };
        let of = self.cx.table.shallow(of);
        if matches!(of, Ty::Infer(_)) {
            return Err(vec![of]);
        }
        match self.cx.normalize(&Ty::Projection(Box::new(of.clone()), *trait_, name.clone())) {
            still @ Ty::Projection(..) => {
                let mut free = Vec::new();
                self.free(&of, &mut free);
                if free.is_empty() || self.force {
                    self.equal(ty, &still);
                    Ok(())
                } else {
                    Err(free)
                }
            }
            known => {
                let known = self.plain(&known);
                self.equal(ty, &known);
                Ok(())
            }
        }
    }

    /// The type with projections that can't be normalised yet replaced by variables that wait for them.
    pub(super) fn plain(&mut self, ty: &Ty) -> Ty {
        let mut depth = 0;
        self.plain_at(ty, &mut depth)
    }

    fn plain_at(&mut self, ty: &Ty, depth: &mut u32) -> Ty {
        *depth += 1;
        if *depth > 400 {
            return ty.clone();
        }
        match self.cx.table.shallow(ty) {
            Ty::Projection(of, trait_, name) => {
                let of = self.plain_at(&of, depth);
                let projection = Ty::Projection(Box::new(of.clone()), trait_, name);
                match self.cx.normalize(&projection) {
                    Ty::Projection(..) => {
                        let mut free = Vec::new();
                        self.free(&of, &mut free);
                        if free.is_empty() {
                            return projection;
                        }
                        let var = self.cx.table.fresh();
                        self.wait(free, Item::Project(projection, var.clone()));
                        var
                    }
                    known => self.plain_at(&known, depth),
                }
            }
            other => crate::link::table::map_children(&other, &mut |child| self.plain_at(child, depth)),
        }
    }

    /// The type with its head known, or stuck.
    pub(super) fn known(&self, ty: &Ty) -> Step<Ty> {
        match self.cx.table.shallow(ty) {
            var @ Ty::Infer(_) if !self.force => Err(Stuck(var)),
            other => Ok(other),
        }
    }
}

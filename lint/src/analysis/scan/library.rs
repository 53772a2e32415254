//! What a library's functions come to for what they are given, told from their contracts and signatures alone.

use super::known::{Env, Known};
use super::walk::Walk;
use crate::ir::{Clause, FnId, Operand, Place, Ty};

impl Walk<'_, '_> {
    /// What a collection's own functions say of one that is empty.
    pub(super) fn of_nothing(&self, func: FnId, known: &[Known]) -> Option<Known> {
        let def = &self.facts.program.fns[func];
        def.contract.clauses.iter().find_map(|clause| {
            let (Clause::Gets(subject) | Clause::Polls(subject) | Clause::Clears(subject)) = clause else { return None };
            if !subject.fields.is_empty() || known.get(subject.param) != Some(&Known::Empty) {
                return None;
            }
            if matches!(clause, Clause::Clears(_)) {
                return Some(Known::Before);
            }
            match &def.ret {
                Ty::Adt(option, _) if self.facts.program.adts[*option].path == "std::option::Option" => {
                    Some(Known::Adt(*option, 0, vec![]))
                }
                Ty::Prim(name) if name == "bool" => Some(Known::Bool(true)),
                Ty::Prim(_) => Some(Known::Zero),
                // A part of it, or what goes through it.
                Ty::Ref(..) | Ty::Adt(..) => Some(Known::Empty),
                _ => None,
            }
        })
    }

    /// What a library's function says that is lent a slice with nothing in it, to write it somewhere: it has nothing to do, and does not fail.
    pub(super) fn of_lent_nothing(&self, func: FnId, known: &[Known]) -> Option<Known> {
        let def = &self.facts.program.fns[func];
        let Ty::Adt(result, substs) = &def.ret else { return None };
        let plain = substs.first() == Some(&Ty::unit()) && self.facts.program.adts[*result].path == "std::result::Result";
        let slice = |ty: &Ty| matches!(ty, Ty::Ref(false, inner) if matches!(**inner, Ty::Slice(_)));
        let lent = known.iter().zip(&def.params).skip(1).any(|(known, ty)| *known == Known::Empty && slice(ty));
        let rest = known.iter().all(|known| known.is_before() || *known == Known::Empty);
        let writes = plain && lent && rest && def.self_kind.is_some() && self.facts.program.krates[def.krate].stub;
        writes.then(|| Known::Adt(*result, 0, vec![Known::Before]))
    }

    /// What a library's primitive takes out of the only thing that it consumes: its signature leaves nothing else that it could return.
    pub(super) fn taken_out(&self, func: FnId, known: &[Known]) -> Option<Known> {
        let def = &self.facts.program.fns[func];
        let ([Known::Adt(_, _, fields)], Ty::Adt(outer, substs)) = (known, &def.ret) else { return None };
        let ([content], Some(Ty::Param(_))) = (fields.as_slice(), substs.first()) else { return None };
        let got = match self.facts.program.adts[*outer].path.as_str() {
            "std::option::Option" => 1,
            "std::result::Result" => 0,
            _ => return None,
        };
        (def.primitive && def.contract.clauses.is_empty()).then(|| Known::Adt(*outer, got, vec![content.clone()]))
    }

    /// What a call says of a buffer to which nothing was added, alone or beside what may have been noted of it before.
    pub(super) fn of_kept(&self, env: &Env, args: &[Operand]) -> Option<Known> {
        let is_kept = |arg: &&Operand| {
            let target = arg.place().and_then(Place::as_local).map(|local| env.target(local));
            target.is_some_and(|key| env.at(self.facts.program, &key) == Known::Kept)
        };
        let (kept, others): (Vec<&Operand>, Vec<&Operand>) = args.iter().partition(is_kept);
        let alone = others.iter().all(|arg| matches!(arg, Operand::Const(_)));
        (!kept.is_empty()).then_some(if alone { Known::Kept } else { Known::Mixed })
    }
}

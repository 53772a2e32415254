//! Which side of a test the answer leads to.

use super::known::{Env, Known, is_variant};
use super::walk::{Side, Walk};
use crate::ir::{Const, Test};

impl Walk<'_, '_> {
    pub(super) fn test(&self, env: &Env, test: &Test) -> Side {
        let old = |known: &Known| if known.is_before() { Side::Old } else { Side::Guess };
        let side = |answer: bool| if answer { Side::Yes } else { Side::No };
        match test {
            Test::True(operand) => match self.operand(env, operand) {
                Known::Bool(value) => side(value),
                Known::Was(known) => match *known {
                    Known::Bool(value) => Side::Was(value),
                    _ => Side::Old,
                },
                known => old(&known),
            },
            Test::Variant(place, variant) => {
                let known = env.read(self.facts.program, place);
                if let Known::Was(known) = &known {
                    return is_variant(known, variant).map_or(Side::Old, Side::Was);
                }
                is_variant(&known, variant).map_or_else(|| old(&known), side)
            }
            Test::Equals(place, value) => {
                let known = env.read(self.facts.program, place);
                match (&known, value) {
                    (Known::Zero, Const::Int(value)) => side(*value == 0),
                    (Known::Some, Const::Int(0)) => Side::No,
                    (Known::Bool(known), Const::Bool(value)) => side(known == value),
                    (Known::Empty, Const::Str(text)) => side(text.is_empty()),
                    _ => old(&known),
                }
            }
            Test::Length { place, len, .. } => match env.read(self.facts.program, place) {
                Known::Empty => side(*len == 0),
                known => old(&known),
            },
            Test::Try(place) => {
                let known = env.read(self.facts.program, place);
                match &known {
                    Known::Adt(def, variant, _) => side(self.goes_on(*def) == Some(*variant)),
                    _ => old(&known),
                }
            }
            Test::Opaque(place) => old(&env.read(self.facts.program, place)),
            Test::Cfg(_) => Side::Old,
        }
    }

    fn goes_on(&self, def: crate::ir::AdtId) -> Option<u32> {
        match self.facts.program.adts[def].path.as_str() {
            "std::option::Option" => Some(1),
            "std::result::Result" => Some(0),
            _ => None,
        }
    }
}

//! What is known of values while one answer (EOF, a failed send) is followed through a body.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Name;
use crate::ir::{AdtId, Base, BinaryOp, Const, Local, Place, Program, Projection, VariantRef};

/// What is known of a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Known {
    /// As it was before the answer came.
    #[default]
    Before,
    /// Made from the answer, in a way that is not followed.
    Mixed,
    /// A boolean.
    Bool(bool),
    /// The number 0.
    Zero,
    /// A number that is not 0.
    Some,
    /// A slice, string or collection with nothing in it.
    Empty,
    /// A buffer into which the answer would have been written: a part of it as long as the answer is empty.
    Buffer,
    /// A variant or struct, with its fields in order.
    Adt(AdtId, u32, Vec<Known>),
    /// A tuple.
    Tuple(Vec<Known>),
    /// Known too, but the same before the answer as after it.
    Was(Box<Known>),
    /// What already lies there.
    Same(Key),
    /// A buffer to which nothing was added, or what it is asked for: as before, which shows beside what was noted of it then.
    Kept,
}

/// A variable, and fields from there.
pub type Key = (Local, Vec<Name>);

/// What is written of the memory of others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stored {
    /// Nothing.
    #[default]
    Nothing,
    /// This, of what parameters refer to.
    Of(BTreeSet<Key>),
    /// Anything.
    Anything,
}

impl Stored {
    /// Adds a place.
    pub fn add(&mut self, key: Key) {
        match self {
            Self::Nothing => *self = Self::Of(BTreeSet::from([key])),
            Self::Of(keys) => _ = keys.insert(key),
            Self::Anything => {}
        }
    }

    /// Adds all of these.
    pub fn extend(&mut self, more: &Self) {
        match more {
            Self::Nothing => {}
            Self::Of(keys) => keys.iter().for_each(|key| self.add(key.clone())),
            Self::Anything => *self = Self::Anything,
        }
    }

    /// What is written of what a parameter refers to, where that is `target`.
    pub fn through(&self, param: Local, target: &Key) -> Vec<Key> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Of(keys) => {
                let within = |(_, fields): &Key| (target.0, target.1.iter().chain(fields).cloned().collect());
                keys.iter().filter(|key| key.0 == param).map(within).collect()
            }
            Self::Anything => vec![target.clone()],
        }
    }
}

/// What is known at a point of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Env {
    values: BTreeMap<Key, Known>,
    refs: BTreeMap<Local, Key>,
}

impl Known {
    /// Whether it is as it was before.
    pub fn is_before(&self) -> bool {
        matches!(self, Self::Before | Self::Was(_) | Self::Same(_) | Self::Kept)
    }

    /// Whether nothing tells it from another answer of which the parts are not known.
    pub fn may_be(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Adt(def, variant, fields), Self::Adt(other, case, others)) => {
                def == other && variant == case && fields.iter().zip(others).all(|(field, other)| field.may_be(other))
            }
            (known, Self::Mixed) => known.is_before() || *known == Self::Mixed,
            _ => self == other,
        }
    }

    /// What two ways that meet have in common.
    pub fn meet(self, other: Self) -> Self {
        if self == other { self } else { Self::Mixed }
    }

    /// A field by its position.
    fn field(&self, at: Option<usize>) -> Self {
        match self {
            Self::Adt(_, _, fields) | Self::Tuple(fields) => at.and_then(|at| fields.get(at)).cloned().unwrap_or(Self::Mixed),
            Self::Kept => Self::Kept,
            known if known.is_before() => Self::Before,
            _ => Self::Mixed,
        }
    }
}

impl Env {
    /// The variable and fields that a place comes down to, and whether it is only a part of what lies there.
    pub fn key(&self, place: &Place) -> Option<(Key, bool)> {
        let Base::Local(local) = place.base else { return None };
        let mut key = (local, Vec::new());
        for projection in &place.projections {
            match projection {
                Projection::Deref => {
                    if key.1.is_empty()
                        && let Some(target) = self.refs.get(&key.0)
                    {
                        key = target.clone();
                    }
                }
                Projection::Field(name) => key.1.push(name.clone()),
                Projection::Output => key.1.push(Name::index(0)),
                Projection::Downcast(_) => {}
                Projection::Index(_) | Projection::Element { .. } => return Some((key, true)),
                Projection::Subslice => return Some((key, false)),
            }
        }
        Some((key, false))
    }

    /// The place that a reference in a variable leads to; of another variable, itself.
    pub fn target(&self, local: Local) -> Key {
        self.refs.get(&local).cloned().unwrap_or((local, Vec::new()))
    }

    /// What is known of a place.
    pub fn read(&self, program: &Program, place: &Place) -> Known {
        let Some((key, part)) = self.key(place) else { return Known::Before };
        let known = self.at(program, &key);
        let slice = matches!(place.projections.last(), Some(Projection::Subslice));
        match known {
            Known::Buffer if slice => Known::Empty,
            known if known.is_before() && part => Known::Before,
            known if known.is_before() => known,
            _ if part => Known::Mixed,
            other => other,
        }
    }

    /// What is known of what lies at a key; of a reference, of what it leads to.
    pub fn at(&self, program: &Program, key: &Key) -> Known {
        let key = if key.1.is_empty() { self.target(key.0) } else { key.clone() };
        for len in (0..=key.1.len()).rev() {
            let prefix = (key.0, key.1[..len].to_vec());
            if let Some(known) = self.values.get(&prefix) {
                return key.1[len..].iter().fold(known.clone(), |known, name| {
                    let at = position(program, &known, name);
                    known.field(at)
                });
            }
        }
        let inside = self.values.iter().any(|((local, path), known)| *local == key.0 && path.starts_with(&key.1) && !known.is_before());
        if inside { Known::Mixed } else { Known::Before }
    }

    /// Writes down what is known of a place.
    pub fn write(&mut self, place: &Place, known: Known) {
        match self.key(place) {
            Some((key, false)) => self.set(key, known),
            Some((key, true)) if !known.is_before() => self.set(key, Known::Mixed),
            _ => {}
        }
    }

    /// Writes down what is known of what lies at a key.
    pub fn set(&mut self, key: Key, known: Known) {
        self.values.retain(|(local, path), _| *local != key.0 || !path.starts_with(&key.1));
        if key.1.is_empty() {
            self.refs.remove(&key.0);
        }
        let covered = (0..key.1.len()).any(|len| self.values.contains_key(&(key.0, key.1[..len].to_vec())));
        if known != Known::Before || covered {
            self.values.insert(key, known);
        }
    }

    /// Notes that a variable holds a reference to a place.
    pub fn refer(&mut self, local: Local, place: &Place) {
        self.set((local, Vec::new()), Known::Before);
        if let Some((key, false)) = self.key(place) {
            let key = if key.1.is_empty() { self.target(key.0) } else { key };
            if key.0 != local {
                self.refs.insert(local, key);
            }
        }
    }

    /// Notes that a variable holds the reference that another one holds.
    pub fn copy_ref(&mut self, local: Local, from: &Place) {
        if let Some(from) = from.as_local()
            && let Some(target) = self.refs.get(&from).cloned()
        {
            self.refs.insert(local, target);
        }
    }
}

fn position(program: &Program, known: &Known, name: &Name) -> Option<usize> {
    match known {
        Known::Adt(def, variant, _) => program.adts[*def].variants.get(*variant as usize)?.fields.get_index_of(name.as_str()),
        _ => name.parse().ok(),
    }
}

/// What a constant is.
pub fn constant(value: &Const) -> Known {
    match value {
        Const::Bool(value) => Known::Bool(*value),
        _ => Known::Before,
    }
}

/// The answer to a comparison or calculation. `int` is the other operand, where it is a literal.
pub fn binary(op: BinaryOp, a: &Known, b: &Known, literal: Option<i64>) -> Known {
    use BinaryOp::{Eq, Ge, Gt, Le, Lt, Ne};
    let plain = |known: &Known| if known.is_before() { Known::Before } else { known.clone() };
    match (op, &plain(a), &plain(b), literal) {
        (Eq, Known::Zero, Known::Before, Some(n)) => Known::Bool(n == 0),
        (Ne, Known::Zero, Known::Before, Some(n)) => Known::Bool(n != 0),
        (Lt, Known::Zero, Known::Before, Some(n)) => Known::Bool(0 < n),
        (Le, Known::Zero, Known::Before, Some(n)) => Known::Bool(0 <= n),
        (Gt, Known::Zero, Known::Before, Some(n)) => Known::Bool(0 > n),
        (Ge, Known::Zero, Known::Before, Some(n)) => Known::Bool(0 >= n),
        (Eq, Known::Some, Known::Before, Some(0)) => Known::Bool(false),
        (Ne | Gt, Known::Some, Known::Before, Some(0)) => Known::Bool(true),
        (Eq, Known::Bool(a), Known::Bool(b), _) => Known::Bool(a == b),
        (Ne, Known::Bool(a), Known::Bool(b), _) => Known::Bool(a != b),
        (_, Known::Before, Known::Before, _) => Known::Before,
        _ => Known::Mixed,
    }
}

/// Whether a value is this variant: known, or not.
pub fn is_variant(known: &Known, variant: &VariantRef) -> Option<bool> {
    match (known, variant) {
        (Known::Adt(def, is, _), VariantRef::Resolved(wanted, variant)) => (def == wanted).then_some(is == variant),
        _ => None,
    }
}

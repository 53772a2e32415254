//! Texts: a literal stays one through `to_owned`, `String::from` and the like, so that a key is known again where it is looked up.

use super::machine::Machine;
use super::state::State;
use super::value::Val;
use crate::ir::{FnId, Ty};

impl Machine<'_> {
    /// What a primitive does to a text that it may change is not known.
    pub(super) fn forget_texts(&mut self, st: &mut State, func: FnId, args: &[Val]) {
        for (ty, arg) in self.program.fns[func].params.iter().zip(args) {
            if let (Ty::Ref(true, inner), Val::Ref(loc)) = (ty, arg)
                && matches!(st.read(loc), Some(Val::Str(_)))
            {
                let now = self.data(inner);
                if let Some(slot) = st.read_mut(loc) {
                    *slot = now;
                }
            }
        }
    }
}

/// Whether a program is one that runs others for whoever starts it.
pub fn is_shell(program: &str) -> bool {
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program);
    let name = name.strip_suffix(".exe").unwrap_or(name);
    name.ends_with("sh") || name.ends_with("shell") || name == "cmd"
}

/// The literal that a value is, itself or behind references.
pub fn text_of(st: &State, value: Option<&Val>) -> Option<Val> {
    let mut value = st.settle(value?);
    for _ in 0..4 {
        match value {
            Val::Ref(loc) => value = st.read(loc)?,
            Val::Str(_) => return Some(value.clone()),
            _ => return None,
        }
    }
    None
}

//! The intermediate representation: a small MIR made from source.
//!
//! Two stages share these types. *Lowered* bodies come from one file alone: paths are unresolved, uses undecided
//! ([`Operand::Use`], [`Operand::Bind`]), projections skip the dereferences that Rust inserts, drops are scheduled. *Elaborated* bodies
//! come out of the linker: callees are resolved, every use is a copy, a move or Unknown, dereferences are explicit, captures are decided
//! and only the drops that can do something are left. [`Body::stage`] tells which one it is and `validate` checks it.

mod body;
mod dump;
mod items;
mod program;
mod ty;
mod validate;
mod walk;

pub use body::*;
pub use dump::{Names, dump};
pub use items::*;
pub use program::*;
pub use ty::*;
pub use validate::validate;

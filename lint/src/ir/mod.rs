//! The intermediate representation: a small MIR made from source.
//!
//! Two stages share these types. *Lowered* bodies come from one file alone: paths are unresolved, uses undecided
//! ([`Operand::Use`], [`Operand::Bind`]), projections skip the dereferences that Rust inserts, drops are scheduled. *Elaborated* bodies
//! come out of the linker: callees are resolved, every use is a copy, a move or Unknown, dereferences are explicit, captures are decided
//! and only the drops that can do something are left. [`Body::stage`] tells which one it is and `validate` checks it.

//!
//! What lowering promises beside the doc comments of the forms:
//!
//! - Blocks that nothing reaches are left out; a lowered body has at most one `Return`. The target of a `Drop` only ever has what comes then.
//! - A local with `StorageLive` is alive wherever it is read or written. Temporaries that can't own anything (references, comparisons, text
//!   made by a format macro, what only a `?` reads) have no storage statements and no drops.
//! - A temporary that is used once, by value, is `Move`d, and no drop is scheduled for it any more after that use. A receiver is always
//!   `Use`d, and keeps its drop.
//! - Names that lowering makes up are global paths of `std`: `::std::iter::IntoIterator::into_iter`, `::std::iter::Iterator::next`,
//!   `::std::option::Option::Some`, `::std::ops::Range`, `::std::vec::Vec::{new, from}` and `::std::vec::from_elem` for `vec!`,
//!   `::std::pin::Pin::new` for `pin!`, `::std::thread::LocalKey::new` and `::std::sync::LazyLock::new` for `thread_local!` and
//!   `lazy_static!`, `::std::result::Result::Err` for `bail!`, `::std::task::Poll::{Ready, Pending}` for `ready!`.
//! - Drops and jumps of a `?` have the span of the `?` itself, those of a scope's end the closing brace or the last byte of the statement,
//!   those of `return`, `break` and `continue` the whole jump.

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

//! What every other floor stands on and what knows nothing of Rust: index vectors, names, spans, files.

mod files;
mod idx;
mod name;
mod span;
mod write;

pub use files::{FileId, LineIndex, SourceFile};
pub(crate) use idx::index_type;
pub use idx::{Idx, IndexVec};
pub use name::Name;
pub use span::{FileSpan, Span};
pub use write::{beside, replace};

//! Dataflow over bodies: a worklist engine, and the analyses that elaboration and liveness need.
//!
//! Vocabulary: a *lattice* value says what may hold at a point; *join* merges two paths; an *analysis* says what statements and
//! terminators do to it; *results* keep the value at each block's entry and replay the rest. A *move path* is a place that is moved or
//! assigned as a whole somewhere in the body. Deliberately absent: anything of channels or workers, and types (elaborated bodies have
//! explicit dereferences, so paths need none).

mod bits;
mod engine;
mod init;
mod liveness;
mod paths;

pub use bits::BitSet;
pub use engine::{Analysis, Lattice, Location, Results, solve};
pub use init::{Init, InitState};
pub use liveness::Liveness;
pub use paths::{MovePath, MovePaths, PathId};

//! From lowered to elaborated bodies: types, callees, moves, captures, the drops that do something.

use super::Linked;
use crate::ir::{Body, BodyId};

/// The elaborated bodies of a root, the root first, in the order of their ids.
pub fn elaborate(linked: &Linked, root: BodyId) -> Vec<Body> {
    linked.group(root).map(|body| linked.lowered(body).clone()).collect()
}

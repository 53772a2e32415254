//! What must hold of a body; runs in debug builds.

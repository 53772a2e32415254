//! The stub crates that are part of the program.
//!
//! A stub is `NAME.rs`, or `NAME/main.rs` with its modules. Its files have made-up paths below [`ROOT`], which no folder of the user's
//! can have.

use std::path::{Path, PathBuf};

/// Where the shipped stubs pretend to lie.
pub const ROOT: &str = "<models>";

static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/models.rs"));

/// The text of a shipped stub's file.
pub fn text(path: &Path) -> Option<&'static str> {
    let inside = path.strip_prefix(ROOT).ok()?.to_str()?.replace('\\', "/");
    FILES.binary_search_by(|(name, _)| Path::new(name).cmp(Path::new(&inside))).ok().map(|at| FILES[at].1)
}

/// The shipped stub crates with their roots.
pub fn krates() -> impl Iterator<Item = (&'static str, PathBuf)> {
    FILES.iter().filter_map(|(file, _)| {
        let name = file.strip_suffix("/main.rs").or_else(|| file.strip_suffix(".rs"))?;
        (!name.contains('/')).then(|| (name, Path::new(ROOT).join(file)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stub_has_a_text() {
        assert!(krates().all(|(_, root)| text(&root).is_some()));
        assert!(FILES.iter().all(|(name, _)| text(&Path::new(ROOT).join(name)).is_some()));
        assert!(text(Path::new("std.rs")).is_none());
    }
}

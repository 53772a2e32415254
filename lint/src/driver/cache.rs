//! File facts of earlier runs, by the file's text and edition.
//!
//! What the facts are depends on nothing else but how this program lowers: the folder's name holds a digest of the sources that do so, and
//! folders of other digests are removed. A cache that can't be read or written is no failure: the file is lowered anew.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use crate::base::beside;
use crate::ir::{Edition, FileFacts};

/// A digest of the sources that decide what facts are; `build.rs` computes it.
const LOWERING: &str = env!("MUST_ABORT_LOWERING");

/// Where facts are kept; nowhere, if they are not.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    /// The cache in Cargo's build folder, or in the user's cache folder: a build folder is not made where none is.
    pub fn open(target_dir: Option<&Path>) -> Self {
        let Some(place) = target_dir.filter(|target| target.is_dir()).map(|target| target.join("must-abort")).or_else(user_folder) else {
            return Self::default();
        };
        let name = format!("facts-{LOWERING}");
        for old in std::fs::read_dir(&place).into_iter().flatten().filter_map(Result::ok) {
            let old_name = old.file_name().to_string_lossy().into_owned();
            if old_name.starts_with("facts-") && old_name != name {
                let _ = std::fs::remove_dir_all(old.path());
            }
        }
        Self { folder: Some(place.join(name)) }
    }

    /// The facts of a text, if they are known.
    pub fn get(&self, text: &str, edition: Edition) -> Option<FileFacts> {
        let bytes = std::fs::read(self.path(text, edition)?).ok()?;
        postcard::from_bytes(&bytes).ok()
    }

    /// Keeps the facts of a text.
    pub fn put(&self, text: &str, edition: Edition, facts: &FileFacts) {
        let (Some(path), Ok(bytes)) = (self.path(text, edition), postcard::to_stdvec(facts)) else { return };
        let Some(folder) = path.parent() else { return };
        // Under a name of its own until it is whole: another run may read at the same time.
        let _ = std::fs::create_dir_all(folder).and_then(|()| Ok(beside(&path, &bytes)?.persist(&path)?));
    }

    fn path(&self, text: &str, edition: Edition) -> Option<PathBuf> {
        let digest = |seed: u8| {
            let mut hasher = DefaultHasher::new();
            (seed, edition, text).hash(&mut hasher);
            hasher.finish()
        };
        let name = format!("{:016x}{:016x}", digest(0), digest(1));
        Some(self.folder.as_ref()?.join(&name[..2]).join(&name[2..]))
    }
}

/// Where the system keeps what can be computed anew.
fn user_folder() -> Option<PathBuf> {
    let set = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let base = if cfg!(windows) {
        set("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        set("HOME").map(|home| home.join("Library/Caches"))
    } else {
        set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")))
    };
    base.map(|base| base.join("must-abort"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lower::lower_file;

    #[test]
    fn facts_come_back_as_they_were() {
        let folder = std::env::temp_dir().join(format!("must-abort-cache-{}", std::process::id()));
        let cache = Cache { folder: Some(folder.clone()) };
        let text = "//! a\nuse std::thread as t;\n#[derive(Clone)]\npub enum E<T: Into<u8>> { A { x: T }, B(Vec<T>), C }\n\
                    // must_abort: allow(leaked_sender): so\nasync fn f(e: E<u8>) -> Option<u8> { match e { E::A { x } if x > 1 => Some(x), \
                    E::B(v) => { let g = async move |y: u8| v.len() as u8 + y; Some(g(1).await) } _ => None? } }\n";
        for edition in [Edition::E2015, Edition::E2018, Edition::E2021, Edition::E2024] {
            assert_eq!(cache.get(text, edition), None);
            let facts = lower_file(text, edition);
            cache.put(text, edition, &facts);
            assert_eq!(cache.get(text, edition), Some(facts));
        }
        assert_eq!(cache.get("other", Edition::E2024), None);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn half_a_file_is_none() {
        let folder = std::env::temp_dir().join(format!("must-abort-half-{}", std::process::id()));
        let cache = Cache { folder: Some(folder.clone()) };
        let text = "fn main() { let x = vec![1]; drop(x); }";
        cache.put(text, Edition::E2024, &lower_file(text, Edition::E2024));
        let path = cache.path(text, Edition::E2024).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        assert_eq!(cache.get(text, Edition::E2024), None);
        std::fs::remove_dir_all(folder).unwrap();
    }
}

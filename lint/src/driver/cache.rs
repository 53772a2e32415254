//! What earlier runs came to, so that it is not computed anew: the facts of a file, by its text and edition, and the findings of a program,
//! by everything that it consists of.
//!
//! Besides these it depends on this program alone: the folders' names hold digests of the sources that compute it, and folders of other
//! digests are removed. A cache that can't be read or written is no failure.

use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::load::Loaded;
use crate::base::beside;
use crate::config::Config;
use crate::ir::{Edition, FileFacts};
use crate::link::Allow;
use crate::rules::{Checked, RULES};

/// A digest of the sources that decide what facts are; `build.rs` computes it.
const LOWERING: &str = env!("MUST_ABORT_LOWERING");
/// The same, of those that decide what is found.
const LINTING: &str = env!("MUST_ABORT_LINTING");

/// Of how many programs the findings are kept.
const PROGRAMS: usize = 32;

/// Where it is kept; nowhere, if it is not.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
}

/// What was found in a program.
#[derive(Debug, Serialize, Deserialize)]
pub struct Judged {
    /// By the analysis and the rules.
    pub checked: Checked,
    /// Attributes that accept findings.
    pub allows: Vec<Allow>,
    /// What the user should know of the configuration.
    pub notes: Vec<String>,
}

impl Cache {
    /// The cache in Cargo's build folder, or in the user's cache folder: a build folder is not made where none is.
    pub fn open(target_dir: Option<&Path>) -> Self {
        let place = target_dir.filter(|target| target.is_dir()).map(|target| target.join("must-abort")).or_else(user_folder);
        let cache = Self { folder: place };
        let current = [cache.facts(), cache.programs()].map(|folder| folder.as_deref().and_then(Path::file_name).map(ToOwned::to_owned));
        for old in cache.folder.iter().flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten()).filter_map(Result::ok) {
            let name = old.file_name();
            let is_ours = ["facts-", "found-"].iter().any(|kind| name.to_string_lossy().starts_with(kind));
            if is_ours && !current.contains(&Some(name)) {
                let _ = std::fs::remove_dir_all(old.path());
            }
        }
        cache
    }

    /// The facts of a text, if they are known.
    pub fn get(&self, text: &str, edition: Edition) -> Option<FileFacts> {
        let bytes = std::fs::read(self.path(text, edition)?).ok()?;
        postcard::from_bytes(&bytes).ok()
    }

    /// Keeps the facts of a text.
    pub fn put(&self, text: &str, edition: Edition, facts: &FileFacts) {
        let (Some(path), Ok(bytes)) = (self.path(text, edition), postcard::to_stdvec(facts)) else { return };
        write(&path, &bytes);
    }

    /// Where the findings of a program are kept.
    pub fn program(&self, loaded: &Loaded, configs: &[Config]) -> Option<PathBuf> {
        Some(self.programs()?.join(key(loaded, configs)))
    }

    /// What was found in the program whose findings are kept there.
    pub fn found(path: &Path) -> Option<Judged> {
        let bytes = std::fs::read(path).ok()?;
        let (rules, mut judged): (Vec<usize>, Judged) = postcard::from_bytes(&bytes).ok()?;
        for (found, rule) in judged.checked.findings.iter_mut().zip(rules) {
            found.rule = RULES.get(rule)?.id;
        }
        Some(judged)
    }

    /// Keeps what was found, unless the linter failed on a function.
    pub fn keep(path: &Path, judged: &Judged) {
        let findings = judged.checked.findings.iter();
        let rules: Option<Vec<usize>> = findings.map(|found| RULES.iter().position(|rule| rule.id == found.rule)).collect();
        let bytes = rules.filter(|_| judged.checked.failed.is_empty()).and_then(|rules| postcard::to_stdvec(&(rules, judged)).ok());
        let Some(bytes) = bytes else { return };
        write(path, &bytes);
        let age = |file: &std::fs::DirEntry| file.metadata().and_then(|meta| meta.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
        let mut kept: Vec<_> =
            path.parent().and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().filter_map(Result::ok).collect();
        kept.sort_by_cached_key(age);
        for old in kept.iter().rev().skip(PROGRAMS) {
            let _ = std::fs::remove_file(old.path());
        }
    }

    fn facts(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(format!("facts-{LOWERING}")))
    }

    fn programs(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join(format!("found-{LINTING}")))
    }

    fn path(&self, text: &str, edition: Edition) -> Option<PathBuf> {
        let name = digest(&(edition, text));
        Some(self.facts()?.join(&name[..2]).join(&name[2..]))
    }
}

/// What tells one program from another: its crates, its files' texts and what they are to each other, and the types that the configuration
/// gives a meaning. Where the files lie does not matter.
fn key(loaded: &Loaded, configs: &[Config]) -> String {
    let krates: Vec<String> = loaded.input.krates.iter().map(digest).collect();
    let files = loaded.files.iter().zip(&loaded.input.files).map(|(file, input)| {
        let children: Vec<_> = input.children.iter().collect();
        digest(&(file.stub, &file.text, children))
    });
    let files: Vec<String> = files.collect();
    let types: Vec<_> = configs
        .iter()
        .map(|config| {
            let (channels, workers): (Vec<_>, Vec<_>) = (config.channels.iter().collect(), config.workers.iter().collect());
            digest(&(&config.origin, channels, workers))
        })
        .collect();
    digest(&(krates, files, types))
}

/// 128 bits of a hash, in hexadecimal digits.
fn digest(of: &impl Hash) -> String {
    let half = |seed: u8| {
        let mut hasher = DefaultHasher::new();
        (seed, of).hash(&mut hasher);
        hasher.finish()
    };
    format!("{:016x}{:016x}", half(0), half(1))
}

/// Writes a file under a name of its own until it is whole: another run may read at the same time.
fn write(path: &Path, bytes: &[u8]) {
    let Some(folder) = path.parent() else { return };
    let _ = std::fs::create_dir_all(folder).and_then(|()| Ok(beside(path, bytes)?.persist(path)?));
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

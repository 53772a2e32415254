//! What the linker is given: crates, files, and which file stands for which `mod`.

use std::hash::{Hash, Hasher};

use indexmap::IndexMap;
use rustc_hash::FxHashSet;

use crate::base::{FileId, IndexVec, Name};
use crate::ir::{Cfg, Edition, FileFacts};

/// All that is to be linked.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The crates: targets of the workspace and stubs. The crate `must_abort`, which holds the attributes, is added by the linker; a
    /// dependency on it has the index `krates.len()`.
    pub krates: Vec<KrateInput>,
    /// The files.
    pub files: IndexVec<FileId, FileInput>,
}

/// A crate: one target of the workspace, or a stub.
#[derive(Clone, Debug, Hash)]
pub struct KrateInput {
    /// Its name in paths, with underscores.
    pub name: Name,
    /// Its root file.
    pub root: FileId,
    /// Its edition.
    pub edition: Edition,
    /// Whether it is a stub. Every stub can be named by every crate, under its own name.
    pub stub: bool,
    /// Dependencies: the name in paths (after a rename), and the position in [`Input::krates`].
    pub deps: Vec<(Name, usize)>,
    /// Whether it is a program, with a `main`.
    pub is_bin: bool,
    /// What holds of its `cfg`s.
    pub cfg: CfgEnv,
}

/// A file.
#[derive(Clone, Debug, Default)]
pub struct FileInput {
    /// What its parse left.
    pub facts: FileFacts,
    /// The files of its `mod name;`, by the first byte of that item ([`super::module_files::Wanted::at`]).
    pub children: IndexMap<u32, FileId>,
}

/// What holds of `cfg` in one crate. Whatever is not listed does not hold.
#[derive(Clone, Debug, Default)]
pub struct CfgEnv {
    words: FxHashSet<Name>,
    pairs: FxHashSet<(Name, String)>,
}

/// The same conditions hash the same, in whatever order they were told.
impl Hash for CfgEnv {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let (mut words, mut pairs): (Vec<_>, Vec<_>) = (self.words.iter().collect(), self.pairs.iter().collect());
        words.sort_unstable();
        pairs.sort_unstable();
        (words, pairs).hash(state);
    }
}

impl CfgEnv {
    /// The machine on which this runs, with debug assertions.
    pub fn host() -> Self {
        let mut env = Self::default();
        for family in [("unix", cfg!(unix)), ("windows", cfg!(windows))] {
            if family.1 {
                env.word(family.0);
                env.pair("target_family", family.0);
            }
        }
        env.word("debug_assertions");
        env.pair("panic", "unwind");
        env.pair("target_os", std::env::consts::OS);
        env.pair("target_arch", std::env::consts::ARCH);
        env.pair("target_pointer_width", if cfg!(target_pointer_width = "32") { "32" } else { "64" });
        env.pair("target_endian", if cfg!(target_endian = "big") { "big" } else { "little" });
        let target_env = [("gnu", cfg!(target_env = "gnu")), ("musl", cfg!(target_env = "musl")), ("msvc", cfg!(target_env = "msvc"))];
        env.pair("target_env", target_env.iter().find(|(_, is)| *is).map_or("", |(name, _)| name));
        let vendor = if cfg!(target_vendor = "apple") {
            "apple"
        } else if cfg!(windows) {
            "pc"
        } else {
            "unknown"
        };
        env.pair("target_vendor", vendor);
        for width in ["8", "16", "32", "64", "ptr"] {
            env.pair("target_has_atomic", width);
        }
        env.word("target_has_atomic");
        env
    }

    /// `name` holds.
    pub fn word(&mut self, name: &str) {
        self.words.insert(Name::new(name));
    }

    /// `name = "value"` holds.
    pub fn pair(&mut self, name: &str, value: &str) {
        self.pairs.insert((Name::new(name), value.to_owned()));
    }

    /// A feature is enabled.
    pub fn feature(&mut self, name: &str) {
        self.pair("feature", name);
    }

    /// Whether the condition holds.
    pub fn holds(&self, cfg: &Cfg) -> bool {
        match cfg {
            Cfg::True => true,
            Cfg::Is(name, None) => self.words.contains(name),
            Cfg::Is(name, Some(value)) => self.pairs.contains(&(name.clone(), value.clone())),
            Cfg::All(all) => all.iter().all(|cfg| self.holds(cfg)),
            Cfg::Any(any) => any.iter().any(|cfg| self.holds(cfg)),
            Cfg::Not(not) => !self.holds(not),
        }
    }
}

/// Whether the condition can only hold in a test build.
pub fn is_test_only(cfg: &Cfg) -> bool {
    match cfg {
        Cfg::Is(name, None) => name == "test",
        Cfg::All(all) => all.iter().any(is_test_only),
        Cfg::Any(any) => !any.is_empty() && any.iter().all(is_test_only),
        Cfg::True | Cfg::Is(..) | Cfg::Not(_) => false,
    }
}

//! Levels and options, as `Cargo.toml` or `lint.toml` gives them: plain data, read from an already parsed document.

mod levels;
mod read;

use std::path::PathBuf;

use indexmap::IndexMap;

pub use levels::{LevelFlag, Levels, Selector};
pub use read::{ConfigError, nearest};

/// The configuration of one folder and what is below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The folder.
    pub folder: PathBuf,
    /// The file that says so.
    pub origin: PathBuf,
    /// Levels, groups first.
    pub levels: Vec<LevelFlag>,
    /// Levels of some paths, in order: later ones win.
    pub paths: Vec<PathLevels>,
    /// Stub files besides those that are shipped.
    pub stubs: Vec<PathBuf>,
    /// Types that are ends of channels, by path.
    pub channels: IndexMap<String, ChannelType>,
    /// Types that are handles of workers, by path.
    pub workers: IndexMap<String, WorkerType>,
    /// Paths that are not linted.
    pub exclude: Vec<glob::Pattern>,
}

/// Levels of the files that match.
#[derive(Clone, Debug, PartialEq)]
pub struct PathLevels {
    /// Which, from the folder of the configuration.
    pub path: glob::Pattern,
    /// Levels.
    pub levels: Vec<LevelFlag>,
}

/// A type that the user names as an end of a channel: what `#[must_abort(…)]` says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ChannelType {
    /// The methods that end the obligation.
    pub aborts: Vec<String>,
    /// `silent`, `eof` or `abort`.
    pub on_drop: Option<String>,
    /// `sender`, `receiver`, `weak` or `both`.
    pub role: Option<String>,
}

/// A type that the user names as a worker's handle: what `#[worker(…)]` says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct WorkerType {
    /// `thread`, `task`, `blocking`, `scoped` or `process`.
    pub kind: String,
    /// `detach`, `abort`, `join` or `kill`.
    pub on_drop: Option<String>,
}

#[cfg(test)]
mod tests;

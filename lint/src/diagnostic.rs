//! A finding with its path: plain data, not rendered.

use serde::{Deserialize, Serialize};

use crate::base::{FileSpan, Name};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported; does not fail the run.
    Warn,
    /// Reported; fails the run.
    Deny,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's id; for errors of the run itself (`syntax`, `internal`) no rule has it.
    pub rule: &'static str,
    /// Its level, after configuration.
    pub level: Level,
    /// What is wrong, in one line that can stand alone.
    pub message: String,
    /// Where.
    pub primary: FileSpan,
    /// What to say at the primary place.
    pub primary_label: String,
    /// Other places that belong to it.
    pub labels: Vec<(FileSpan, String)>,
    /// The story in order: made here, cloned here, spawned here, parks here.
    pub path: Vec<Step>,
    /// What to do.
    pub help: Option<String>,
    /// Edits that mend it.
    pub fixes: Vec<Fix>,
    /// The function in which it stands, for baselines.
    pub func: String,
    /// The handle that it is about, for baselines.
    pub handle: Option<Name>,
}

/// A step of the story.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// Where.
    pub at: FileSpan,
    /// What happens.
    pub what: String,
}

/// An edit that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, in the imperative.
    pub title: String,
    /// Whether it keeps what the program does otherwise.
    pub safe: bool,
    /// Replacements, which do not overlap.
    pub edits: Vec<(FileSpan, String)>,
}

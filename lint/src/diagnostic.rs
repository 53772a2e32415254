//! A finding with its path: plain data, not rendered.

use serde::{Deserialize, Serialize};

use crate::base::{FileSpan, Name, Span};

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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// The rule's id; for errors of the run itself (`syntax`, `internal`) no rule has it. Whoever stores a finding stores it beside.
    #[serde(skip)]
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
    /// What would mend it, in terms of the program; `suggest` works out the edits.
    pub remedy: Option<Remedy>,
    /// Edits that mend it.
    pub fixes: Vec<Fix>,
    /// The function in which it stands, for baselines.
    pub func: String,
    /// The handle that it is about, for baselines.
    pub handle: Option<Name>,
}

/// A step of the story.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Step {
    /// Where.
    pub at: FileSpan,
    /// What happens.
    pub what: String,
}

/// What would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Remedy {
    /// These are dropped before the wait.
    Drop(Vec<Held>),
    /// The stop comes before the wait.
    Sooner {
        /// The wait.
        wait: FileSpan,
        /// What ends the worker, later on the same path.
        stop: FileSpan,
        /// Whether the worker decides itself when it ends.
        gentle: bool,
    },
    /// The child is waited for after this kill.
    Reap(FileSpan),
    /// The handle stays with the one whose bounded wait this is, who aborts the task where the wait gives up.
    Keep(FileSpan),
    /// The loop is left where this receive or send says that the other side is gone.
    Leave(FileSpan),
    /// The socket is shut down before this drop.
    Shutdown(FileSpan),
}

/// A place that holds what has to go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The wait, in the function whose variable it is.
    pub wait: FileSpan,
    /// The variable.
    pub base: Name,
    /// Where it is declared.
    pub declared: Span,
    /// The field in it, step by step; none: all of it.
    pub fields: Vec<Name>,
    /// Whether the field is an `Option`, so that it can be taken out of a borrowed value.
    pub option: bool,
    /// Whether no type on the way has a `Drop` of its own, so that the field can be moved out.
    pub movable: bool,
}

/// An edit that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What it does, in the imperative.
    pub title: String,
    /// Whether it keeps what the program does otherwise.
    pub safe: bool,
    /// Replacements, which do not overlap.
    pub edits: Vec<(FileSpan, String)>,
}

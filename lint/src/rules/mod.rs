//! The rules: one file each, with its documentation, its metadata and a thin classifier.

use crate::diagnostic::Level;

/// A rule's metadata.
#[derive(Debug)]
pub struct Rule {
    /// Its id: the name of its file, of its folder in ui-tests, of its key in a configuration.
    pub id: &'static str,
    /// Its level; of a pedantic rule, the one it has when pedantic rules are asked for.
    pub level: Level,
    /// Whether it is off unless asked for.
    pub pedantic: bool,
    /// What really happens at run time: `hang`, `leak`, `zombie`, `spin`, `lost`, `panic`, or empty.
    pub effect: &'static str,
    /// Its documentation: the text of its file's `//!` lines.
    pub docs: &'static str,
}

impl Rule {
    /// The documentation as Markdown.
    pub fn markdown(&self) -> String {
        let lines = self.docs.lines().map_while(|line| line.strip_prefix("//!"));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n").collect()
    }
}

/// All rules, by id.
pub const RULES: &[&Rule] = &[];

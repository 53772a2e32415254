//! Which level a rule has: defaults, configuration and flags, the later of two wins.

use super::read::nearest;
use super::{Config, PathLevels};
use crate::diagnostic::Level;

/// What a level is given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// One rule.
    Rule(String),
    /// Every rule.
    All,
    /// Every pedantic rule.
    Pedantic,
    /// Whatever is at warn level in the end.
    Warnings,
}

impl Selector {
    /// Reads a rule's id or a group; the error names the nearest.
    pub fn parse(text: &str, rules: &[&str]) -> Result<Self, String> {
        let id = text.strip_prefix("must_abort::").unwrap_or(text).replace('-', "_");
        match id.as_str() {
            "all" => Ok(Self::All),
            "pedantic" => Ok(Self::Pedantic),
            "warnings" => Ok(Self::Warnings),
            id if rules.contains(&id) => Ok(Self::Rule(id.to_owned())),
            id => {
                let names = rules.iter().copied().chain(["all", "pedantic", "warnings"]);
                let hint = nearest(id, names).map(|name| format!(", did you mean `{name}`?")).unwrap_or_default();
                Err(format!("unknown rule `{text}`{hint}"))
            }
        }
    }
}

/// A level given to a rule or group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelFlag {
    /// To what.
    pub selector: Selector,
    /// Which.
    pub level: Level,
}

/// All that decides the levels of a run.
#[derive(Clone, Debug)]
pub struct Levels<'a> {
    /// Configurations, those of outer folders first.
    pub configs: &'a [Config],
    /// Flags of the command line.
    pub flags: &'a [LevelFlag],
    /// No level is higher.
    pub cap: Level,
}

impl Levels<'_> {
    /// The level of a finding of `rule` in the file at `path` (absolute): `own` is what the finding has by itself.
    pub fn of(&self, rule: &str, pedantic: bool, own: Level, path: &std::path::Path) -> Level {
        let mut level = if pedantic { Level::Allow } else { own };
        let mut warnings = Level::Warn;
        let mut apply = |flags: &[LevelFlag]| {
            for flag in flags {
                match &flag.selector {
                    Selector::Rule(id) if id == rule => level = flag.level,
                    Selector::All => level = flag.level,
                    Selector::Pedantic if pedantic => level = flag.level,
                    Selector::Warnings => warnings = flag.level,
                    Selector::Rule(_) | Selector::Pedantic => {}
                }
            }
        };
        for config in self.configs {
            let Ok(inside) = path.strip_prefix(&config.folder) else { continue };
            apply(&config.levels);
            config.paths.iter().filter(|at| at.matches(inside)).for_each(|at| apply(&at.levels));
        }
        apply(self.flags);
        if level == Level::Warn {
            level = warnings;
        }
        level.min(self.cap)
    }

    /// Whether a configuration leaves the file out.
    pub fn excluded(&self, path: &std::path::Path) -> bool {
        self.configs
            .iter()
            .any(|config| path.strip_prefix(&config.folder).is_ok_and(|inside| config.exclude.iter().any(|glob| matches(glob, inside))))
    }
}

impl PathLevels {
    fn matches(&self, inside: &std::path::Path) -> bool {
        matches(&self.path, inside)
    }
}

/// Whether the pattern is the path, or a folder above it.
fn matches(glob: &glob::Pattern, inside: &std::path::Path) -> bool {
    inside.ancestors().any(|part| !part.as_os_str().is_empty() && glob.matches_path(part))
}

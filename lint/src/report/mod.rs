//! Renders findings, one file an output format.
//!
//! Everything here is a function from plain data to text: the findings come sorted, and nothing asks the clock, the terminal or the
//! environment, so the output is the same bytes at any number of threads. What a terminal can do is decided by the caller ([`Style`]).

mod github;
mod html;
mod human;
mod json;
mod junit;
mod place;
mod sarif;
mod short;

use std::path::PathBuf;

use crate::base::{FileId, IndexVec, SourceFile};
use crate::diagnostic::{Diagnostic, Level};

pub use place::Places;

/// An output format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people: snippets of the source.
    #[default]
    Human,
    /// A line a finding.
    Short,
    /// Cargo's messages, an object a line.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// GitHub workflow commands.
    Github,
    /// `JUnit` XML.
    Junit,
    /// One page.
    Html,
}

/// What the terminal takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Escape sequences.
    pub color: bool,
    /// Columns.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 100 }
    }
}

/// Of what Cargo target a file is a part; for a lone file, of one that is made up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Cargo's id of the package.
    pub package_id: String,
    /// The package's `Cargo.toml`.
    pub manifest_path: PathBuf,
    /// The target's name.
    pub target: String,
    /// `lib`, `bin`, `test` …
    pub kind: Vec<String>,
    /// `lib`, `bin`, `proc-macro` …
    pub crate_types: Vec<String>,
    /// The target's root.
    pub src_path: PathBuf,
    /// `2024`.
    pub edition: String,
}

/// What a format says of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleInfo {
    /// Its id.
    pub id: &'static str,
    /// Its documentation, in Markdown.
    pub docs: &'static str,
    /// Its level when nothing is configured.
    pub level: Level,
}

/// All that a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The files that the findings point into.
    pub files: &'a IndexVec<FileId, SourceFile>,
    /// Of what target each file is a part, as far as it is one.
    pub origins: &'a IndexVec<FileId, Option<Origin>>,
    /// The findings, sorted.
    pub diagnostics: &'a [Diagnostic],
    /// The rules.
    pub rules: &'a [RuleInfo],
    /// Whether nothing stands at deny level.
    pub success: bool,
}

/// The report in a format.
pub fn render(format: Format, report: &Report<'_>, style: Style) -> String {
    let places = Places::new(report.files);
    match format {
        Format::Human => human::render(report, &places, style),
        Format::Short => short::render(report, &places),
        Format::Json => json::render(report, &places),
        Format::Sarif => sarif::render(report, &places),
        Format::Github => github::render(report, &places),
        Format::Junit => junit::render(report, &places),
        Format::Html => html::render(report, &places),
    }
}

/// The word that compilers use for a level.
fn word(level: Level) -> &'static str {
    match level {
        Level::Allow => "note",
        Level::Warn => "warning",
        Level::Deny => "error",
    }
}

/// `3 errors, 1 warning`; empty where there is nothing.
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let count = |level| diagnostics.iter().filter(|found| found.level == level).count();
    let some = |n: usize, what: &str| match n {
        0 => None,
        1 => Some(format!("1 {what}")),
        n => Some(format!("{n} {what}s")),
    };
    [some(count(Level::Deny), "error"), some(count(Level::Warn), "warning")].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Text in XML or HTML.
fn escape_xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no way to write the other control characters.
            c if c.is_control() && !matches!(c, '\n' | '\t' | '\r') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;

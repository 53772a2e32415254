//! `path:line:col: level[rule]: message`, a line a finding.

use std::fmt::Write as _;

use super::{Places, Report, word};

pub(super) fn render(report: &Report<'_>, places: &Places<'_>) -> String {
    let mut out = String::new();
    for found in report.diagnostics {
        let at = places.of(found.primary);
        let path = places.path(found.primary.file);
        let _ = writeln!(out, "{path}:{}:{}: {}[{}]: {}", at.line, at.column, word(found.level), found.rule, found.message);
    }
    out
}

//! Workflow commands, which GitHub shows as annotations of a pull request.

use std::fmt::Write as _;

use super::{Places, Report, word};

pub(super) fn render(report: &Report<'_>, places: &Places<'_>) -> String {
    let mut out = String::new();
    for found in report.diagnostics {
        let at = places.of(found.primary);
        let mut text = found.message.clone();
        for (n, step) in found.path.iter().enumerate().filter(|(_, step)| places.is_shown(step.at)) {
            let _ = write!(text, "\n{}. {}:{}: {}", n + 1, places.path(step.at.file), places.of(step.at).line, step.what);
        }
        if let Some(help) = &found.help {
            let _ = write!(text, "\nhelp: {help}");
        }
        let _ = writeln!(
            out,
            "::{} file={},line={},endLine={},col={},endColumn={},title={}::{}",
            word(found.level),
            property(&places.path(found.primary.file)),
            at.line,
            at.end_line,
            at.column,
            at.end_column,
            property(&format!("must_abort::{}", found.rule)),
            data(&text)
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

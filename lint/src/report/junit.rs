//! `JUnit` XML: a finding is a failed test case; a run without findings is one case that passes.

use std::fmt::Write as _;

use super::{Places, Report, Style, escape_xml, human};
use crate::diagnostic::Level;

pub(super) fn render(report: &Report<'_>, places: &Places<'_>) -> String {
    let failures = report.diagnostics.len();
    let tests = failures.max(1);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let _ = writeln!(out, "<testsuites name=\"must-abort\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">");
    let _ = writeln!(out, "  <testsuite name=\"cargo lint\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">");
    if failures == 0 {
        out.push_str("    <testcase classname=\"must_abort\" name=\"no findings\"/>\n");
    }
    for found in report.diagnostics {
        let at = places.of(found.primary);
        let path = escape_xml(&places.path(found.primary.file));
        let kind = if found.level == Level::Deny { "error" } else { "warning" };
        let _ = writeln!(
            out,
            "    <testcase classname=\"must_abort.{}\" name=\"{path}:{}:{}\" file=\"{path}\" line=\"{}\">",
            found.rule, at.line, at.column, at.line
        );
        let _ = writeln!(
            out,
            "      <failure type=\"{kind}\" message=\"{}\">{}</failure>\n    </testcase>",
            escape_xml(&found.message),
            escape_xml(&human::one(found, places, Style::default()))
        );
    }
    out.push_str("  </testsuite>\n</testsuites>\n");
    out
}

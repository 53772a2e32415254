//! One page that stands alone: a table of counts, then the findings as the terminal shows them.

use std::fmt::Write as _;

use indexmap::IndexMap;

use super::{Places, Report, Style, escape_xml, human, word};

pub(super) fn render(report: &Report<'_>, places: &Places<'_>) -> String {
    let mut out = String::from(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>cargo lint</title>\n<style>\n\
         body { font-family: sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }\n\
         pre { background: #f6f6f6; padding: 1rem; overflow-x: auto }\n\
         .error { border-left: 4px solid #c00 } .warning { border-left: 4px solid #c80 }\n\
         td, th { text-align: left; padding-right: 2rem }\n</style>\n</head>\n<body>\n<h1>cargo lint</h1>\n",
    );
    if report.diagnostics.is_empty() {
        out.push_str("<p>Nothing was found. What the linter does not know it does not report: see <code>--verbose</code>.</p>\n");
    } else {
        let mut counts: IndexMap<&str, usize> = IndexMap::new();
        for found in report.diagnostics {
            *counts.entry(found.rule).or_default() += 1;
        }
        counts.sort_keys();
        out.push_str("<table>\n<tr><th>rule</th><th>findings</th></tr>\n");
        for (rule, count) in counts {
            let _ = writeln!(out, "<tr><td><code>{rule}</code></td><td>{count}</td></tr>");
        }
        out.push_str("</table>\n");
    }
    for found in report.diagnostics {
        let at = places.of(found.primary);
        let _ = writeln!(
            out,
            "<section>\n<h2><code>{}</code>: {}</h2>\n<p>{}:{}:{}</p>\n<pre class=\"{}\">{}</pre>\n</section>",
            found.rule,
            escape_xml(&found.message),
            escape_xml(&places.path(found.primary.file)),
            at.line,
            at.column,
            word(found.level),
            escape_xml(&human::one(found, places, Style::default()))
        );
    }
    out.push_str("</body>\n</html>\n");
    out
}

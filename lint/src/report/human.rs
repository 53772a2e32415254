//! miette's graphical report.
//!
//! A finding is one report. What lies in the file of the primary place is one snippet with it; labels and steps of the path in another
//! file follow as a related snippet of that file. The steps are numbered through, so that the story can be read in order across files.

use std::fmt::{self, Write as _};

use indexmap::IndexMap;
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, Severity, SourceCode, SourceSpan, SpanContents,
};

use super::{Places, Report, Style, tally};
use crate::base::{FileId, FileSpan, Span};
use crate::diagnostic::{Diagnostic, Level};

pub(super) fn render(report: &Report<'_>, places: &Places<'_>, style: Style) -> String {
    let mut out = String::new();
    for found in report.diagnostics {
        out.push_str(&one(found, places, style));
        out.push('\n');
    }
    if !report.diagnostics.is_empty() {
        let _ = writeln!(out, "{}", tally(report.diagnostics));
    }
    out
}

/// One finding.
pub(super) fn one(found: &Diagnostic, places: &Places<'_>, style: Style) -> String {
    let theme = if style.color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_links(false).with_width(style.width).with_context_lines(1);
    let mut out = String::new();
    if handler.render_report(&mut out, &Snippet::of(found, places)).is_err() {
        // miette refuses spans outside the text only; they are clamped, but a finding must not be lost in any case.
        let _ = writeln!(out, "{}: {}", found.rule, found.message);
    }
    // Lines of the frame end in blanks, which editors and snapshots lose.
    out.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// A finding, or its part in one file, as miette reads it.
#[derive(Debug)]
struct Snippet {
    message: String,
    code: Option<String>,
    severity: Severity,
    help: Option<String>,
    source: Source,
    labels: Vec<LabeledSpan>,
    related: Vec<Snippet>,
}

/// A file's text under its name.
///
/// miette joins two snippets where the first one's line and *line count* reach the second's line; the count that it gives for a text of its
/// own is that of all lines up to there, and so it joins what lies far apart. Here it is that of the snippet.
#[derive(Debug)]
struct Source {
    name: String,
    text: String,
}

impl SourceCode for Source {
    fn read_span<'a>(&'a self, span: &SourceSpan, before: usize, after: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inner = self.text.read_span(span, before, after)?;
        let lines = inner.data().split(|byte| *byte == b'\n').count();
        let (data, span) = (inner.data(), *inner.span());
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), data, span, inner.line(), inner.column(), lines)))
    }
}

/// What is said at one place.
#[derive(Default)]
struct Label {
    texts: Vec<String>,
    primary: bool,
}

type Labels = IndexMap<(FileId, Span), Label>;

impl Snippet {
    fn of(found: &Diagnostic, places: &Places<'_>) -> Self {
        let mut labels = Labels::new();
        let mut say = |at: FileSpan, text: String, primary: bool| {
            if !primary && !places.is_shown(at) {
                return;
            }
            let label = labels.entry((at.file, first_line(at, places))).or_default();
            label.primary |= primary;
            if !text.is_empty() && !label.texts.contains(&text) {
                label.texts.push(text);
            }
        };
        say(found.primary, String::new(), true);
        for (n, step) in found.path.iter().enumerate() {
            say(step.at, format!("{}. {}", n + 1, step.what), false);
        }
        let told = found.path.iter().any(|step| step.at == found.primary && step.what == found.primary_label);
        if !told {
            say(found.primary, found.primary_label.clone(), true);
        }
        for (at, text) in &found.labels {
            say(*at, text.clone(), false);
        }
        let mut by_file: IndexMap<FileId, Vec<LabeledSpan>> = IndexMap::new();
        for ((file, span), label) in labels {
            let text = (!label.texts.is_empty()).then(|| label.texts.join("; "));
            let at = (span.start as usize, (span.end - span.start) as usize);
            let labeled = if label.primary { LabeledSpan::new_primary_with_span(text, at) } else { LabeledSpan::new_with_span(text, at) };
            by_file.entry(file).or_default().push(labeled);
        }
        let source = |file| Source { name: places.path(file), text: places.text(file).to_owned() };
        let own = by_file.shift_remove(&found.primary.file).unwrap_or_default();
        let related = by_file.into_iter().map(|(file, labels)| Self {
            message: format!("in `{}`", places.path(file)),
            code: None,
            severity: Severity::Advice,
            help: None,
            source: source(file),
            labels: sorted(labels),
            related: Vec::new(),
        });
        let mut help: Vec<String> = found.help.iter().cloned().collect();
        help.extend(found.fixes.iter().map(|fix| format!("{} ({})", fix.title, if fix.safe { "--fix" } else { "--fix --unsafe-fixes" })));
        Self {
            message: found.message.clone(),
            code: Some(format!("must_abort::{}", found.rule)),
            severity: if found.level == Level::Deny { Severity::Error } else { Severity::Warning },
            help: (!help.is_empty()).then(|| help.join("\n")),
            source: source(found.primary.file),
            labels: sorted(own),
            related: related.collect(),
        }
    }
}

/// The part of a span on its first line: a frame around a whole loop hides what matters.
fn first_line(at: FileSpan, places: &Places<'_>) -> Span {
    let span = places.clamp(at);
    let text = places.text(at.file).get(span.start as usize..span.end as usize).unwrap_or("");
    let line = text.lines().next().unwrap_or("").trim_end();
    Span::new(span.start, span.start + line.len() as u32)
}

fn sorted(mut labels: Vec<LabeledSpan>) -> Vec<LabeledSpan> {
    labels.sort_by_key(|label| (label.offset(), label.len()));
    labels
}

impl fmt::Display for Snippet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Snippet {}

impl miette::Diagnostic for Snippet {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code.as_ref().map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<Severity> {
        Some(self.severity)
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn miette::Diagnostic> + 'a>> {
        if self.related.is_empty() {
            return None;
        }
        Some(Box::new(self.related.iter().map(|part| part as &dyn miette::Diagnostic)))
    }
}

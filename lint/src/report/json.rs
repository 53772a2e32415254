//! Cargo's `compiler-message` objects, one a line, ended by `build-finished`: what editors and Cargo-aware tools read as it is.
//!
//! rustc's shape: the finding is the message; labels are secondary spans; each step of the path is a `note` child, the help a `help`
//! child, a fix a `help` child whose spans carry the replacement.

use serde::Serialize;

use super::{Origin, Places, Report, Style, human, word};
use crate::base::FileSpan;
use crate::diagnostic::Diagnostic;

#[derive(Serialize)]
struct CompilerMessage<'a> {
    reason: &'static str,
    package_id: &'a str,
    manifest_path: String,
    target: Target<'a>,
    message: Message,
}

#[derive(Serialize)]
struct Target<'a> {
    kind: &'a [String],
    crate_types: &'a [String],
    name: &'a str,
    src_path: String,
    edition: &'a str,
    doc: bool,
    doctest: bool,
    test: bool,
}

#[expect(clippy::struct_field_names, reason = "the names are rustc's")]
#[derive(Serialize)]
struct Message {
    #[serde(rename = "$message_type")]
    message_type: &'static str,
    message: String,
    code: Option<Code>,
    level: &'static str,
    spans: Vec<DiagnosticSpan>,
    children: Vec<Message>,
    rendered: Option<String>,
}

#[derive(Serialize)]
struct Code {
    code: String,
    explanation: Option<String>,
}

#[derive(Serialize)]
struct DiagnosticSpan {
    file_name: String,
    byte_start: u32,
    byte_end: u32,
    line_start: usize,
    line_end: usize,
    column_start: usize,
    column_end: usize,
    is_primary: bool,
    text: Vec<Line>,
    label: Option<String>,
    suggested_replacement: Option<String>,
    suggestion_applicability: Option<&'static str>,
    expansion: Option<()>,
}

#[derive(Serialize)]
struct Line {
    text: String,
    highlight_start: usize,
    highlight_end: usize,
}

#[derive(Serialize)]
struct BuildFinished {
    reason: &'static str,
    success: bool,
}

pub(super) fn render(report: &Report<'_>, places: &Places<'_>) -> String {
    let mut out = String::new();
    for found in report.diagnostics {
        let lone = lone(&places.path(found.primary.file));
        let origin = report.origins.get(found.primary.file).and_then(Option::as_ref).unwrap_or(&lone);
        line(
            &mut out,
            &CompilerMessage {
                reason: "compiler-message",
                package_id: &origin.package_id,
                manifest_path: origin.manifest_path.to_string_lossy().into_owned(),
                target: Target {
                    kind: &origin.kind,
                    crate_types: &origin.crate_types,
                    name: &origin.target,
                    src_path: origin.src_path.to_string_lossy().into_owned(),
                    edition: &origin.edition,
                    doc: false,
                    doctest: false,
                    test: false,
                },
                message: message(found, places, report),
            },
        );
    }
    line(&mut out, &BuildFinished { reason: "build-finished", success: report.success });
    out
}

fn line(out: &mut String, value: &impl Serialize) {
    // Strings and numbers only: serialising them cannot fail.
    if let Ok(text) = serde_json::to_string(value) {
        out.push_str(&text);
        out.push('\n');
    }
}

/// The target of a file that belongs to none.
fn lone(path: &str) -> Origin {
    let name = std::path::Path::new(path).file_stem().map_or_else(|| "file".to_owned(), |stem| stem.to_string_lossy().into_owned());
    Origin {
        package_id: format!("path+file:{path}#{name}@0.0.0"),
        manifest_path: path.into(),
        target: name,
        kind: vec!["bin".to_owned()],
        crate_types: vec!["bin".to_owned()],
        src_path: path.into(),
        edition: "2024".to_owned(),
    }
}

fn message(found: &Diagnostic, places: &Places<'_>, report: &Report<'_>) -> Message {
    let mut spans = vec![span(found.primary, Some(found.primary_label.clone()), true, places)];
    let shown = |at: &FileSpan| places.is_shown(*at);
    spans.extend(found.labels.iter().filter(|(at, _)| shown(at)).map(|(at, text)| span(*at, Some(text.clone()), false, places)));
    let mut children = Vec::new();
    for step in found.path.iter().filter(|step| shown(&step.at)) {
        children.push(child("note", step.what.clone(), vec![span(step.at, None, true, places)]));
    }
    if let Some(help) = &found.help {
        children.push(child("help", help.clone(), Vec::new()));
    }
    for fix in &found.fixes {
        let edits = fix.edits.iter().filter(|(at, _)| shown(at)).map(|(at, text)| DiagnosticSpan {
            suggested_replacement: Some(text.clone()),
            suggestion_applicability: Some(if fix.safe { "MachineApplicable" } else { "MaybeIncorrect" }),
            ..span(*at, None, true, places)
        });
        children.push(child("help", fix.title.clone(), edits.collect()));
    }
    let explanation = report.rules.iter().find(|rule| rule.id == found.rule).map(|rule| rule.docs.to_owned());
    Message {
        message_type: "diagnostic",
        message: found.message.clone(),
        code: Some(Code { code: format!("must_abort::{}", found.rule), explanation }),
        level: word(found.level),
        spans,
        children,
        rendered: Some(human::one(found, places, Style::default())),
    }
}

fn child(level: &'static str, message: String, spans: Vec<DiagnosticSpan>) -> Message {
    Message { message_type: "diagnostic", message, code: None, level, spans, children: Vec::new(), rendered: None }
}

fn span(at: FileSpan, label: Option<String>, is_primary: bool, places: &Places<'_>) -> DiagnosticSpan {
    let place = places.of(at);
    let bytes = places.clamp(at);
    let text = (place.line..=place.end_line).map(|line| {
        let text = places.line_text(at.file, line).to_owned();
        let end = text.chars().count() + 1;
        Line {
            highlight_start: if line == place.line { place.column } else { 1 },
            highlight_end: if line == place.end_line { place.end_column } else { end },
            text,
        }
    });
    DiagnosticSpan {
        file_name: places.path(at.file),
        byte_start: bytes.start,
        byte_end: bytes.end,
        line_start: place.line,
        line_end: place.end_line,
        column_start: place.column,
        column_end: place.end_column,
        is_primary,
        text: text.collect(),
        label: label.filter(|label| !label.is_empty()),
        suggested_replacement: None,
        suggestion_applicability: None,
        expansion: None,
    }
}

//! SARIF 2.1.0: a result a finding, its path as a code flow, its fixes as replacements.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Places, Report, RuleInfo, word};
use crate::base::FileSpan;
use crate::diagnostic::{Diagnostic, Level};

pub(super) fn render(report: &Report<'_>, places: &Places<'_>) -> String {
    let rules: Vec<Value> = report.rules.iter().map(rule).collect();
    let results: Vec<Value> = report.diagnostics.iter().map(|found| result(found, report, places)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "must-abort", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(rule: &RuleInfo) -> Value {
    let level = if rule.level == Level::Allow { "none" } else { word(rule.level) };
    json!({
        "id": format!("must_abort::{}", rule.id),
        "name": rule.id,
        "fullDescription": { "text": rule.docs, "markdown": rule.docs },
        "defaultConfiguration": { "level": level },
    })
}

fn result(found: &Diagnostic, report: &Report<'_>, places: &Places<'_>) -> Value {
    let mut value = json!({
        "ruleId": format!("must_abort::{}", found.rule),
        "level": word(found.level),
        "message": { "text": found.message },
        "locations": [location(found.primary, &found.primary_label, places)],
    });
    if let Some(index) = report.rules.iter().position(|rule| rule.id == found.rule) {
        value["ruleIndex"] = json!(index);
    }
    let labels = found.labels.iter().filter(|(at, _)| places.is_shown(*at));
    let related: Vec<Value> = labels.map(|(at, text)| location(*at, text, places)).collect();
    if !related.is_empty() {
        value["relatedLocations"] = json!(related);
    }
    let steps = found.path.iter().filter(|step| places.is_shown(step.at));
    let flow: Vec<Value> = steps.map(|step| json!({ "location": location(step.at, &step.what, places) })).collect();
    if !flow.is_empty() {
        value["codeFlows"] = json!([{ "threadFlows": [{ "locations": flow }] }]);
    }
    let fixes: Vec<Value> = found
        .fixes
        .iter()
        .map(|fix| {
            let changes = fix.edits.iter().map(|(at, text)| {
                json!({
                    "artifactLocation": { "uri": uri(&places.path(at.file)) },
                    "replacements": [{ "deletedRegion": region(*at, places), "insertedContent": { "text": text } }],
                })
            });
            json!({ "description": { "text": fix.title }, "artifactChanges": changes.collect::<Vec<_>>() })
        })
        .collect();
    if !fixes.is_empty() {
        value["fixes"] = json!(fixes);
    }
    value
}

fn location(at: FileSpan, text: &str, places: &Places<'_>) -> Value {
    let physical = json!({ "artifactLocation": { "uri": uri(&places.path(at.file)) }, "region": region(at, places) });
    if text.is_empty() {
        json!({ "physicalLocation": physical })
    } else {
        json!({ "physicalLocation": physical, "message": { "text": text } })
    }
}

fn region(at: FileSpan, places: &Places<'_>) -> Value {
    let place = places.of(at);
    let bytes = places.clamp(at);
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "byteOffset": bytes.start,
        "byteLength": bytes.end - bytes.start,
    })
}

/// A path as a URI reference.
fn uri(path: &str) -> String {
    let mut out = if path.starts_with('/') { String::from("file://") } else { String::new() };
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            byte => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

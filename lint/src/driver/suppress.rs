//! Accepts the findings that a comment or `#[allow_hang]` names, and reports the suppressions that accept nothing.

use crate::base::{FileId, Name, Span};
use crate::diagnostic::{Diagnostic, Level};
use crate::ir::Suppression;
use crate::link::Allow;
use crate::rules::RULES;

/// What is left.
pub struct Accepted {
    /// Findings that nothing accepts.
    pub findings: Vec<Diagnostic>,
    /// Suppressions that are not right.
    pub unused: Vec<Diagnostic>,
}

struct One<'a> {
    file: FileId,
    at: Span,
    covers: Span,
    rules: &'a [Name],
    reason: Option<&'a str>,
    used: Vec<bool>,
}

impl One<'_> {
    /// Both the rule and the reason are required: without a reason nothing is accepted.
    fn is_valid(&self) -> bool {
        !self.rules.is_empty() && self.reason.is_some_and(|reason| !reason.trim().is_empty())
    }
}

/// Takes out what is accepted.
///
/// `is_on` says whether a rule can be reported in a file: a suppression of one that is off is not looked at.
pub fn apply(
    findings: Vec<Diagnostic>,
    comments: &[(FileId, Suppression)],
    allows: &[Allow],
    is_on: &dyn Fn(&str, FileId) -> bool,
) -> Accepted {
    let comments = comments.iter().map(|(file, one)| (*file, one.span, one.covers, &one.rules, one.reason.as_deref()));
    let attributes = allows.iter().map(|one| (one.at.file, one.at.span, one.covers, &one.rules, one.reason.as_deref()));
    let mut all: Vec<One<'_>> = comments
        .chain(attributes)
        .map(|(file, at, covers, rules, reason)| One { file, at, covers, rules, reason, used: vec![false; rules.len()] })
        .collect();
    let findings = findings.into_iter().filter(|found| !is_accepted(found, &mut all)).collect();
    Accepted { findings, unused: all.iter().flat_map(|one| complaints(one, is_on)).collect() }
}

fn is_accepted(found: &Diagnostic, all: &mut [One<'_>]) -> bool {
    let mut accepted = false;
    for one in all.iter_mut().filter(|one| one.file == found.primary.file && one.is_valid()) {
        // The start decides: a loop's span goes on past the line on which a comment stands.
        let start = found.primary.span.start;
        if !(one.covers.start <= start && start < one.covers.end) {
            continue;
        }
        for (rule, used) in one.rules.iter().zip(&mut one.used) {
            if rule.as_str() == found.rule {
                *used = true;
                accepted = true;
            }
        }
    }
    accepted
}

fn complaints(one: &One<'_>, is_on: &dyn Fn(&str, FileId) -> bool) -> Vec<Diagnostic> {
    let mut messages = Vec::new();
    if one.rules.is_empty() {
        messages.push("this suppression names no rule".to_owned());
    }
    for (rule, used) in one.rules.iter().zip(&one.used) {
        let known = RULES.iter().any(|known| known.id == rule.as_str());
        if !known {
            let hint = crate::config::nearest(rule, RULES.iter().map(|rule| rule.id));
            let hint = hint.map(|name| format!(", did you mean `{name}`?")).unwrap_or_default();
            messages.push(format!("this suppression names `{rule}`, which is no rule{hint}"));
        } else if one.is_valid() && !used && is_on(rule, one.file) {
            messages.push(format!("this suppression of `{rule}` matches no finding"));
        }
    }
    if !one.rules.is_empty() && !one.is_valid() {
        messages.push("this suppression gives no reason, so it accepts nothing".to_owned());
    }
    messages.into_iter().map(|message| diagnostic(one, message)).collect()
}

fn diagnostic(one: &One<'_>, message: String) -> Diagnostic {
    Diagnostic {
        rule: "unused_suppression",
        level: Level::Warn,
        message,
        primary: one.at.in_file(one.file),
        primary_label: String::new(),
        labels: Vec::new(),
        path: Vec::new(),
        help: None,
        remedy: None,
        fixes: Vec::new(),
        func: String::new(),
        handle: None,
    }
}

//! Comments that accept a finding: `// must_abort: allow(rule, rule): reason`.

use super::scan::{Kind, Scanner};
use crate::base::{LineIndex, Name, Span};
use crate::ir::{AttrArg, Suppression};

/// The comments of a file that accept findings. `statements` are the bytes of all statements, arms and items of the file.
pub fn suppressions(text: &str, statements: &[Span]) -> Vec<Suppression> {
    if !text.contains("must_abort:") {
        return Vec::new();
    }
    let lines = LineIndex::new(text);
    let mut found = Vec::new();
    let mut last_code_end = None;
    for token in Scanner::new(text) {
        if !matches!(token.kind, Kind::LineComment | Kind::BlockComment) {
            last_code_end = Some(token.end as u32);
            continue;
        }
        let Some((rules, reason)) = (token.kind == Kind::LineComment).then(|| parse(&text[token.start..token.end])).flatten() else {
            continue;
        };
        let at = Span::new(token.start as u32, token.end as u32);
        let line = lines.line(at.start);
        let behind_code = last_code_end.filter(|&end| lines.line(end.saturating_sub(1)) == line);
        let covers = if let Some(end) = behind_code {
            behind(end, Span::new(lines.start(line), at.start), statements)
        } else {
            let next = Scanner::new(&text[token.end..]).find(|token| !matches!(token.kind, Kind::LineComment | Kind::BlockComment));
            next.map_or(at, |next| below((token.end + next.start) as u32, text, &lines, statements))
        };
        found.push(Suppression { span: at, covers, rules, reason });
    }
    found
}

/// The statement that ends where the code before the comment ends; else that line.
fn behind(end: u32, line: Span, statements: &[Span]) -> Span {
    let ending = statements.iter().filter(|statement| statement.end == end);
    ending.copied().max_by_key(|statement| statement.end - statement.start).unwrap_or(line)
}

/// The statement that begins at `start`, attributes skipped; else the line.
fn below(start: u32, text: &str, lines: &LineIndex, statements: &[Span]) -> Span {
    let begin = skip_attributes(text, start);
    let starting = statements.iter().filter(|statement| statement.start == begin || statement.start == start);
    starting.copied().max_by_key(|statement| statement.end).unwrap_or_else(|| {
        let line = lines.line(begin);
        let end = if line + 1 < lines.len() { lines.start(line + 1) } else { text.len() as u32 };
        Span::new(lines.start(line), end)
    })
}

/// The first byte after the attributes that begin at `start`.
fn skip_attributes(text: &str, start: u32) -> u32 {
    let mut at = start as usize;
    loop {
        let mut tokens = Scanner::new(&text[at..]).filter(|token| !matches!(token.kind, Kind::LineComment | Kind::BlockComment));
        let Some(first) = tokens.next() else { return start };
        if first.kind != Kind::Punct(b'#') {
            return (at + first.start) as u32;
        }
        let mut depth = 0_usize;
        let close = tokens.find(|token| {
            match token.kind {
                Kind::Punct(b'[') => depth += 1,
                Kind::Punct(b']') => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        });
        let Some(close) = close else { return start };
        at += close.end;
    }
}

/// The rules and the reason; `None` if the comment is not meant for the linter. One that can't be read names no rule.
fn parse(comment: &str) -> Option<(Vec<Name>, Option<String>)> {
    let text = comment.strip_prefix("//")?;
    if text.starts_with(['/', '!']) {
        return None;
    }
    let rest = text.trim_start().strip_prefix("must_abort:")?.trim();
    let list = rest.strip_prefix("allow").map(str::trim_start).and_then(|rest| rest.strip_prefix('('));
    let Some((list, rest)) = list.and_then(|rest| rest.split_once(')')) else { return Some((Vec::new(), None)) };
    let rules = list.split(',').map(str::trim).filter(|rule| !rule.is_empty()).map(Name::new).collect();
    let reason = rest.trim_start().strip_prefix(':').map(str::trim).filter(|reason| !reason.is_empty());
    Some((rules, reason.map(str::to_owned)))
}

/// The same from the arguments of `#[allow_hang(rule, reason = "…")]`.
pub fn from_attribute(args: &[AttrArg]) -> (Vec<Name>, Option<String>) {
    let mut rules = Vec::new();
    let mut reason = None;
    for arg in args {
        match arg {
            AttrArg::Word(rule) => rules.push(Name::new(rule)),
            AttrArg::Pair(name, value) if *name == *"reason" => reason = Some(value.clone()),
            _ => {}
        }
    }
    (rules, reason)
}

//! Known findings, which do not fail: keyed by rule, function, handle and the text of the place, never by its line.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::{FileId, IndexVec, SourceFile, replace};
use crate::diagnostic::Diagnostic;

/// Why a baseline can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {message}", path.display())]
pub struct BaselineError {
    path: PathBuf,
    message: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default, rename = "finding")]
    findings: Vec<Known>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    rule: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    func: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    handle: String,
    text: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: usize,
}

fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_one(count: &usize) -> bool {
    *count == 1
}

type Key = (String, String, String, String);

fn key(found: &Diagnostic, files: &IndexVec<FileId, SourceFile>) -> Key {
    let span = found.primary.span;
    let text = files.get(found.primary.file).map_or("", |file| &file.text);
    let line = text.get(span.start as usize..span.end as usize).unwrap_or("").lines().next().unwrap_or("");
    let handle = found.handle.as_ref().map(ToString::to_string).unwrap_or_default();
    (found.rule.to_owned(), found.func.clone(), handle, line.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Takes out what the baseline knows, and says how many that were.
pub fn subtract(findings: &mut Vec<Diagnostic>, files: &IndexVec<FileId, SourceFile>, path: &Path) -> Result<usize, BaselineError> {
    let failed = |message: String| BaselineError { path: path.to_owned(), message };
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    let document: Document = toml::from_str(&text).map_err(|error| failed(error.to_string().trim_end().to_owned()))?;
    let mut left: IndexMap<Key, usize> = IndexMap::new();
    for known in document.findings {
        *left.entry((known.rule, known.func, known.handle, known.text)).or_default() += known.count;
    }
    let before = findings.len();
    findings.retain(|found| match left.get_mut(&key(found, files)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    Ok(before - findings.len())
}

/// Writes the findings down as known.
pub fn write<'a>(
    findings: impl Iterator<Item = &'a Diagnostic>,
    files: &IndexVec<FileId, SourceFile>,
    path: &Path,
) -> Result<usize, BaselineError> {
    let mut counts: IndexMap<Key, usize> = IndexMap::new();
    for found in findings {
        *counts.entry(key(found, files)).or_default() += 1;
    }
    counts.sort_keys();
    let total = counts.values().sum();
    let known = |((rule, func, handle, text), count)| Known { rule, func, handle, text, count };
    let document = Document { findings: counts.into_iter().map(known).collect() };
    let failed = |message: String| BaselineError { path: path.to_owned(), message };
    let text = toml::to_string(&document).map_err(|error| failed(error.to_string()))?;
    replace(path, &text).map_err(|error| failed(error.to_string()))?;
    Ok(total)
}

//! What a commit touches, as git tells it: for `--staged` and `--since`.
//!
//! Everything is read and analysed all the same, since a change in one file can hang another. What is left out is the report of findings
//! none of whose places lies in a function or on a line that the change touches.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::base::{FileId, FileSpan, IndexVec, LineIndex, SourceFile, Span};
use crate::diagnostic::Diagnostic;
use crate::ir::{FileFacts, Item, ItemKind};

/// Against what the change is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// What is staged, against the last commit.
    Staged,
    /// The working tree, against a revision.
    Revision(String),
}

/// Why git could not tell.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("git could not tell what changed: {0}")]
pub struct GitError(String);

/// What a change touches.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// Lines (from 1) by file.
    lines: IndexMap<PathBuf, Vec<RangeInclusive<usize>>>,
    /// For `--staged`: files whose staged text is not the one on disk.
    pub staged: IndexMap<PathBuf, Arc<str>>,
}

/// Asks git.
pub fn changes(against: &Against, cwd: &Path) -> Result<Changes, GitError> {
    let top = PathBuf::from(git(cwd, &["rev-parse", "--show-toplevel"])?.trim_end());
    let diff =
        ["-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", "-U0"];
    let with = |more: &[&str]| git(&top, &[&diff[..], more].concat());
    let mut changes = Changes::default();
    match against {
        Against::Staged => {
            changes.lines = hunks(&with(&["--cached"])?, &top);
            for name in git(&top, &["diff", "--name-only", "-z", "--no-renames"])?
                .split('\0')
                .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "rs"))
            {
                if let Ok(text) = git(&top, &["show", &format!(":{name}")]) {
                    changes.staged.insert(top.join(name), Arc::from(text));
                }
            }
        }
        Against::Revision(revision) => {
            // A revision that looks like an option must not become one.
            let commit = git(&top, &["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
                .map_err(|_| GitError(format!("`{revision}` is no revision")))?;
            changes.lines = hunks(&with(&[commit.trim_end()])?, &top);
            for name in git(&top, &["ls-files", "--others", "--exclude-standard", "-z"])?.split('\0').filter(|name| !name.is_empty()) {
                changes.lines.entry(top.join(name)).or_default().push(1..=usize::MAX);
            }
        }
    }
    Ok(changes)
}

fn git(folder: &Path, args: &[&str]) -> Result<String, GitError> {
    let output = Command::new("git").current_dir(folder).args(args).output().map_err(|error| GitError(error.to_string()))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        return Err(GitError(text.trim().trim_start_matches("fatal: ").to_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The new lines of each file in a diff without context. Lines that only went count for the two around them.
fn hunks(diff: &str, top: &Path) -> IndexMap<PathBuf, Vec<RangeInclusive<usize>>> {
    let mut found: IndexMap<PathBuf, Vec<RangeInclusive<usize>>> = IndexMap::new();
    let mut file = None;
    // Lines of a hunk's body that are still to come: they may look like headers.
    let mut body = 0;
    for line in diff.lines() {
        if body > 0 {
            // `\ No newline at end of file` is no line of the body.
            if !line.starts_with('\\') {
                body -= 1;
            }
        } else if let Some(name) = line.strip_prefix("+++ ") {
            let name = name.trim_end_matches('\t');
            file = name.trim_matches('"').strip_prefix("b/").map(|name| top.join(name));
        } else if let Some((old, new)) =
            line.strip_prefix("@@ -").and_then(|rest| rest.split_once(" @@")).and_then(|(at, _)| at.split_once(" +"))
        {
            let (Some((_, gone)), Some((start, count))) = (range(old), range(new)) else { continue };
            body = gone + count;
            let lines = if count == 0 { start.max(1)..=start + 1 } else { start..=start + count - 1 };
            if let Some(file) = &file {
                found.entry(file.clone()).or_default().push(lines);
            }
        }
    }
    found
}

/// `12` or `12,3`.
fn range(text: &str) -> Option<(usize, usize)> {
    let (start, count) = text.split_once(',').unwrap_or((text, "1"));
    Some((start.parse().ok()?, count.parse().ok()?))
}

/// The functions of each file: a place belongs to the smallest around it.
pub fn functions<'a>(files: impl Iterator<Item = &'a FileFacts>) -> IndexVec<FileId, Vec<Span>> {
    files
        .map(|facts| {
            let mut spans = Vec::new();
            collect(&facts.items, &mut spans);
            facts.bodies.iter().for_each(|body| collect(&body.items, &mut spans));
            spans
        })
        .collect()
}

fn collect(items: &[Item], spans: &mut Vec<Span>) {
    for item in items {
        match &item.kind {
            ItemKind::Fn(_) => spans.push(item.span),
            ItemKind::Mod { content: Some(items), .. } => collect(items, spans),
            ItemKind::Impl(block) => collect(&block.items, spans),
            ItemKind::Trait(block) => collect(&block.items, spans),
            _ => {}
        }
    }
}

impl Changes {
    /// Whether the change touches a place of the finding, or the function in which it lies.
    pub fn touch(
        &self,
        found: &Diagnostic,
        files: &IndexVec<FileId, SourceFile>,
        paths: &IndexVec<FileId, PathBuf>,
        functions: &IndexVec<FileId, Vec<Span>>,
    ) -> bool {
        let labels = found.labels.iter().map(|(at, _)| *at);
        let mut places = [found.primary].into_iter().chain(labels).chain(found.path.iter().map(|step| step.at));
        places.any(|at| self.touch_place(at, files, paths, functions))
    }

    fn touch_place(
        &self,
        at: FileSpan,
        files: &IndexVec<FileId, SourceFile>,
        paths: &IndexVec<FileId, PathBuf>,
        functions: &IndexVec<FileId, Vec<Span>>,
    ) -> bool {
        let Some(changed) = paths.get(at.file).and_then(|path| self.lines.get(path)) else { return false };
        let around = functions.get(at.file).into_iter().flatten().filter(|func| func.contains(at.span));
        let span = around.min_by_key(|func| func.end - func.start).copied().unwrap_or(at.span);
        let lines = LineIndex::new(&files[at.file].text);
        let (first, last) = (lines.line(span.start) + 1, lines.line(span.end) + 1);
        changed.iter().any(|range| *range.start() <= last && first <= *range.end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_count_new_lines() {
        let diff = "diff --git a/src/a.rs b/src/a.rs\n--- a/src/a.rs\n+++ b/src/a.rs\n@@ -3 +3,2 @@ fn f() {\n-x\n+y\n+++ z\n@@ -9,2 +10,0 @@\n-a\n-b\n\
                    diff --git a/gone.rs b/gone.rs\n--- a/gone.rs\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n";
        let found = hunks(diff, Path::new("/w"));
        assert_eq!(found.len(), 1);
        assert_eq!(found[Path::new("/w/src/a.rs")], [3..=4, 10..=11]);
    }
}

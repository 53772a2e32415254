//! Applies what findings propose, as `cargo fix` does: only to files that version control can bring back, unless told otherwise.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

use indexmap::IndexMap;

use crate::base::{FileId, LineIndex, replace};
use crate::driver::Outcome;

/// How to apply fixes.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fixing {
    /// Also those that may change what the program does otherwise.
    pub unsafe_fixes: bool,
    /// Print only.
    pub diff: bool,
    /// Even if files have changes that are not staged, or are not under version control.
    pub allow_dirty: bool,
    /// Even if changes are staged.
    pub allow_staged: bool,
}

/// A file with its fixes applied.
pub struct Fixed {
    /// Where it lies.
    pub path: PathBuf,
    /// Its path as it is shown.
    shown: String,
    /// Its text as it was read.
    old: String,
    /// Its text with the fixes.
    pub new: String,
    /// What was replaced by what.
    edits: Vec<(Range<usize>, String)>,
    /// The fixes in it: rule, function and message of the finding, and the fix's title.
    pub applied: Vec<(&'static str, String, String, String)>,
}

/// Works the fixes of a run into its files. Of two that overlap, the first wins: the other may come in the next round.
pub fn apply(outcome: &Outcome, fixing: Fixing) -> Vec<Fixed> {
    let mut edits: IndexMap<FileId, Vec<(Range<usize>, String)>> = IndexMap::new();
    let mut applied: IndexMap<FileId, Vec<_>> = IndexMap::new();
    let fixes = outcome.diagnostics.iter().flat_map(|found| found.fixes.iter().take(1).map(move |fix| (found, fix)));
    for (found, fix) in fixes.filter(|(_, fix)| fix.safe || fixing.unsafe_fixes) {
        let ranges: Vec<_> = fix.edits.iter().map(|(at, text)| (at.file, at.span.start as usize..at.span.end as usize, text)).collect();
        let fits = |(file, range, _): &(FileId, Range<usize>, &String)| {
            let source = outcome.files.get(*file).filter(|source| !source.stub);
            source.is_some_and(|source| source.text.get(range.clone()).is_some())
                && edits.get(file).into_iter().flatten().all(|(other, _)| range.end < other.start || other.end < range.start)
        };
        // All of a fix or nothing.
        if !ranges.iter().all(fits) || ranges.is_empty() {
            continue;
        }
        let which = (found.rule, found.func.clone(), found.message.clone(), fix.title.clone());
        applied.entry(ranges[0].0).or_default().push(which);
        for (file, range, text) in ranges {
            edits.entry(file).or_default().push((range, text.clone()));
        }
    }
    let mut fixed = Vec::new();
    for (file, mut edits) in edits {
        edits.sort_by_key(|(range, _)| (range.start, range.end));
        let old = outcome.files[file].text.to_string();
        let mut new = old.clone();
        for (range, text) in edits.iter().rev() {
            new.replace_range(range.clone(), text);
        }
        let shown = outcome.files[file].path.to_string_lossy().replace('\\', "/");
        let applied = applied.swap_remove(&file).unwrap_or_default();
        fixed.push(Fixed { path: outcome.paths[file].clone(), shown, old, new, edits, applied });
    }
    fixed.sort_by(|a, b| a.path.cmp(&b.path));
    fixed.dedup_by(|b, a| a.path == b.path);
    fixed
}

/// Why the files must not be changed, if there is a reason.
pub fn guard(fixed: &[Fixed], fixing: Fixing) -> Result<(), String> {
    let mut dirty = BTreeSet::new();
    let mut staged = BTreeSet::new();
    let folders: BTreeSet<&Path> = fixed.iter().filter_map(|file| file.path.parent()).collect();
    for folder in folders {
        let status = Command::new("git").current_dir(folder).args(["status", "--porcelain", "--no-renames", "-z", "--", ":/"]).output();
        let Some(output) = status.ok().filter(|output| output.status.success()) else {
            if fixing.allow_dirty {
                continue;
            }
            return Err(format!("{} is not under version control: --allow-dirty fixes it all the same", folder.display()));
        };
        for entry in String::from_utf8_lossy(&output.stdout).split('\0').filter(|entry| entry.len() > 3) {
            let (state, name) = entry.split_at(3);
            let mut state = state.chars();
            let (index, tree) = (state.next().unwrap_or(' '), state.next().unwrap_or(' '));
            if tree != ' ' {
                dirty.insert(format!("  {name} (dirty)"));
            } else if index != ' ' {
                staged.insert(format!("  {name} (staged)"));
            }
        }
    }
    let mut files = Vec::new();
    if !fixing.allow_dirty {
        files.extend(dirty);
    }
    if !fixing.allow_staged && !fixing.allow_dirty {
        files.extend(staged);
    }
    if files.is_empty() {
        return Ok(());
    }
    Err(format!(
        "these files have changes that are not committed: --allow-dirty or --allow-staged fixes all the same\n{}",
        files.join("\n")
    ))
}

/// Writes a file with its fixes, unless somebody else has changed it since it was read. Says what went wrong.
pub fn write(file: &Fixed) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", file.path.display());
    if std::fs::read(&file.path).map_err(failed)? != file.old.as_bytes() {
        return Err(format!("{}: it changed while it was linted: nothing was written to it", file.path.display()));
    }
    replace(&file.path, &file.new).map_err(failed)
}

/// The change as a unified diff.
pub fn diff(file: &Fixed) -> String {
    const CONTEXT: usize = 3;
    let lines = LineIndex::new(&file.old);
    let total = file.old.lines().count();
    // The lines that edits touch, joined where their surroundings meet.
    let mut hunks: Vec<Range<usize>> = Vec::new();
    for (range, _) in &file.edits {
        let (first, last) = (lines.line(range.start as u32), lines.line(range.end as u32) + 1);
        match hunks.last_mut() {
            Some(hunk) if first <= hunk.end + 2 * CONTEXT => hunk.end = hunk.end.max(last),
            _ => hunks.push(first..last),
        }
    }
    let mut out = format!("--- a/{0}\n+++ b/{0}\n", file.shown);
    let mut shift = 0_isize;
    for hunk in hunks {
        let around = hunk.start.saturating_sub(CONTEXT)..(hunk.end + CONTEXT).min(total);
        let bytes = start(&lines, &file.old, around.start)..start(&lines, &file.old, around.end);
        let mut new = file.old[bytes.clone()].to_owned();
        for (range, text) in file.edits.iter().rev().filter(|(range, _)| bytes.start <= range.start && range.end <= bytes.end) {
            new.replace_range(range.start - bytes.start..range.end - bytes.start, text);
        }
        let old: Vec<&str> = file.old[bytes].lines().collect();
        let new: Vec<&str> = new.lines().collect();
        let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let tail = old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(a, b)| a == b).count();
        let new_start = (around.start + 1).saturating_add_signed(shift);
        let _ = writeln!(out, "@@ -{},{} +{new_start},{} @@", around.start + 1, old.len(), new.len());
        let mut lines = |mark: char, texts: &[&str]| texts.iter().for_each(|text| out.extend([mark.to_string().as_str(), text, "\n"]));
        lines(' ', &old[..same]);
        lines('-', &old[same..old.len() - tail]);
        lines('+', &new[same..new.len() - tail]);
        lines(' ', &old[old.len() - tail..]);
        shift += new.len().cast_signed() - old.len().cast_signed();
    }
    out
}

/// The first byte of a line (from 0), or the end of the text.
fn start(lines: &LineIndex, text: &str, line: usize) -> usize {
    if line < lines.len() { lines.start(line) as usize } else { text.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_else_wrote_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.rs");
        std::fs::write(&path, "theirs").unwrap();
        let (old, new) = ("read".to_owned(), "fixed".to_owned());
        let file = Fixed { path: path.clone(), shown: "a.rs".into(), old, new, edits: Vec::new(), applied: Vec::new() };
        assert!(write(&file).unwrap_err().contains("changed"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "theirs");
    }

    #[test]
    fn a_diff_shows_what_changes() {
        let old = "a\nb\nc\nd\ne\nf\n".to_owned();
        let at = old.find('d').unwrap();
        let edits = vec![(at..at, "x\n".to_owned())];
        let file = Fixed { path: "/a.rs".into(), shown: "a.rs".into(), new: String::new(), old, edits, applied: Vec::new() };
        assert_eq!(diff(&file), "--- a/a.rs\n+++ b/a.rs\n@@ -1,6 +1,7 @@\n a\n b\n c\n+x\n d\n e\n f\n");
    }
}

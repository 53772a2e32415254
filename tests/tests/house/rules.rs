//! One spelling of a rule's id: the file, the folder of its fixtures, its docs.

use std::fs;
use std::path::PathBuf;

use must_abort_lint::rules::RULES;
use must_abort_lint::rules::page::NEIGHBOURS;
use must_abort_tests::{project, rule_page};

use crate::{read, report, shown};

const SECTIONS: [&str; 5] = ["## What it does", "## Why it hangs", "## Example", "## Use instead", "## Known limits"];

/// The files of rules, each under the rule's id.
fn rule_files() -> Vec<(String, PathBuf)> {
    let folder = project().join("lint/src/rules");
    let mut files: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path))
        // What has no rule of its own is what the rules share.
        .filter(|(_, path)| read(path).contains("const RULE:"))
        .collect();
    files.sort();
    files
}

#[test]
fn the_list_is_the_folder() {
    let files: Vec<_> = rule_files().into_iter().map(|(rule, _)| rule).collect();
    let mut listed: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    listed.sort_unstable();
    assert_eq!(listed, files, "`RULES` on the left, `lint/src/rules` on the right");
}

#[test]
fn a_rule_explains_itself() {
    let mut faults = Vec::new();
    for (rule, file) in rule_files() {
        let text = read(&file);
        let docs: Vec<_> = text.lines().filter_map(|line| line.trim_start().strip_prefix("//!")).map(str::trim).collect();
        let found: Vec<_> = docs.iter().filter(|line| line.starts_with("## ")).copied().collect();
        if found != SECTIONS {
            faults.push(format!("{}: its sections are {found:?}, not {SECTIONS:?}", shown(&file)));
        }
        for pair in found.windows(2) {
            let after = docs.iter().skip_while(|line| **line != pair[0]).skip(1);
            if !after.take_while(|line| **line != pair[1]).any(|line| !line.is_empty()) {
                faults.push(format!("{}: `{}` says nothing", shown(&file), pair[0]));
            }
        }
        if text.lines().count() > 200 {
            faults.push(format!("{}: over 200 lines, so it hides an analysis", shown(&file)));
        }
        if !text.contains(&format!("\"{rule}\"")) {
            faults.push(format!("{}: it does not name its id `{rule}`", shown(&file)));
        }
    }
    report(&faults);
}

#[test]
fn a_rule_has_a_page() {
    let folder = project().join("lint/docs/rules");
    let mut faults = Vec::new();
    for rule in RULES {
        let file = folder.join(rule.id).with_extension("md");
        if fs::read_to_string(&file).ok() != rule_page(rule).ok() {
            faults.push(format!("{}: not what the rule's file and fixtures say; `cargo xtask docs` writes it", shown(&file)));
        }
        if !NEIGHBOURS.iter().any(|group| group.contains(&rule.id)) {
            faults.push(format!("{}: it has no neighbours in `rules/page.rs`", rule.id));
        }
    }
    let pages = fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let orphans = pages.filter(|path| !RULES.iter().any(|rule| path.file_stem().is_some_and(|stem| stem == rule.id)));
    faults.extend(orphans.map(|path| format!("{}: the page of no rule", shown(&path))));
    report(&faults);
}

#[test]
fn a_rule_has_fixtures() {
    let mut faults = Vec::new();
    for (rule, _) in rule_files() {
        for side in ["fail", "pass"] {
            let folder = project().join("ui-tests").join(&rule).join(side);
            let programs = fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok);
            let programs = programs.filter(|entry| entry.path().extension().is_none_or(|kind| kind != "stderr"));
            if programs.count() == 0 {
                faults.push(format!("{}: no program", shown(&folder)));
            }
        }
    }
    report(&faults);
}

//! Sizes, names and words.

use std::path::Path;

use must_abort_tests::project;

use crate::{project_files, read, report, shown};

/// Past this a file is split.
const LINES: usize = 600;

fn is_code(path: &Path) -> bool {
    let below = shown(path);
    let roots = ["lint/src/", "lint/benches/", "macros/src/", "macros/tests/", "tests/src/", "tests/tests/", "ui-tests/tests/"];
    path.extension().is_some_and(|kind| kind == "rs") && roots.iter().any(|root| below.starts_with(root))
}

#[test]
fn no_file_is_too_long() {
    let files = project_files().into_iter().filter(|file| is_code(file));
    let long = files.map(|file| (read(&file).lines().count(), file)).filter(|(lines, _)| *lines > LINES);
    report(&long.map(|(lines, file)| format!("{}: {lines} lines", shown(&file))).collect::<Vec<_>>());
}

#[test]
fn no_file_is_a_drawer() {
    let drawers = ["utils", "util", "helpers", "helper", "common", "misc"];
    let named = project_files().into_iter().filter(|file| is_code(file)).filter(|file| {
        let below = shown(file);
        below.trim_end_matches(".rs").split('/').any(|part| drawers.contains(&part))
    });
    report(&named.map(|file| format!("{}: say what it is for", shown(&file))).collect::<Vec<_>>());
}

#[test]
fn a_module_says_its_purpose() {
    let files = project_files().into_iter().filter(|file| is_code(file) && !is_case(file));
    let silent = files.filter(|file| !read(file).trim_start().starts_with("//!"));
    report(&silent.map(|file| format!("{}: no `//!` at its top", shown(&file))).collect::<Vec<_>>());
}

/// A program that a test reads is not a module of the project.
fn is_case(file: &Path) -> bool {
    shown(file).split('/').any(|part| part == "fail" || part == "pass" || part == "cases")
}

#[test]
fn nothing_about_how_it_was_made() {
    // In pieces, since this file is read too.
    let machine = ["/wo", "rk/"].concat();
    let words: Vec<String> = [
        ["farm", "-bench"],
        ["anth", "ropic"],
        ["cla", "ude"],
        ["chat", "gpt"],
        ["language", " model"],
        ["sub", "agent"],
        ["this ", "session"],
        ["my ", "brief"],
        ["/ro", "ot/"],
        ["/tm", "p/bash_jobs"],
    ]
    .iter()
    .map(|pieces| pieces.concat())
    .chain([machine])
    .collect();
    let mut faults = Vec::new();
    for file in project_files() {
        let Ok(text) = std::fs::read_to_string(&file) else { continue };
        for (line, text) in text.lines().enumerate() {
            let text = text.to_lowercase();
            for word in words.iter().filter(|word| text.contains(*word)) {
                faults.push(format!("{}:{}: {word}", shown(&file), line + 1));
            }
        }
    }
    report(&faults);
}

#[test]
fn what_a_package_needs_is_there() {
    let needed = ["LICENSE-MIT", "LICENSE-APACHE", ".ci/run", ".pre-commit-hooks.yaml"];
    let missing = needed.iter().filter(|name| !project().join(name).is_file());
    report(&missing.map(|name| format!("{name}: missing")).collect::<Vec<_>>());
}

/// The fixtures look after their own; these are the compiler's errors.
#[test]
fn no_expected_error_is_left_over() {
    let errors = project_files().into_iter().filter(|file| shown(file).starts_with("macros/"));
    let orphans = errors.filter(|file| file.extension().is_some_and(|kind| kind == "stderr") && !file.with_extension("rs").is_file());
    report(&orphans.map(|file| format!("{}: no program has this error", shown(&file))).collect::<Vec<_>>());
}

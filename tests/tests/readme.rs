//! What the README shows is what the command says, and its commands work as they stand.
//!
//! `BLESS=1 cargo test -p must-abort-tests --test readme` writes the report anew.

#![expect(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use must_abort_tests::{linter, project};

fn path() -> PathBuf {
    project().join("README.md")
}

/// Where the first block of a language stands: its text, without the fences.
fn block(text: &str, language: &str) -> std::ops::Range<usize> {
    let fence = format!("```{language}\n");
    let start = text.find(&fence).unwrap_or_else(|| panic!("no block of {language}")) + fence.len();
    start..start + text[start..].find("```").unwrap()
}

fn lint(folder: &std::path::Path, args: &[&str]) -> Output {
    let mut command = Command::new(linter().unwrap());
    command.current_dir(folder).args(["lint", "--color", "never"]).args(args).env_remove("CARGO_MANIFEST_DIR");
    command.output().unwrap()
}

#[test]
fn the_report_is_the_real_one() {
    let readme = fs::read_to_string(path()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("hang.rs"), &readme[block(&readme, "rust")]).unwrap();
    let output = lint(folder.path(), &["hang.rs"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let report = String::from_utf8(output.stdout).unwrap();
    for part in ["recv_while_sender_held", "mpsc::channel()", "tx.clone()", "thread::spawn"] {
        assert!(report.contains(part), "{part} is not in the report\n{report}");
    }
    let shown = block(&readme, "text");
    if std::env::var_os("BLESS").is_some() {
        let mut readme = readme;
        readme.replace_range(shown, &report);
        fs::write(path(), readme).unwrap();
    } else {
        assert_eq!(&readme[shown], report, "BLESS=1 writes it anew");
    }
}

#[test]
fn the_first_command_finds_hangs() {
    let readme = fs::read_to_string(path()).unwrap();
    let commands: Vec<&str> = readme[block(&readme, "sh")].lines().collect();
    let [first, second] = commands.as_slice() else { panic!("two commands: {commands:?}") };
    let alias = fs::read_to_string(project().join(".cargo/config.toml")).unwrap();
    assert!(alias.contains("lint = "), "`cargo lint` needs the alias");
    let args: Vec<&str> = first.strip_prefix("cargo lint ").unwrap().split(' ').collect();
    let output = lint(&project(), &[&["--message-format", "short"], args.as_slice()].concat());
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.lines().count() >= 5 && found.lines().all(|line| line.contains("recv_while_sender_held")), "{found}");

    let checks = fs::read_to_string(project().join(".ci/run")).unwrap();
    assert!(checks.lines().any(|line| line == *second), "the checks run `{second}`");
}

#[test]
fn the_attributes_in_the_text_exist() {
    let readme = fs::read_to_string(path()).unwrap();
    for line in ["// must_abort: allow(rule): reason", "#[must_abort::allow_hang(rule, reason = \"…\")]"] {
        assert!(readme.replace('\n', " ").contains(line), "{line}");
    }
    assert!(project().join("lint/schema/lint.schema.json").is_file());
    assert!(project().join("lint/ARCHITECTURE.md").is_file());
}

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

/// The crate itself is got and linted by `.ci/run`, since a test needs no network; here a crate stands where cargo unpacks it.
#[test]
fn the_first_command_lints_a_published_crate() {
    let readme = fs::read_to_string(path()).unwrap();
    let commands: Vec<&str> = readme[block(&readme, "sh")].lines().collect();
    let [first, second] = commands.as_slice() else { panic!("two commands: {commands:?}") };
    let checks = fs::read_to_string(project().join(".ci/run")).unwrap();
    assert!(checks.lines().any(|line| line == *second), "the checks run `{second}`");
    assert!(checks.lines().any(|line| line.contains(first)), "the checks run `{first}`");
    let alias = fs::read_to_string(project().join(".cargo/config.toml")).unwrap();
    assert!(alias.contains("lint = ") && alias.contains("xtask = "), "the commands need their aliases");
    assert_eq!(*first, "cargo xtask lint tiny_http@0.5.4");

    let home = tempfile::tempdir().unwrap();
    let source = home.path().join("registry/src/index/relay-0.3.1");
    fs::create_dir_all(source.join("src")).unwrap();
    fs::write(source.join("Cargo.toml"), "[package]\nname = \"relay\"\nversion = \"0.3.1\"\nedition = \"2021\"\n[workspace]\n").unwrap();
    fs::write(source.join("src/main.rs"), &readme[block(&readme, "rust")]).unwrap();
    let xtask = |args: &[&str]| Command::new(env!("CARGO_BIN_EXE_xtask")).args(args).env("CARGO_HOME", home.path()).output().unwrap();
    let output = xtask(&["lint", "relay@0.3.1", "--message-format", "short"]);
    let found = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{found}");
    assert!(found.starts_with("src/main.rs:9:18: error[recv_while_sender_held]"), "{found}");
    assert_eq!(xtask(&["lint", "relay"]).status.code(), Some(2), "no version");
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

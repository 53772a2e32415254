//! The command as a user types it: what it finds, prints and exits with.
#![expect(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

mod config;
mod depth;
mod fix;
mod input;
mod json;
mod levels;
mod library;
mod part;
mod places;
mod watch;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The program that every description of this tool starts with.
const HANG: &str = "\
use std::{sync::mpsc, thread};

fn main() {
    let (tx, rx) = mpsc::channel();
    for i in 0..4 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(i).unwrap());
    }
    for value in rx {
        println!(\"{value}\");
    }
}
";
const LOOP: &str = "    for value in rx {\n";
const RULE: &str = "recv_while_sender_held";

/// A folder with some files.
struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    /// Runs the command here.
    fn lint(&self, args: &[&str]) -> Ran {
        let mut command = Command::new(linter());
        command.current_dir(self.path()).arg("lint").args(["--color", "never"]).args(args);
        for name in ["CI", "GITHUB_ACTIONS", "RUST_BACKTRACE", "CARGO_MANIFEST_DIR"] {
            command.env_remove(name);
        }
        let output = command.output().unwrap();
        Ran {
            code: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// How the command ended.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    /// The findings of the short format: path, line, level and rule.
    fn short(&self) -> Vec<(String, usize, String)> {
        let line = |line: &str| -> Option<(String, usize, String)> {
            let mut parts = line.splitn(4, ':');
            let (path, at, _, rest) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
            Some((path.to_owned(), at.parse().ok()?, rest.trim().split_once(':')?.0.to_owned()))
        };
        self.out.lines().filter_map(line).collect()
    }
}

fn linter() -> PathBuf {
    must_abort_tests::linter().unwrap()
}

/// The hang with one line more before its loop.
fn hang_with(line: &str) -> String {
    let text = HANG.replace(LOOP, &format!("    {line}\n{LOOP}"));
    assert_ne!(text, HANG);
    text
}

#[test]
fn the_first_program_anybody_tries() {
    let dropped = hang_with("drop(tx);");
    let ignored = hang_with("let _ = tx;");
    let folder = Folder::new(&[("hang.rs", HANG), ("dropped.rs", &dropped), ("ignored.rs", &ignored)]);

    let hang = folder.lint(&["--message-format", "short", "hang.rs"]);
    assert_eq!(hang.code, Some(1), "{hang:?}");
    assert_eq!(hang.short(), [("hang.rs".to_owned(), 9, format!("error[{RULE}]"))], "{hang:?}");

    // The path names the creation, the clone, the spawn and the holder.
    let human = folder.lint(&["--message-format", "human", "hang.rs"]);
    assert_eq!(human.code, Some(1));
    for needed in ["mpsc::channel()", "tx.clone()", "thread::spawn", "`tx`", RULE] {
        assert!(human.out.contains(needed), "it does not show {needed}\n{}", human.out);
    }

    let dropped = folder.lint(&["dropped.rs"]);
    assert_eq!((dropped.code, dropped.out.as_str()), (Some(0), ""), "{dropped:?}");

    let ignored = folder.lint(&["ignored.rs"]);
    assert_eq!(ignored.code, Some(1));
    assert!(ignored.out.contains("does not drop"), "it does not say that `let _` drops nothing\n{}", ignored.out);
}

#[test]
fn called_directly_or_through_cargo() {
    let folder = Folder::new(&[("fine.rs", "fn main() {}\n")]);
    for leading in [&["lint"][..], &[]] {
        let output = Command::new(linter()).current_dir(folder.path()).args(leading).arg("fine.rs").output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
    }
}

#[test]
fn what_could_not_run() {
    let folder = Folder::new(&[("fine.rs", "fn main() {}\n"), ("odd/lint.toml", "no_such_key = 1\n"), ("odd/main.rs", "fn main() {}\n")]);
    for args in [&["--no-such-option"][..], &["missing.rs"], &["--explain", "no_such_rule"], &["--message-format", "tea", "fine.rs"]] {
        let ran = folder.lint(args);
        assert_eq!(ran.code, Some(2), "{args:?}: {ran:?}");
        assert!(!ran.err.trim().is_empty(), "{args:?} says nothing");
    }
    let odd = folder.lint(&["odd"]);
    assert_eq!(odd.code, Some(2), "{odd:?}");
    assert!(odd.err.contains("no_such_key"), "{odd:?}");
}

#[test]
fn every_rule_explains_itself() {
    let folder = Folder::new(&[]);
    let list = folder.lint(&["--list"]);
    assert_eq!(list.code, Some(0));
    let rules: Vec<_> = list.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(!rules.is_empty(), "no rule is listed");
    for rule in rules {
        let told = folder.lint(&["--explain", rule]);
        assert_eq!(told.code, Some(0), "{told:?}");
        for section in ["## What it does", "## Why it hangs", "## Example", "## Use instead", "## Known limits"] {
            assert!(told.out.contains(section), "{rule}: {section} is missing\n{}", told.out);
        }
    }
}

#[test]
fn verbose_counts_what_was_followed() {
    let given_away =
        "use std::sync::mpsc;\nfn main() {\n    let (tx, rx) = mpsc::channel::<u32>();\n    elsewhere::keep(tx);\n    rx.recv().ok();\n}\n";
    let folder = Folder::new(&[("hang.rs", HANG), ("away.rs", given_away)]);
    let said = folder.lint(&["--verbose", "hang.rs"]).err;
    assert!(said.contains("1 channels, 1 followed") && said.contains("1 workers, 1 followed"), "{said}");
    assert!(said.contains("1 calls that make both ends of a channel, 1 resolved"), "{said}");
    let said = folder.lint(&["--verbose", "away.rs"]).err;
    assert!(said.contains("1 channels, 0 followed") && !said.contains("workers"), "{said}");
}

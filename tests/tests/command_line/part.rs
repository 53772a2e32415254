//! A part of the findings: what a change touches, what a baseline does not know.

use std::fs;
use std::process::Command;

use crate::{Folder, HANG, LOOP, Ran};

fn git(folder: &Folder, args: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder.path()).args(["-c", "user.name=Test", "-c", "user.email=test@localhost"]).args(args);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

fn lint(folder: &Folder, args: &[&str]) -> Ran {
    folder.lint(&[&["--message-format", "short"], args].concat())
}

/// A program that hangs, and one that will not, committed.
fn repository() -> Folder {
    let fine = HANG.replace(LOOP, &format!("    drop(tx);\n{LOOP}"));
    let folder = Folder::new(&[("old.rs", HANG), ("new.rs", &fine)]);
    git(&folder, &["init", "--quiet"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "--message", "Start"]);
    folder
}

#[test]
fn only_what_a_change_touches() {
    let folder = repository();
    let files = ["old.rs", "new.rs"];
    let part = |args: &[&str]| lint(&folder, &[args, &files].concat());
    assert_eq!(part(&["--staged"]).code, Some(0), "nothing is staged");
    assert_eq!(part(&["--since", "HEAD"]).code, Some(0), "nothing changed");

    // The line that goes lies in the function that hangs then.
    fs::write(folder.path().join("new.rs"), HANG).unwrap();
    let since = part(&["--since", "HEAD"]);
    assert_eq!(since.code, Some(1), "{since:?}");
    assert_eq!(since.short().len(), 1);
    assert_eq!(since.short()[0].0, "new.rs");
    assert_eq!(part(&["--staged"]).code, Some(0), "what is not staged does not count");

    git(&folder, &["add", "new.rs"]);
    assert_eq!(part(&["--staged"]).short().len(), 1);
    // The staged text counts, not the one on disk.
    fs::write(folder.path().join("new.rs"), "fn main() {}\n").unwrap();
    let staged = part(&["--staged"]);
    assert_eq!(staged.short().len(), 1, "{staged:?}");
    assert_eq!(part(&["--since", "HEAD"]).code, Some(0));
}

#[test]
fn a_file_that_git_does_not_know_is_new() {
    let folder = repository();
    fs::write(folder.path().join("more.rs"), HANG).unwrap();
    let ran = lint(&folder, &["--since", "HEAD", "old.rs", "more.rs"]);
    let files: Vec<_> = ran.short().into_iter().map(|(file, ..)| file).collect();
    assert_eq!(files, ["more.rs"], "{ran:?}");
}

#[test]
fn a_baseline_knows_findings_and_no_lines() {
    let folder = Folder::new(&[("hang.rs", HANG)]);
    let written = lint(&folder, &["--write-baseline", "known.toml", "hang.rs"]);
    assert_eq!((written.code, written.out.as_str()), (Some(0), ""), "{written:?}");
    let known = fs::read_to_string(folder.path().join("known.toml")).unwrap();
    assert!(known.contains("func = ") && known.contains("handle = ") && !known.contains("line"), "{known}");

    // Moved down and indented, it is still known.
    let moved = format!("// one\n\n// more\n{}", HANG.replace(LOOP, "    for   value in rx {\n"));
    fs::write(folder.path().join("hang.rs"), moved).unwrap();
    let ran = lint(&folder, &["--baseline", "known.toml", "hang.rs"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");

    // One more of them is one too many.
    let twice = format!("{HANG}\n{}", HANG.replace("fn main", "pub fn other").replace("use std::{sync::mpsc, thread};\n", ""));
    fs::write(folder.path().join("hang.rs"), twice).unwrap();
    let ran = lint(&folder, &["--baseline", "known.toml", "hang.rs"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(ran.short().len(), 1, "{ran:?}");
}

#[test]
fn the_output_does_not_depend_on_threads() {
    let folder = Folder::new(&[("a.rs", "fn f( {}\n"), ("b.rs", HANG), ("c.rs", "fn f( {}\n"), ("d.rs", HANG)]);
    let run = |threads: &str| {
        let mut command = Command::new(crate::linter());
        command.current_dir(folder.path()).env("RAYON_NUM_THREADS", threads).args(["--no-cache", "a.rs", "b.rs", "c.rs", "d.rs"]);
        command.output().unwrap().stdout
    };
    let one = run("1");
    assert!(!one.is_empty());
    assert_eq!(one, run("2"));
    assert_eq!(one, run("7"));
}

#[test]
fn what_was_read_before_is_the_same() {
    let folder = Folder::new(&[("hang.rs", HANG), ("broken.rs", "fn f( {}\n")]);
    let run = |args: &[&str]| {
        let mut command = Command::new(crate::linter());
        command.current_dir(folder.path()).env("XDG_CACHE_HOME", folder.path().join("cache"));
        command.args(["--message-format", "json"]).args(args).args(["hang.rs", "broken.rs"]);
        command.output().unwrap().stdout
    };
    let anew = run(&["--no-cache"]);
    assert!(!folder.path().join("cache").exists());
    assert_eq!(run(&[]), anew);
    if cfg!(target_os = "linux") {
        assert!(folder.path().join("cache/must-abort").is_dir());
    }
    assert_eq!(run(&[]), anew, "from the cache");
    fs::write(folder.path().join("hang.rs"), "fn main() {}\n").unwrap();
    assert_eq!(run(&[]), run(&["--no-cache"]), "another text");
}

#[test]
fn what_was_found_before_is_not_looked_for_again() {
    const WRAPPED: &str = "pub struct Tx(std::sync::Mutex<Option<u8>>);\npub struct Rx;\nfn main() {}\n";
    let folder = Folder::new(&[("hang.rs", HANG), ("wrapped.rs", WRAPPED), ("lint.toml", "")]);
    let run = |args: &[&str]| {
        let mut command = Command::new(crate::linter());
        command.current_dir(folder.path()).env("XDG_CACHE_HOME", folder.path().join("cache"));
        let ran = command.args(["--timings", "--verbose", "hang.rs", "wrapped.rs"]).args(args).output().unwrap();
        let told = String::from_utf8(ran.stderr).unwrap();
        let (times, told): (Vec<&str>, Vec<&str>) =
            told.lines().partition(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()) && line.contains(" ms "));
        let anew = times.iter().any(|line| line.ends_with("analyse"));
        (anew, String::from_utf8(ran.stdout).unwrap(), told.join("\n"))
    };
    let (anew, findings, told) = run(&[]);
    assert!(anew && findings.contains("recv_while_sender_held"), "{findings}");
    assert_eq!(run(&[]), (false, findings.clone(), told.clone()));
    assert_eq!(run(&["--no-cache"]), (true, findings, told));
    let (anew, allowed, _) = run(&["-A", "all"]);
    assert!(!anew && !allowed.contains("recv_while_sender_held"), "levels are asked each time: {allowed}");

    fs::write(folder.path().join("lint.toml"), "[channels.\"wrapped::Tx\"]\naborts = [\"close\"]\n").unwrap();
    assert!(run(&[]).0, "a type has another meaning");
    fs::write(folder.path().join("wrapped.rs"), WRAPPED.replace("u8", "u16")).unwrap();
    assert!(run(&[]).0, "another text");
}

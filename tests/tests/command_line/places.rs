//! What is linted: a workspace, a package, a folder, a file.

use crate::{Folder, HANG, Ran};

const WORKSPACE: &str = "[workspace]\nresolver = \"3\"\nmembers = [\"one\", \"two\"]\n";

fn package(name: &str, more: &str) -> String {
    format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n{more}")
}

/// The files with a finding, each once.
fn files(ran: &Ran) -> Vec<String> {
    let mut files: Vec<_> = ran.short().into_iter().map(|(file, _, _)| file).collect();
    files.dedup();
    files
}

fn lint(folder: &Folder, args: &[&str]) -> Ran {
    folder.lint(&[&["--message-format", "short"], args].concat())
}

fn workspace() -> Folder {
    // A dependency that cannot be had must not matter.
    let one = package("one", "[dependencies]\nno-such-crate-anywhere = \"9\"\n");
    let two = package("two", "");
    Folder::new(&[
        ("Cargo.toml", WORKSPACE),
        ("one/Cargo.toml", &one),
        ("one/src/lib.rs", "pub mod deep;\n"),
        ("one/src/deep/mod.rs", "#[path = \"../elsewhere/far.rs\"]\npub mod far;\n"),
        ("one/src/elsewhere/far.rs", &HANG.replace("fn main", "pub fn run")),
        ("one/src/orphan.rs", HANG),
        ("two/Cargo.toml", &two),
        ("two/src/main.rs", HANG),
        ("two/examples/try.rs", HANG),
        ("target/debug/build/out.rs", HANG),
    ])
}

#[test]
fn a_workspace_as_clippy_takes_it() {
    let folder = workspace();
    let all = lint(&folder, &[]);
    assert_eq!(all.code, Some(1), "{all:?}");
    assert_eq!(files(&all), ["one/src/elsewhere/far.rs", "two/src/main.rs"], "{all:?}");
    let targets = lint(&folder, &["--all-targets"]);
    assert_eq!(files(&targets), ["one/src/elsewhere/far.rs", "two/examples/try.rs", "two/src/main.rs"], "{targets:?}");
    let one = lint(&folder, &["-p", "one"]);
    assert_eq!(files(&one), ["one/src/elsewhere/far.rs"], "{one:?}");
    let two = lint(&folder, &["two"]);
    assert_eq!(files(&two), ["two/src/main.rs"], "{two:?}");
}

#[test]
fn a_folder_without_a_package() {
    let folder = Folder::new(&[("plain/a.rs", HANG), ("plain/b/c.rs", HANG), ("plain/notes.txt", HANG)]);
    let ran = lint(&folder, &["plain"]);
    assert_eq!(files(&ran), ["plain/a.rs", "plain/b/c.rs"], "{ran:?}");
}

#[test]
fn a_file_that_does_not_parse_hides_no_other() {
    let folder = Folder::new(&[("a.rs", "fn main( {\n"), ("b.rs", HANG)]);
    let ran = lint(&folder, &["a.rs", "b.rs"]);
    let text = format!("{}{}", ran.out, ran.err);
    assert!(text.contains("a.rs:1"), "the position is not told\n{text}");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(files(&ran).contains(&"b.rs".to_owned()), "{ran:?}");
}

#[test]
fn test_code_is_there_where_tests_are_linted() {
    let marked = format!("#![cfg(test)]\n{}", HANG.replace("fn main", "pub fn run"));
    let attribute = HANG.replace("fn main", "#[test]\nfn run");
    let files_of = [
        ("Cargo.toml", package("one", "")),
        ("src/lib.rs", "mod marked;\nmod attribute;\n".to_owned()),
        ("src/marked.rs", marked),
        ("src/attribute.rs", attribute),
    ];
    let folder = Folder::new(&files_of.each_ref().map(|(path, text)| (*path, text.as_str())));
    assert!(files(&lint(&folder, &[])).is_empty());
    assert_eq!(files(&lint(&folder, &["--all-targets"])), ["src/attribute.rs", "src/marked.rs"]);
}

#[test]
fn a_toolchain_that_is_not_there_is_not_needed() {
    let manifest = "[package]\nname = \"far\"\nversion = \"0.1.0\"\nedition = \"2018\"\n";
    let folder = Folder::new(&[("Cargo.toml", manifest), ("src/main.rs", HANG), ("rust-toolchain", "1.0.0-beta.1\n")]);
    // As in a shell: under `cargo test` a toolchain is chosen already.
    let mut command = std::process::Command::new(crate::linter());
    command.current_dir(folder.path()).env("RUSTUP_AUTO_INSTALL", "0").env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO");
    let ran = command.args(["--message-format", "short"]).output().unwrap();
    assert!(!String::from_utf8_lossy(&ran.stderr).contains("cargo metadata"), "{ran:?}");
    assert!(String::from_utf8_lossy(&ran.stdout).starts_with("src/main.rs:"), "{ran:?}");
}

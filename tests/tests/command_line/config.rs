//! Configuration: strict, in one place, and shown on demand.

use crate::{Folder, HANG, RULE};

const MANIFEST: &str = "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n";

#[test]
fn a_wrong_key_is_an_error_with_a_suggestion() {
    for (text, told) in [
        ("levls = {}", "lint.toml: unknown key `levls`, did you mean `levels`?"),
        ("[levels]\nall = \"wran\"", "levels.all: unknown value `wran`, did you mean `warn`?"),
        ("[levels]\nno_such_rule_anywhere = \"warn\"", "unknown rule `no_such_rule_anywhere`"),
        ("[[paths]]\nlevels = {}", "paths: each entry needs a `path`"),
        ("[workers.\"a::B\"]\non_drop = \"join\"", "a worker needs a `kind`"),
        ("not toml", "lint.toml: "),
    ] {
        let folder = Folder::new(&[("Cargo.toml", MANIFEST), ("src/lib.rs", ""), ("lint.toml", text)]);
        let ran = folder.lint(&[]);
        assert_eq!(ran.code, Some(2), "{text}: {ran:?}");
        assert!(ran.err.contains(told), "{text}: {ran:?}");
    }
}

#[test]
fn one_place_only() {
    let manifest = format!("{MANIFEST}[package.metadata.lint.levels]\nall = \"warn\"\n");
    let folder = Folder::new(&[("Cargo.toml", &manifest), ("src/lib.rs", ""), ("lint.toml", "")]);
    let ran = folder.lint(&[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("stands in two places"), "{ran:?}");
}

#[test]
fn it_is_shown_as_it_applies() {
    let text = "exclude = [\"generated\"]\n[levels]\npedantic = \"warn\"\n[channels.\"p::Chan\"]\non_drop = \"eof\"\n";
    let folder = Folder::new(&[("Cargo.toml", MANIFEST), ("src/lib.rs", ""), ("lint.toml", text)]);
    let ran = folder.lint(&["--show-config", "-D", "all"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for line in ["exclude = [\"generated\"]", "pedantic = \"warn\"", "[channels.\"p::Chan\"]", "on_drop = \"eof\"", "all = \"deny\""] {
        assert!(ran.out.contains(line), "{line} is missing: {ran:?}");
    }
}

#[test]
fn a_type_that_is_not_there_is_told() {
    let text = "[channels.\"p::Gone\"]\non_drop = \"eof\"\n";
    let folder = Folder::new(&[("Cargo.toml", MANIFEST), ("src/lib.rs", "pub struct Here;\n"), ("lint.toml", text)]);
    let ran = folder.lint(&[]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("no type has the path `p::Gone`"), "{ran:?}");
}

#[test]
fn levels_hold_for_what_is_below() {
    let text = format!("[[paths]]\npath = \"src/bin\"\nlevels = {{ {RULE} = \"allow\" }}\n");
    let folder = Folder::new(&[("Cargo.toml", MANIFEST), ("src/main.rs", HANG), ("src/bin/other.rs", HANG), ("lint.toml", &text)]);
    let ran = folder.lint(&["--message-format", "short"]);
    let files: Vec<_> = ran.short().into_iter().map(|(file, ..)| file).collect();
    assert_eq!(files, ["src/main.rs"], "{ran:?}");
    // The command line has the last word.
    let ran = folder.lint(&["--message-format", "short", "-W", RULE]);
    assert_eq!(ran.short().len(), 2, "{ran:?}");
}

#[test]
fn the_schema_has_the_keys_that_are_read() {
    let schema = std::fs::read_to_string(must_abort_tests::project().join("lint/schema/lint.schema.json")).unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let folder = Folder::new(&[("Cargo.toml", MANIFEST), ("src/lib.rs", ""), ("lint.toml", "no_such_key_at_all = 1")]);
    let told = folder.lint(&[]).err;
    let mut known: Vec<_> = told.split("(known: ").nth(1).unwrap().split('`').skip(1).step_by(2).collect();
    let mut described: Vec<_> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    known.sort_unstable();
    described.sort_unstable();
    assert_eq!(known, described, "{told}");
}

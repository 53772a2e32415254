//! Strict reading, and which of several levels wins.

use std::path::Path;

use serde_json::{Value, json};

use super::*;
use crate::diagnostic::Level;

const RULES: &[&str] = &["leaked_sender", "recv_while_sender_held", "unbounded_teardown_wait"];

fn read(value: &Value) -> Result<Config, String> {
    Config::read(value, Path::new("/w/lint.toml"), Path::new("/w"), RULES).map_err(|error| error.to_string())
}

fn level(configs: &[Config], flags: &[(&str, Level)], rule: &str, path: &str) -> Level {
    let flags: Vec<_> =
        flags.iter().map(|(name, level)| LevelFlag { selector: Selector::parse(name, RULES).unwrap(), level: *level }).collect();
    let levels = Levels { configs, flags: &flags, cap: Level::Deny };
    let own = if rule == "recv_while_sender_held" { Level::Deny } else { Level::Warn };
    levels.of(rule, rule == "unbounded_teardown_wait", own, Path::new(path))
}

#[test]
fn an_unknown_key_names_the_nearest() {
    assert_eq!(
        read(&json!({ "levls": {} })).unwrap_err(),
        "/w/lint.toml: unknown key `levls`, did you mean `levels`? (known: `levels`, `paths`, `stubs`, `channels`, `workers`, `exclude`)"
    );
    let error = read(&json!({ "levels": { "leaked_sendr": "warn" } })).unwrap_err();
    assert!(error.contains("did you mean `leaked_sender`?"), "{error}");
    let error = read(&json!({ "channels": { "a::B": { "on_dorp": "eof" } } })).unwrap_err();
    assert!(error.contains("unknown key `channels.\"a::B\".on_dorp`, did you mean `on_drop`?"), "{error}");
    let error = read(&json!({ "levels": { "all": "wran" } })).unwrap_err();
    assert!(error.contains("did you mean `warn`?"), "{error}");
}

#[test]
fn later_flags_win_and_pedantic_is_off() {
    let pedantic = "unbounded_teardown_wait";
    assert_eq!(level(&[], &[], pedantic, "/w/a.rs"), Level::Allow);
    assert_eq!(level(&[], &[("pedantic", Level::Warn)], pedantic, "/w/a.rs"), Level::Warn);
    assert_eq!(level(&[], &[("pedantic", Level::Warn), (pedantic, Level::Allow)], pedantic, "/w/a.rs"), Level::Allow);
    assert_eq!(level(&[], &[("leaked_sender", Level::Allow), ("all", Level::Deny)], "leaked_sender", "/w/a.rs"), Level::Deny);
}

#[test]
fn warnings_are_what_is_at_warn_in_the_end() {
    assert_eq!(level(&[], &[("warnings", Level::Deny)], "leaked_sender", "/w/a.rs"), Level::Deny);
    assert_eq!(
        level(&[], &[("warnings", Level::Deny), ("recv_while_sender_held", Level::Warn)], "recv_while_sender_held", "/w/a.rs"),
        Level::Deny
    );
    assert_eq!(level(&[], &[("warnings", Level::Allow)], "recv_while_sender_held", "/w/a.rs"), Level::Deny);
}

#[test]
fn a_rule_beats_its_group_and_a_path_beats_both() {
    let config = read(&json!({
        "levels": { "all": "deny", "leaked_sender": "warn" },
        "paths": [{ "path": "benches", "levels": { "leaked_sender": "allow" } }],
    }))
    .unwrap();
    let configs = [config];
    assert_eq!(level(&configs, &[], "leaked_sender", "/w/src/a.rs"), Level::Warn);
    assert_eq!(level(&configs, &[], "leaked_sender", "/w/benches/deep/a.rs"), Level::Allow);
    assert_eq!(level(&configs, &[], "leaked_sender", "/elsewhere/a.rs"), Level::Warn);
    assert_eq!(level(&configs, &[("leaked_sender", Level::Deny)], "leaked_sender", "/w/benches/a.rs"), Level::Deny);
}

#[test]
fn excludes_cover_what_is_below() {
    let configs = [read(&json!({ "exclude": ["generated/", "**/*_pb.rs"] })).unwrap()];
    let levels = Levels { configs: &configs, flags: &[], cap: Level::Deny };
    assert!(levels.excluded(Path::new("/w/generated/x/a.rs")));
    assert!(levels.excluded(Path::new("/w/src/a_pb.rs")));
    assert!(!levels.excluded(Path::new("/w/src/generated.rs")));
}

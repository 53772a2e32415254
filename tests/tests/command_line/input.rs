//! Sources that can't be read as they should: each is told in its place, and the rest is linted all the same.

use std::fs;

use crate::{Folder, Ran};

fn lint(folder: &Folder, args: &[&str]) -> Ran {
    folder.lint(&[&["--message-format", "short"], args].concat())
}

#[test]
fn what_is_no_text_is_told() {
    let folder = Folder::new(&[("fine.rs", "fn main() {}\n"), ("main.rs", "mod latin;\nmod huge;\nmod fine;\nfn main() {}\n")]);
    fs::write(folder.path().join("latin.rs"), b"// Gr\xfc\xdfe\n").unwrap();
    fs::write(folder.path().join("huge.rs"), " ".repeat((10 << 20) + 1)).unwrap();
    let ran = lint(&folder, &["main.rs"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(
        ran.out,
        "huge.rs:1:1: error[unreadable]: is not read: it is larger than 10 MB\n\
         latin.rs:1:1: error[unreadable]: is not UTF-8: byte 5 fits no character\n"
    );
}

#[test]
fn a_syntax_error_has_its_place() {
    let folder = Folder::new(&[("main.rs", "mod broken;\nfn main() {}\n"), ("broken.rs", "fn f() {\n    let x = ;\n}\n")]);
    let ran = lint(&folder, &["main.rs"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.starts_with("broken.rs:2:13: error[syntax]: "), "{ran:?}");
}

#[test]
fn a_file_that_is_configured_away_may_hold_anything() {
    let main = "#[cfg(feature = \"none\")]\nmod message;\n#[cfg_attr(set_by_a_build, path = \"raw.rs\")]\nmod backend;\nfn main() {}\n";
    let folder = Folder::new(&[("main.rs", main), ("message.rs", "\"this crate needs a feature\"\n"), ("raw.rs", "")]);
    let ran = lint(&folder, &["main.rs"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
}

#[test]
fn a_module_without_a_file_is_told_where_it_is_named() {
    let main = "mod gone;\n#[cfg(windows)]\nmod elsewhere;\n#[cfg(feature = \"none\")]\nmod optional;\nfn main() {}\n";
    let folder = Folder::new(&[("main.rs", main)]);
    let ran = lint(&folder, &["main.rs"]);
    assert_eq!(ran.code, Some(1));
    let other = if cfg!(windows) { 2 } else { 1 };
    assert_eq!(ran.out.lines().count(), other, "modules that are configured away need no file: {ran:?}");
    assert!(
        ran.out.starts_with("main.rs:1:1: error[module]: no file for module `gone`: there is no `gone.rs` and no `gone/mod.rs`"),
        "{ran:?}"
    );
}

#[test]
fn a_macro_on_a_module_may_say_where_its_file_is() {
    let main = "alias::eval! {\n    #[alias(unix, cfg_attr(*, path = \"raw.rs\"))]\n    #[rustfmt::skip]\n    mod imp;\n}\nfn main() {}\n";
    let folder = Folder::new(&[("main.rs", main), ("raw.rs", "")]);
    let ran = lint(&folder, &["main.rs"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
}

#[test]
fn modules_of_a_file_that_is_configured_away_need_no_file() {
    let folder = Folder::new(&[
        ("main.rs", "#[cfg(windows)]\nmod registry;\n#[cfg(test)]\nmod checks;\nfn main() {}\n"),
        ("checks.rs", "mod gone;\n"),
    ]);
    let ran = lint(&folder, &["main.rs"]);
    assert!(!ran.out.contains("`gone`"), "{ran:?}");
}

#[test]
fn a_module_that_holds_itself_ends() {
    let folder = Folder::new(&[("main.rs", "#[path = \"a.rs\"]\nmod a;\nfn main() {}\n"), ("a.rs", "#[path = \"a.rs\"]\nmod again;\n")]);
    let ran = lint(&folder, &["main.rs"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("error[module]: `a.rs` is a module of itself"), "{ran:?}");
}

#[test]
fn deep_nesting_does_not_end_the_run() {
    let nested = format!("fn main() {{ let _x = {}1{}; }}\n", "(".repeat(1500), ")".repeat(1500));
    let absurd = format!("fn main() {{ let _x = {}1{}; }}\n", "(".repeat(100_000), ")".repeat(100_000));
    let folder = Folder::new(&[("nested.rs", &nested), ("absurd.rs", &absurd)]);
    let ran = lint(&folder, &["nested.rs"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
    let ran = lint(&folder, &["absurd.rs", "nested.rs"]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.out.contains("absurd.rs:1:") && ran.out.contains("error[syntax]"), "{}", ran.out);
}

#[test]
fn a_byte_order_mark_and_a_shebang_move_nothing() {
    let folder = Folder::new(&[("bom.rs", "\u{feff}#!/usr/bin/env run\nfn main() {\n    let x = ;\n}\n")]);
    let ran = lint(&folder, &["bom.rs"]);
    assert!(ran.out.starts_with("bom.rs:3:13: error[syntax]"), "{ran:?}");
}

#[test]
fn a_file_of_two_crates_is_told_once() {
    let folder = Folder::new(&[
        ("Cargo.toml", "[package]\nname = \"p\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n"),
        ("src/lib.rs", "mod shared;\n"),
        ("src/main.rs", "mod shared;\nfn main() {}\n"),
        ("src/shared.rs", "fn f( {}\n"),
    ]);
    let ran = lint(&folder, &[]);
    assert_eq!(ran.out.lines().count(), 1, "{ran:?}");
}

#[test]
fn what_could_not_run_is_two() {
    let folder = Folder::new(&[("a.rs", "fn main() {}\n")]);
    for (args, told) in [
        (&["nowhere.rs"][..], "no such file or folder"),
        (&["--no-such-option"], "unexpected argument"),
        (&["-W", "recv_while_sender_hold", "a.rs"], "unknown rule `recv_while_sender_hold`"),
        (&["--explain", "nothing"], "unknown rule `nothing`"),
        (&["--since", "nowhere", "a.rs"], "git could not tell what changed"),
        (&["--baseline", "nowhere.toml", "a.rs"], "nowhere.toml"),
        (&["--target", "pdp11-dec-unix", "a.rs"], "unknown target `pdp11-dec-unix`"),
        (&["--dump-ir", "nobody", "a.rs"], "no function's path is `nobody`"),
        (&["--allow-dirty", "a.rs"], "--fix"),
    ] {
        let ran = folder.lint(args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {ran:?}");
        assert!(ran.err.contains(told), "{args:?}: {ran:?}");
    }
}

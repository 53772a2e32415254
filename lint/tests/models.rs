//! Every stub crate in `lint/models` parses, and its modules are all there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn models() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("models")
}

/// Parses one stub file and, recursively, the files that its `mod name;` items stand for.
fn parse(file: &Path, seen: &mut BTreeSet<PathBuf>) {
    seen.insert(file.to_owned());
    let text = fs::read_to_string(file).unwrap_or_else(|err| panic!("{}: {err}", file.display()));
    let parsed = syn::parse_file(&text).unwrap_or_else(|err| {
        let at = err.span().start();
        panic!("{}:{}:{}: {err}", file.display(), at.line, at.column + 1)
    });
    let dir = match file.file_stem().and_then(|stem| stem.to_str()) {
        Some("main") => file.parent().expect("a file is in a folder").to_owned(),
        _ => file.with_extension(""),
    };
    for item in &parsed.items {
        if let syn::Item::Mod(module) = item
            && module.content.is_none()
        {
            parse(&dir.join(format!("{}.rs", module.ident)), seen);
        }
    }
}

fn files(dir: &Path, into: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(dir).expect("the folder can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.insert(path);
        }
    }
}

#[test]
fn every_stub_parses() {
    let mut seen = BTreeSet::new();
    for entry in fs::read_dir(models()).expect("lint/models is there") {
        let path = entry.expect("an entry").path();
        let root = if path.is_dir() { path.join("main.rs") } else { path };
        parse(&root, &mut seen);
    }
    let mut all = BTreeSet::new();
    files(&models(), &mut all);
    assert_eq!(seen, all, "a file that no `mod` names");
}

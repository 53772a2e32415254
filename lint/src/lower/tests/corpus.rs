//! Real source files, none of which makes the lowering panic.

use std::path::{Path, PathBuf};

use super::super::{lower_file, lower_relevant};
use crate::ir::{Edition, Item, ItemKind, dump, validate};

/// Lowers every `.rs` file of the crates that cargo has unpacked on this machine.
#[test]
fn every_file_at_hand_is_lowered() {
    let Some(home) =
        std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
    else {
        return;
    };
    let wanted = ["tokio-", "crossbeam-channel-", "rayon-core-", "futures-util-", "notify-", "clap_builder-", "syn-", "hashbrown-"];
    let all = std::env::var_os("MUST_ABORT_TEST_ALL_CRATES").is_some();
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(home.join("registry/src")).sort_by_file_name().into_iter().flatten() {
        let path = entry.path();
        let inside = path.components().any(|part| wanted.iter().any(|name| part.as_os_str().to_string_lossy().starts_with(name)));
        if path.extension().is_some_and(|extension| extension == "rs") && (inside || all) {
            files.push(path.to_path_buf());
        }
    }
    let worker = std::thread::Builder::new().stack_size(256 << 20).spawn(move || files.iter().map(|file| lower(file)).sum::<usize>());
    let bodies = worker.expect("a thread").join().expect("no file makes it panic");
    println!("{bodies} bodies");
}

fn lower(file: &Path) -> usize {
    let Ok(text) = std::fs::read_to_string(file) else { return 0 };
    let facts = lower_file(&text, Edition::E2021);
    for body in &facts.bodies {
        assert_eq!(validate(body), Ok(()), "{}\n{}", file.display(), dump(body, &()));
    }
    // A file of an older edition may not parse: what has no whole is not compared.
    if facts.errors.is_empty() {
        blanked_items_are_the_same(&text, file, &facts.items);
    }
    facts.bodies.len()
}

/// With every function blanked, all that is not inside of one is what it was.
fn blanked_items_are_the_same(text: &str, file: &Path, whole: &[Item]) {
    let mut whole = whole.to_vec();
    let mut blanked = lower_relevant(text, Edition::E2021, &|_| false).items;
    forget_bodies(&mut whole);
    forget_bodies(&mut blanked);
    assert_eq!(whole, blanked, "{}", file.display());
}

fn forget_bodies(items: &mut [Item]) {
    for item in items {
        match &mut item.kind {
            ItemKind::Mod { content: Some(inner), .. } => forget_bodies(inner),
            ItemKind::Fn(func) => func.body = None,
            ItemKind::Impl(block) => forget_bodies(&mut block.items),
            ItemKind::Trait(def) => forget_bodies(&mut def.items),
            ItemKind::Value(value) => value.body = None,
            _ => {}
        }
    }
}

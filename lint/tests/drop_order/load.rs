//! Links one source text with the shipped stub of std.

use std::path::{Path, PathBuf};

use must_abort_lint::base::{FileId, Idx, IndexVec, Name};
use must_abort_lint::ir::Edition;
use must_abort_lint::link::module_files::{owns_folder, wanted};
use must_abort_lint::link::{CfgEnv, FileInput, Input, KrateInput, Linked, link};
use must_abort_lint::lower::lower_file;

/// The linked program of the text.
pub fn load(text: &str, edition: Edition) -> Linked {
    let mut files = IndexVec::new();
    let facts = lower_file(text, edition);
    assert!(facts.errors.is_empty(), "{:?}", facts.errors);
    let main = files.push(FileInput { facts, ..FileInput::default() });
    let std = Path::new(env!("CARGO_MANIFEST_DIR")).join("models/std/main.rs");
    let std = add(&mut files, &std, true);
    let krate = |name: &str, root: FileId, edition: Edition, stub: bool| KrateInput {
        name: Name::new(name),
        root,
        edition,
        stub,
        deps: Vec::new(),
        is_bin: !stub,
        cfg: CfgEnv::host(),
    };
    link(Input { krates: vec![krate("main", main, edition, false), krate("std", std, Edition::E2024, true)], files })
}

fn add(files: &mut IndexVec<FileId, FileInput>, path: &Path, owns: bool) -> FileId {
    let text = std::fs::read_to_string(path).expect("a stub can be read");
    let facts = lower_file(&text, Edition::E2024);
    assert!(facts.errors.is_empty(), "{}: {:?}", path.display(), facts.errors);
    let asked = wanted(path, owns, &facts, &CfgEnv::host());
    let id = files.push(FileInput { facts, ..FileInput::default() });
    for module in asked {
        let found: Option<(&PathBuf, bool)> = module.candidates().find(|(path, _)| path.is_file());
        let (found, by_path) = found.unwrap_or_else(|| panic!("{}: no file for `mod {}`", path.display(), module.name));
        let child = add(files, found, owns_folder(found, false, by_path));
        files[id].children.insert(module.at, child);
    }
    debug_assert!(id.index() < files.len());
    id
}

//! The rules of the house, checked on the project's own text.

mod floors;
mod rules;
mod text;

use std::fs;
use std::path::{Path, PathBuf};

use must_abort_tests::project;

/// All Rust files below a folder, sorted.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}

fn project_files() -> Vec<PathBuf> {
    let files = must_abort_tests::project_files().expect("this is a checkout, and git runs");
    assert!(files.len() > 50, "git lists the project");
    files
}

/// A path as it is shown: from the project's folder.
fn shown(path: &Path) -> String {
    path.strip_prefix(project()).unwrap_or(path).display().to_string()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Fails with all faults at once.
fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

//! Makes the table of the stub crates below `models/`, whose texts become part of the program, and digests of the sources that decide
//! what the facts of a file are, and what is found in a program: the caches of both are good for these alone.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let models = root.join("models");
    println!("cargo::rustc-env=MUST_ABORT_LOWERING={:016x}", digest(&root, &["src/base", "src/ir", "src/syntax", "src/lower"])?);
    println!("cargo::rustc-env=MUST_ABORT_LINTING={:016x}", digest(&root, &["src", "models"])?);
    let mut files = Vec::new();
    if models.is_dir() {
        collect(&models, &mut files)?;
    }
    files.sort();
    let mut table = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(&models).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let _ = writeln!(table, "    ({name:?}, include_str!({:?})),", file.to_string_lossy());
    }
    table.push(']');
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("models.rs"), table)
}

/// A digest of the sources in these folders, and of this package's version and dependencies.
fn digest(root: &Path, folders: &[&str]) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    env::var_os("CARGO_PKG_VERSION").hash(&mut hasher);
    for folder in folders {
        println!("cargo::rerun-if-changed={folder}");
        let mut files = Vec::new();
        collect(&root.join(folder), &mut files)?;
        files.sort();
        for file in files {
            file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
            fs::read(&file)?.hash(&mut hasher);
        }
    }
    println!("cargo::rerun-if-changed=Cargo.toml");
    fs::read(root.join("Cargo.toml"))?.hash(&mut hasher);
    Ok(hasher.finish())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

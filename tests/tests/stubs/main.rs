//! The stub crates say of the real crates what is true: every path, type and signature in them compiles as a use of the real one.

mod checks;
mod rewrite;
mod stub;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use stub::Stub;

/// The real crates.
const REAL: [&str; 2] = [include_str!("real.toml"), include_str!("real.lock")];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/stubs")
}

/// Compiles programs against the real crates. What the compiler says, with their names; empty if all is well.
fn check(package: &str, programs: &[(String, String)]) -> String {
    let root = folder().join(package);
    let bin = root.join("src/bin");
    let _ = fs::remove_dir_all(&bin);
    fs::create_dir_all(&bin).expect("a folder in target");
    fs::write(root.join("Cargo.toml"), REAL[0]).expect("the manifest");
    fs::write(root.join("Cargo.lock"), REAL[1]).expect("the lock file");
    for (name, text) in programs {
        fs::write(bin.join(format!("check_{name}.rs")), text).expect("a program");
    }
    let output = Command::new(env!("CARGO"))
        .args(["check", "--bins", "--locked", "--keep-going", "--quiet", "--color=never"])
        .env("CARGO_TARGET_DIR", folder().join("target"))
        .env_remove("RUSTFLAGS")
        .current_dir(&root)
        .output()
        .expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() || !text.is_empty(), "cargo failed and said nothing");
    if output.status.success() { String::new() } else { text }
}

#[test]
fn stubs_are_true_of_the_real_crates() {
    let stubs = stub::all();
    assert!(stubs.iter().any(|stub| stub.name == "std") && stubs.iter().any(|stub| stub.name == "tokio"));
    let only = std::env::var("STUB").ok();
    let programs: Vec<_> = stubs
        .iter()
        .filter(|stub| only.as_ref().is_none_or(|only| *only == stub.name))
        .map(|stub| (stub.name.clone(), checks::program(stub, &stubs)))
        .collect();
    let errors = check("proof", &programs);
    assert!(errors.is_empty(), "{errors}");
}

#[test]
fn false_stubs_are_refused() {
    let wrong = [
        ("path", "pub mod thread { pub fn spun() {} }"),
        ("parameter", "pub mod thread { pub fn sleep(dur: u64) {} }"),
        ("result", "pub mod thread { pub fn yield_now() -> bool { false } }"),
        ("bound", "pub mod mem { pub fn take<T>(dest: &mut T) -> T { primitive!() } }"),
        ("method", "pub mod string { pub struct String; impl String { pub fn length(&self) -> usize { 0 } } }"),
        ("receiver", "pub mod string { pub struct String; impl String { pub fn clear(&self) {} } }"),
        ("field", "pub mod process { pub struct Child { pub input: u8 } }"),
        ("variant", "pub mod option { pub enum Option<T> { Nothing, Some(T) } }"),
        ("implementation", "pub mod thread { pub struct JoinHandle<T>(T); impl<T> Clone for JoinHandle<T> {} }"),
        ("item", "pub mod sync { pub mod mpsc { pub struct IntoIter<T>(T); impl<T> Iterator for IntoIter<T> { type Item = u8; } } }"),
        ("derive", "pub mod process { #[derive(Clone)] pub struct Child; }"),
        ("asyncness", "pub mod thread { pub async fn yield_now() {} }"),
        ("reexport", "pub mod thread { pub use crate::sync::Arc; }"),
    ];
    let programs: Vec<_> = wrong.iter().map(|(name, text)| ((*name).to_owned(), checks::program(&Stub::parse("std", text), &[]))).collect();
    let errors = check("refused", &programs);
    let unseen: Vec<_> = wrong.iter().filter(|(name, _)| !errors.contains(&format!("src/bin/check_{name}.rs:"))).collect();
    assert!(unseen.is_empty(), "accepted: {unseen:?}");
    let right = Stub::parse("std", "pub mod thread { pub fn sleep(dur: crate::time::Duration) { primitive!() } }");
    assert_eq!(check("accepted", &[("right".to_owned(), checks::program(&right, &[]))]), "");
}

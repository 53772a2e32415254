//! What the tests of the whole project share: where it is and which files belong to it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use cargo_metadata::Message;
use must_abort_lint::rules::Rule;
use must_abort_lint::rules::page::page;

/// The folder that holds the workspace.
pub fn project() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// The files of the project that git knows or would take, sorted.
pub fn project_files() -> io::Result<Vec<PathBuf>> {
    let project = project();
    let output = Command::new("git").current_dir(&project).args(["ls-files", "--cached", "--others", "--exclude-standard"]).output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr)));
    }
    let mut files: Vec<_> = String::from_utf8_lossy(&output.stdout).lines().map(|line| project.join(line)).collect();
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

/// The page of a rule with a whole program, before and after: the shortest of its fixtures that stand in both folders under one name.
pub fn rule_page(rule: &Rule) -> io::Result<String> {
    let folder = project().join("ui-tests").join(rule.id);
    let mut pairs = Vec::new();
    for entry in fs::read_dir(folder.join("fail"))? {
        let before = entry?.path();
        let after = folder.join("pass").join(before.file_name().unwrap_or_default());
        if before.extension().is_some_and(|kind| kind == "rs") && after.is_file() {
            let (before, after) = (fs::read_to_string(before)?, fs::read_to_string(after)?);
            // Nobody is told of a fault that is not found yet.
            if !before.lines().any(|line| line.starts_with("//@ open")) {
                let (before, after) = (shown_program(&before), shown_program(&after));
                pairs.push((before.lines().count(), before, after));
            }
        }
    }
    let mut out = page(rule);
    if let Some((_, before, after)) = pairs.into_iter().min() {
        let at = out.find("\n## On a live process").or_else(|| out.find("\n## Related rules")).unwrap_or(out.len());
        let text = format!("\n## A whole program\n\nWith the fault:\n\n```rust\n{before}```\n\nWithout it:\n\n```rust\n{after}```\n");
        out.insert_str(at, &text);
    }
    Ok(out)
}

/// A fixture without what only its test reads.
fn shown_program(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("//@"));
    let lines: Vec<&str> = lines.skip_while(|line| line.is_empty()).collect();
    lines.iter().map(|line| line.split_once("//~").map_or((*line).to_owned(), |(code, _)| format!("{code}// reported")) + "\n").collect()
}

/// The command under test, built on first use.
pub fn linter() -> io::Result<PathBuf> {
    static LINTER: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    LINTER.get_or_init(build).clone().map_err(io::Error::other)
}

fn build() -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(project())
        .args(["build", "--quiet", "--workspace", "--message-format", "json"])
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let built = Message::parse_stream(output.stdout.as_slice()).filter_map(Result::ok).find_map(|message| match message {
        Message::CompilerArtifact(artifact) if artifact.target.name == "cargo-lint" => artifact.executable,
        _ => None,
    });
    built.map(cargo_metadata::camino::Utf8PathBuf::into_std_path_buf).ok_or_else(|| "cargo built no `cargo-lint`".to_owned())
}

//! What the tests of the whole project share: where it is and which files belong to it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use cargo_metadata::Message;

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

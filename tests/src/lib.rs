//! What the tests of the whole project share: where it is and which files belong to it.

use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

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

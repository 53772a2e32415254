use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// Sends each file below a folder, so many levels down.
pub fn down(dir: &Path, levels: u32, found: &Sender<PathBuf>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let is_dir = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_dir && levels > 0 {
            down(&path, levels - 1, found);
        } else if found.send(path).is_err() {
            return;
        }
    }
}

//! Lints again whenever a file that was read changes, or a folder that holds one gets a new file.
//!
//! Times of files are asked for a few times a second: that works on every file system, and the files are few.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How often files are looked at.
const INTERVAL: Duration = Duration::from_millis(250);

/// When each of the files was last written, and how long it is.
pub type Seen = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// Looks at the files, their folders, and the manifests and configurations in them and above.
pub fn look<'a>(files: impl Iterator<Item = &'a PathBuf>, cwd: &Path) -> Seen {
    let mut all: BTreeSet<PathBuf> = BTreeSet::new();
    all.insert(cwd.to_owned());
    for file in files.filter(|file| file.is_absolute()) {
        all.insert(file.clone());
        for folder in file.ancestors().skip(1).take_while(|folder| folder.starts_with(cwd)) {
            all.extend([folder.to_owned(), folder.join("Cargo.toml"), folder.join("lint.toml")]);
        }
    }
    let state = |path: &Path| std::fs::metadata(path).ok().and_then(|meta| Some((meta.modified().ok()?, meta.len())));
    all.into_iter().map(|path| (path.clone(), state(&path))).collect()
}

/// Waits until one of them is not as it was, or was written after `started`: then the run may have read it before.
pub fn wait(seen: &Seen, started: SystemTime) {
    if seen.values().flatten().any(|(written, _)| *written > started) {
        return;
    }
    let state = |path: &Path| std::fs::metadata(path).ok().and_then(|meta| Some((meta.modified().ok()?, meta.len())));
    while seen.iter().all(|(path, before)| state(path) == *before) {
        std::thread::sleep(INTERVAL);
    }
}

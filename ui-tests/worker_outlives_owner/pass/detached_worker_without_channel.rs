//@ expect: none
//@ effect: none

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

struct Cleaner {
    folder: PathBuf,
    removed: u32,
}

impl Cleaner {
    fn new(folder: impl Into<PathBuf>) -> Self {
        Cleaner { folder: folder.into(), removed: 0 }
    }

    fn is_stale(&self, path: &Path) -> bool {
        path.starts_with(&self.folder) && path.extension().is_some_and(|kind| kind == "stale")
    }

    fn sweep(&mut self) -> io::Result<()> {
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if self.is_stale(&path) && fs::remove_file(&path).is_ok() {
                self.removed += 1;
            }
        }
        Ok(())
    }
}

fn sweep_in_background(folder: PathBuf) {
    thread::spawn(move || {
        let mut cleaner = Cleaner::new(folder);
        if let Err(err) = cleaner.sweep() {
            eprintln!("{}: {err}", cleaner.folder.display());
        }
        println!("removed {}", cleaner.removed);
    });
}

fn main() -> io::Result<()> {
    let folder = std::env::temp_dir().join(format!("sweep-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("old.stale"), "x")?;
    fs::write(folder.join("new.txt"), "x")?;
    sweep_in_background(folder.clone());
    thread::sleep(Duration::from_millis(50));
    println!("kept: {}", folder.join("new.txt").exists());
    fs::remove_dir_all(&folder)
}

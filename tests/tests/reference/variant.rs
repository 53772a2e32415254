//! Variants: patches in unified form. Above the patch stands what is wrong, and what comes of it.

use std::fs;
use std::path::{Path, PathBuf};

/// One way to get it wrong.
pub struct Variant {
    /// Its file's name.
    pub name: String,
    /// The patch.
    pub path: PathBuf,
    /// The rule that reports it.
    pub reports: String,
    /// Where: a file, and what stands in the line.
    pub at: String,
    /// The last thing that it says of itself before it hangs.
    pub reaches: String,
    /// What is different.
    pub edits: Vec<Edit>,
}

/// Lines of a file that others take the place of.
pub struct Edit {
    /// The file, from the package's folder.
    pub file: String,
    /// Context and removed lines.
    old: String,
    /// Context and added lines.
    new: String,
}

impl Variant {
    /// All in a folder, sorted by name.
    pub fn all(folder: &Path) -> Vec<Variant> {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|kind| kind == "patch"));
        paths.sort();
        paths.into_iter().map(Variant::read).collect()
    }

    fn read(path: PathBuf) -> Variant {
        let text = fs::read_to_string(&path).unwrap();
        let (head, patch) = text.split_once("\n--- ").unwrap();
        let says = |what: &str| {
            head.lines().find_map(|line| line.strip_prefix(what)).unwrap_or_else(|| panic!("{}: no {what}", path.display())).to_owned()
        };
        let (reports, at, reaches) = (says("reports: "), says("at: "), says("reaches: "));
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        Variant { name, reports, at, reaches, edits: edits(&format!("--- {patch}")), path }
    }
}

fn edits(patch: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut file = "";
    for line in patch.lines() {
        if let Some(name) = line.strip_prefix("+++ b/") {
            file = name;
        } else if line.starts_with("@@") {
            edits.push(Edit { file: file.to_owned(), old: String::new(), new: String::new() });
        } else if let (Some(edit), Some((kind, rest))) = (edits.last_mut().filter(|_| !line.starts_with("--- ")), line.split_at_checked(1))
        {
            if kind != "+" {
                edit.old.extend([rest, "\n"]);
            }
            if kind != "-" {
                edit.new.extend([rest, "\n"]);
            }
        }
    }
    edits
}

impl Edit {
    /// The text with this edit made: what it is about must stand there, once.
    pub fn apply(&self, text: &str) -> String {
        assert_eq!(text.matches(&self.old).count(), 1, "{}:\n{}", self.file, self.old);
        text.replace(&self.old, &self.new)
    }
}

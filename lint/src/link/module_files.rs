//! Where the file of a `mod name;` is looked for: pure path arithmetic, no I/O.
//!
//! Discovery loads files in rounds: for each loaded file it asks [`wanted`], takes the first candidate that exists, and enters it in
//! [`super::FileInput::children`] under [`Wanted::at`].

use std::path::{Path, PathBuf};

use super::input::CfgEnv;
use crate::base::Name;
use crate::ir::{Attr, Cfg, FileFacts, Item, ItemKind};

/// A `mod name;` and where its file may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The first byte of the item in the file.
    pub at: u32,
    /// Its name.
    pub name: Name,
    /// The conditions of the item and of the inline modules around it.
    pub cfg: Cfg,
    /// Where its file may be by its name, best first.
    pub beside: Vec<PathBuf>,
    /// Where a `#[path]` says that it is: then the file owns its folder, as a `mod.rs` does. Where none of several holds and no file has the
    /// module's name, a condition is one that the build sets.
    pub named: Vec<PathBuf>,
    /// Whether an attribute out of view is on it, which may be a macro that says where its file is.
    pub rewritten: bool,
}

impl Wanted {
    /// Where its file may be, best first, and whether it owns its folder there.
    pub fn candidates(&self) -> impl Iterator<Item = (&PathBuf, bool)> {
        self.beside.iter().map(|path| (path, false)).chain(self.named.iter().map(|path| (path, true)))
    }
}

/// Whether a file owns its folder: a crate's root, a `mod.rs`, or a file named by `#[path]`. Its child modules are its neighbours; those of
/// any other file `foo.rs` are in `foo/`.
pub fn owns_folder(file: &Path, is_root: bool, by_path_attribute: bool) -> bool {
    is_root || by_path_attribute || file.file_name().is_some_and(|name| name == "mod.rs")
}

/// The files that `facts` of the file at `path` asks for, in order; `cfg` tells which of several paths counts.
pub fn wanted(path: &Path, owns_folder: bool, facts: &FileFacts, cfg: &CfgEnv) -> Vec<Wanted> {
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let children = if owns_folder { folder.clone() } else { folder.join(path.file_stem().unwrap_or_default()) };
    let mut out = Vec::new();
    // A `#[path]` directly in a file is relative to the file's folder; inside an inline module, to the folder of that module.
    let mut walk = Walk { out: &mut out, file_folder: &folder, cfg };
    walk.items(&facts.items, &children, true, &facts.cfg);
    for body in &facts.bodies {
        walk.items(&body.items, &children, true, &facts.cfg);
    }
    out
}

struct Walk<'a> {
    out: &'a mut Vec<Wanted>,
    file_folder: &'a Path,
    cfg: &'a CfgEnv,
}

impl Walk<'_> {
    fn items(&mut self, items: &[Item], folder: &Path, top: bool, around: &Cfg) {
        for item in items {
            let ItemKind::Mod { content, paths } = &item.kind else { continue };
            let path = paths.iter().find(|(cfg, _)| self.cfg.holds(cfg)).map(|(_, path)| path);
            let cfg = both(around, &item.cfg);
            let base = if top { self.file_folder } else { folder };
            match (content, path) {
                (Some(items), None) => self.items(items, &folder.join(item.name.as_str()), false, &cfg),
                (Some(items), Some(path)) => self.items(items, &base.join(path), false, &cfg),
                (None, Some(path)) => self.push(item, cfg, Vec::new(), vec![join(base, path)]),
                (None, None) => {
                    let name = item.name.as_str();
                    let beside = vec![folder.join(format!("{name}.rs")), folder.join(name).join("mod.rs")];
                    let named = paths.iter().map(|(_, path)| join(base, path)).collect();
                    self.push(item, cfg, beside, named);
                }
            }
        }
    }

    fn push(&mut self, item: &Item, cfg: Cfg, beside: Vec<PathBuf>, named: Vec<PathBuf>) {
        let rewritten = item.attrs.iter().any(is_macro);
        self.out.push(Wanted { at: item.span.start, name: item.name.clone(), cfg, beside, named, rewritten });
    }
}

/// Whether an attribute of a module is none of the language's or of a tool's own.
fn is_macro(attr: &Attr) -> bool {
    match attr.path.as_ident() {
        Some(name) => !matches!(name.as_str(), "macro_use" | "deprecated" | "no_implicit_prelude" | "automatically_derived"),
        None => {
            !attr.path.segments.first().is_some_and(|tool| matches!(tool.name.as_str(), "rustfmt" | "clippy" | "diagnostic" | "must_abort"))
        }
    }
}

fn both(a: &Cfg, b: &Cfg) -> Cfg {
    match (a, b) {
        (Cfg::True, other) | (other, Cfg::True) => other.clone(),
        (a, b) => Cfg::All(vec![a.clone(), b.clone()]),
    }
}

/// `base/path` with `.` and `..` taken out, so that one file has one name.
fn join(base: &Path, path: &str) -> PathBuf {
    let mut out = PathBuf::new();
    for part in base.join(path.replace('\\', "/")).components() {
        match part {
            std::path::Component::ParentDir if out.file_name().is_some() => {
                out.pop();
            }
            std::path::Component::CurDir => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::ir::Visibility;

    fn module(at: u32, name: &str, path: Option<&str>, content: Option<Vec<Item>>) -> Item {
        Item {
            name: Name::new(name),
            name_span: Span::new(at, at),
            span: Span::new(at, at + 1),
            vis: Visibility::Private,
            cfg: Cfg::True,
            attrs: Vec::new(),
            kind: ItemKind::Mod { content, paths: path.map(|path| (Cfg::True, path.to_owned())).into_iter().collect() },
        }
    }

    fn check(file: &str, owns: bool, items: Vec<Item>, expect: &[&[&str]]) {
        let facts = FileFacts { items, ..FileFacts::default() };
        let found: Vec<Vec<PathBuf>> = wanted(Path::new(file), owns, &facts, &CfgEnv::default())
            .iter()
            .map(|w| w.candidates().map(|(path, _)| path.clone()).collect())
            .collect();
        let expect: Vec<Vec<PathBuf>> = expect.iter().map(|c| c.iter().map(PathBuf::from).collect()).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_root_has_its_modules_beside_it() {
        check("src/main.rs", true, vec![module(0, "a", None, None)], &[&["src/a.rs", "src/a/mod.rs"]]);
    }

    #[test]
    fn another_file_has_them_in_its_folder() {
        check("src/a.rs", false, vec![module(0, "b", None, None)], &[&["src/a/b.rs", "src/a/b/mod.rs"]]);
    }

    #[test]
    fn inline_modules_are_folders() {
        let inner = module(1, "c", None, None);
        check("src/a.rs", false, vec![module(0, "b", None, Some(vec![inner]))], &[&["src/a/b/c.rs", "src/a/b/c/mod.rs"]]);
    }

    #[test]
    fn a_path_counts_where_its_condition_holds() {
        let unix = Cfg::Is(Name::new("unix"), None);
        let mut platform = module(0, "platform", None, None);
        platform.kind = ItemKind::Mod {
            content: None,
            paths: vec![(unix.clone(), "unix.rs".to_owned()), (Cfg::Not(Box::new(unix)), "other.rs".to_owned())],
        };
        check("src/mod.rs", true, vec![platform], &[&["src/other.rs"]]);
    }

    #[test]
    fn paths_of_which_none_holds_come_after_the_name() {
        let mut backend = module(0, "backend", None, None);
        let set = |name| Cfg::Is(Name::new(name), None);
        let paths = vec![(set("use_libc"), "libc/mod.rs".to_owned()), (set("use_raw"), "raw/mod.rs".to_owned())];
        backend.kind = ItemKind::Mod { content: None, paths };
        check("src/lib.rs", true, vec![backend], &[&["src/backend.rs", "src/backend/mod.rs", "src/libc/mod.rs", "src/raw/mod.rs"]]);
    }

    #[test]
    fn path_is_relative_to_the_files_folder_or_to_the_inline_module() {
        check("src/a.rs", false, vec![module(0, "b", Some("x/../y.rs"), None)], &[&["src/y.rs"]]);
        let inner = module(1, "c", Some("z.rs"), None);
        check("src/a.rs", false, vec![module(0, "b", None, Some(vec![inner]))], &[&["src/a/b/z.rs"]]);
        let inner = module(1, "c", None, None);
        check("src/a.rs", true, vec![module(0, "b", Some("other"), Some(vec![inner]))], &[&["src/other/c.rs", "src/other/c/mod.rs"]]);
    }
}

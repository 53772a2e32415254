//! The stub crates as they lie in `lint/models`, with their module files put in place.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use syn::{Item, UseTree, Visibility};

/// A stub crate.
pub struct Stub {
    /// Its crate's name.
    pub name: String,
    /// Its items; every module has its content.
    pub items: Vec<Item>,
    /// The names of what it made up: all that is not `pub`.
    pub invented: BTreeSet<String>,
}

impl Stub {
    /// Reads a stub from its text.
    pub fn parse(name: &str, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|err| panic!("{name}: {err}"));
        Self::new(name, file.items)
    }

    /// Reads a stub from its root file and those that this one names.
    pub fn load(name: &str, root: &Path) -> Self {
        Self::new(name, items(root))
    }

    fn new(name: &str, items: Vec<Item>) -> Self {
        let mut invented = BTreeSet::new();
        collect_invented(&items, &mut invented);
        Self { name: name.to_owned(), items, invented }
    }
}

/// The stub crates, by name.
pub fn all() -> Vec<Stub> {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../lint/models");
    let mut roots: Vec<(String, PathBuf)> = Vec::new();
    for entry in fs::read_dir(models).expect("lint/models is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let root = if path.is_dir() { path.join("main.rs") } else { path };
        roots.push((name, root));
    }
    roots.sort();
    roots.iter().map(|(name, root)| Stub::load(name, root)).collect()
}

fn items(file: &Path) -> Vec<Item> {
    let text = fs::read_to_string(file).unwrap_or_else(|err| panic!("{}: {err}", file.display()));
    let mut items = syn::parse_file(&text).unwrap_or_else(|err| panic!("{}: {err}", file.display())).items;
    let dir = match file.file_stem().and_then(|stem| stem.to_str()) {
        Some("main") => file.parent().expect("a file is in a folder").to_owned(),
        _ => file.with_extension(""),
    };
    for item in &mut items {
        if let Item::Mod(module) = item
            && module.content.is_none()
        {
            let inside = self::items(&dir.join(format!("{}.rs", module.ident)));
            module.content = Some((syn::token::Brace::default(), inside));
        }
    }
    items
}

fn collect_invented(items: &[Item], into: &mut BTreeSet<String>) {
    for item in items {
        let (vis, name) = match item {
            Item::Fn(item) => (&item.vis, &item.sig.ident),
            Item::Struct(item) => (&item.vis, &item.ident),
            Item::Enum(item) => (&item.vis, &item.ident),
            Item::Trait(item) => (&item.vis, &item.ident),
            Item::Type(item) => (&item.vis, &item.ident),
            Item::Mod(item) => {
                if let Some((_, inside)) = &item.content {
                    collect_invented(inside, into);
                }
                (&item.vis, &item.ident)
            }
            _ => continue,
        };
        if !is_pub(vis) {
            into.insert(name.to_string());
        }
    }
}

/// Whether it claims to be part of the real crate's interface.
pub fn is_pub(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}

/// The single paths of a `use` tree, each with the name that it is given, and whether it is a glob.
pub fn leaves(tree: &UseTree, prefix: &[String], into: &mut Vec<Leaf>) {
    let with = |ident: &syn::Ident| prefix.iter().cloned().chain([ident.to_string()]).collect::<Vec<_>>();
    match tree {
        UseTree::Path(path) => leaves(&path.tree, &with(&path.ident), into),
        UseTree::Name(name) if name.ident == "self" => into.push(Leaf { path: prefix.to_vec(), rename: None, glob: false }),
        UseTree::Name(name) => into.push(Leaf { path: with(&name.ident), rename: None, glob: false }),
        UseTree::Rename(name) => {
            into.push(Leaf { path: with(&name.ident), rename: Some(name.rename.to_string()), glob: false });
        }
        UseTree::Glob(_) => into.push(Leaf { path: prefix.to_vec(), rename: None, glob: true }),
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, prefix, into)),
    }
}

/// One path that a `use` names.
pub struct Leaf {
    /// Its segments.
    pub path: Vec<String>,
    /// `as` this.
    pub rename: Option<String>,
    /// All that is in it.
    pub glob: bool,
}

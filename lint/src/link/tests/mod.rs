//! Small programs, linked, and what comes out of them as text.

mod methods;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::module_files::{owns_folder, wanted};
use super::*;
use crate::lower::lower_file;

/// Files of the crates under test, and of the stubs of `lint/models`, as input.
pub(in crate::link) struct Files {
    input: Input,
    known: BTreeMap<PathBuf, FileId>,
}

impl Files {
    fn new() -> Self {
        Self { input: Input::default(), known: BTreeMap::new() }
    }

    fn file(&mut self, path: &Path, root: bool, by_path: bool, read: &dyn Fn(&Path) -> Option<String>) -> Option<FileId> {
        let text = read(path)?;
        if let Some(id) = self.known.get(path) {
            return Some(*id);
        }
        let facts = lower_file(&text, Edition::E2024);
        assert!(facts.errors.is_empty(), "{}: {:?}", path.display(), facts.errors);
        let children = wanted(path, owns_folder(path, root, by_path), &facts, &CfgEnv::default());
        let id = self.input.files.push(FileInput { facts, children: IndexMap::default() });
        self.known.insert(path.to_owned(), id);
        for child in children {
            let found = child.candidates().find_map(|(path, by_path)| self.file(path, false, by_path, read));
            if let Some(found) = found {
                self.input.files[id].children.insert(child.at, found);
            }
        }
        Some(id)
    }

    fn krate(&mut self, name: &str, root: &Path, stub: bool, read: &dyn Fn(&Path) -> Option<String>) {
        let root = self.file(root, true, false, read).unwrap();
        self.input.krates.push(KrateInput {
            name: Name::new(name),
            root,
            edition: Edition::E2024,
            stub,
            deps: Vec::new(),
            is_bin: false,
            cfg: CfgEnv::host(),
        });
    }

    /// Every stub of `lint/models`.
    fn models(&mut self) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("models");
        let mut roots: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        roots.sort();
        for root in roots {
            let name = root.file_stem().unwrap().to_str().unwrap().to_owned();
            let main = if root.is_dir() { root.join("main.rs") } else { root };
            self.krate(&name, &main, true, &|path| std::fs::read_to_string(path).ok());
        }
    }
}

/// Runs on a stack as big as the driver's: debug frames of the parser are large.
fn on_big_stack<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    std::thread::Builder::new().stack_size(256 << 20).spawn(run).unwrap().join().unwrap()
}

/// The stubs, parsed once.
fn models() -> Input {
    static MODELS: OnceLock<Input> = OnceLock::new();
    MODELS
        .get_or_init(|| {
            on_big_stack(|| {
                let mut files = Files::new();
                files.models();
                files.input
            })
        })
        .clone()
}

/// Links the stubs and a crate `app` of these files, the first of them its root. `//- name.rs` begins a file.
pub(crate) fn link_text(text: &str) -> Linked {
    let mut sources: BTreeMap<PathBuf, String> = BTreeMap::new();
    let mut root = PathBuf::from("main.rs");
    let mut at = root.clone();
    for line in text.lines() {
        if let Some(name) = line.trim().strip_prefix("//- ") {
            at = PathBuf::from(name);
            if sources.is_empty() {
                root.clone_from(&at);
            }
        }
        let file = sources.entry(at.clone()).or_default();
        file.push_str(line);
        file.push('\n');
    }
    let mut files = Files { input: models(), known: BTreeMap::new() };
    files.krate("app", &root, false, &|path| sources.get(path).cloned());
    link(files.input)
}

/// The signatures of all functions, the fields of all types, the statics and constants of the crate `app`.
fn signatures(linked: &Linked) -> String {
    let mut out = String::new();
    let app = linked.program.krates.iter_enumerated().find(|(_, krate)| krate.name == "app").unwrap().0;
    for adt in linked.program.adts.iter().filter(|adt| adt.krate == app) {
        for variant in &adt.variants {
            let fields: Vec<String> = variant.fields.iter().map(|(name, ty)| format!("{name}: {}", linked.show(ty))).collect();
            writeln!(out, "{} {}({})", adt.path, variant.name, fields.join(", ")).unwrap();
        }
    }
    for func in linked.program.fns.iter().filter(|func| func.krate == app) {
        writeln!(out, "{}", linked.show_fn(func)).unwrap();
    }
    for value in linked.program.statics.iter().filter(|value| value.path.starts_with("app::")) {
        writeln!(out, "static {}: {}", value.path, linked.show(&value.ty)).unwrap();
    }
    for value in linked.consts.iter().filter(|value| value.path.starts_with("app::")) {
        writeln!(out, "const {}: {}", value.path, linked.show(&value.ty)).unwrap();
    }
    out
}

/// Links a program and compares what [`signatures`] says of it.
fn check(text: &str, expect: &str) {
    let linked = link_text(text);
    let found = signatures(&linked);
    let trim = |text: &str| text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    assert_eq!(trim(&found), trim(expect));
}

#[test]
fn names_come_through_uses_of_every_form() {
    check(
        "
        mod a { pub struct A; pub mod inner { pub struct B; pub use super::A as Renamed; } }
        use a::{self, inner::{B, Renamed}};
        use a::inner as deep;
        pub use std::sync::mpsc::*;
        fn one(x: a::A, y: B, z: Renamed, w: deep::B) -> Sender<u8> { loop {} }
        fn two(x: self::a::A, y: crate::a::inner::B) -> ::std::sync::mpsc::Receiver<()> { loop {} }
        mod m { use super::*; fn three(x: B, y: SyncSender<u8>) {} fn four(x: super::B) -> Option<core::time::Duration> { None } }
        ",
        "
        app::a::A A()
        app::a::inner::B B()
        fn app::one(A, B, A, B) -> Sender<u8>
        fn app::two(A, B) -> Receiver<()>
        fn app::m::three(B, SyncSender<u8>) -> ()
        fn app::m::four(B) -> Option<Duration>
        ",
    );
}

/// Paths and types of the stubs that came to nothing.
fn unresolved(linked: &Linked) -> Vec<String> {
    fn has(ty: &Ty) -> bool {
        let mut found = matches!(ty, Ty::Unknown(crate::ir::Why::UnresolvedPath | crate::ir::Why::Cut));
        table::for_children(ty, &mut |child| found |= has(child));
        found
    }
    let stub = |krate: KrateId| linked.program.krates[krate].stub;
    let mut out = Vec::new();
    for func in linked.program.fns.iter().filter(|func| stub(func.krate)) {
        let bounds = func.bounds.iter().any(|(ty, bounds)| {
            has(ty) || bounds.iter().any(|bound| bound.substs.iter().chain(bound.bindings.iter().map(|(_, ty)| ty)).any(has))
        });
        if func.params.iter().chain([&func.ret]).any(has) || bounds {
            out.push(linked.show_fn(func));
        }
    }
    for adt in linked.program.adts.iter().filter(|adt| stub(adt.krate)) {
        let fields = adt.variants.iter().flat_map(|variant| &variant.fields);
        out.extend(fields.filter(|(_, ty)| has(ty)).map(|(name, ty)| format!("{}.{name}: {}", adt.path, linked.show(ty))));
    }
    for (id, impl_) in linked.program.impls.iter_enumerated().filter(|(_, impl_)| stub(impl_.krate)) {
        if has(&impl_.self_ty) || impl_.types.values().any(has) {
            out.push(format!("{id} for {}: {:?}", linked.show(&impl_.self_ty), impl_.types.keys()));
        }
        let known = linked.program.traits.len() - linked.unknown_traits;
        // A trait of a crate that has no stub can't be known.
        let has_stub = |path: &str| linked.program.krates.iter().any(|krate| path.split("::").next() == Some(&*krate.name));
        let unknown = impl_.trait_.as_ref().filter(|trait_| trait_.trait_.index() >= known);
        if let Some(trait_) = unknown.filter(|trait_| has_stub(&linked.program.traits[trait_.trait_].path)) {
            out.push(format!("impl {} for {}", linked.program.traits[trait_.trait_].path, linked.show(&impl_.self_ty)));
        }
    }
    out
}

#[test]
fn the_stubs_name_nothing_that_is_not_there() {
    let linked = link(models());
    assert!(linked.fn_by_path("std::sync::mpsc::channel").is_some());
    let mut found = unresolved(&linked);
    let imports = linked.unresolved_imports.iter().filter(|(_, why)| *why != crate::ir::Why::NoStub);
    found.extend(imports.map(|(import, _)| import.clone()));
    assert!(found.is_empty(), "{} unresolved:\n{}", found.len(), found.join("\n"));
}

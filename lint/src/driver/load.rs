//! Reads files, follows their `mod` items in rounds, and hands the linker its input.
//!
//! A round parses what is new, in parallel, each file on the big stack of its worker thread; then its `mod name;` items say what is read
//! next. A file is known by its path, its edition, and whether its child modules are its neighbours: so a file that is the root of one
//! crate and a module of another is there twice. What can't be read is a finding in the place that names it.

use std::collections::{BTreeSet, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indexmap::IndexMap;
use rayon::prelude::*;

use super::cache::Cache;
use super::{Problem, models};
use crate::base::{FileId, FileSpan, IndexVec, Name, SourceFile, Span};
use crate::diagnostic::Diagnostic;
use crate::ir::{Edition, FileFacts, Suppression};
use crate::link::module_files::{Wanted, owns_folder, wanted};
use crate::link::{CfgEnv, FileInput, Input, KrateInput};
use crate::lower::lower_file;
use crate::report::Origin;
use crate::syntax::discover::{LoneFile, Plan, Target};

/// Files larger than this are not read: nobody writes them by hand.
const MAX_BYTES: u64 = 10 << 20;

/// What was read.
pub struct Loaded {
    /// The files as they are shown.
    pub files: IndexVec<FileId, SourceFile>,
    /// Their places on disk.
    pub paths: IndexVec<FileId, PathBuf>,
    /// Of which target each is a part.
    pub origins: IndexVec<FileId, Option<Origin>>,
    /// Whether findings in it are reported.
    pub reported: IndexVec<FileId, bool>,
    /// Comments that accept findings.
    pub suppressions: Vec<(FileId, Suppression)>,
    /// Files that can't be read, modules without a file, syntax errors.
    pub problems: Vec<Diagnostic>,
    /// What the linker takes.
    pub input: Input,
}

/// What to read besides the plan.
pub struct Extra<'a> {
    /// The folder to which shown paths are relative.
    pub cwd: &'a Path,
    /// Stub files of the configuration.
    pub stubs: &'a [PathBuf],
    /// Texts that stand for those on disk.
    pub overlay: &'a IndexMap<PathBuf, Arc<str>>,
    /// Facts of earlier runs.
    pub cache: &'a Cache,
    /// What `cfg` means.
    pub cfg: &'a CfgEnv,
}

/// Reads everything that the plan asks for.
pub fn load(plan: &Plan, extra: &Extra<'_>) -> Loaded {
    let mut loader = Loader { extra, keys: IndexMap::new(), files: IndexVec::new(), missing: Vec::new() };
    let target_roots: Vec<FileId> = plan.targets.iter().map(|target| loader.root(&target.root, target.edition)).collect();
    let lone_roots: Vec<FileId> = plan.lone.iter().map(|lone| loader.root(&lone.path, lone.edition)).collect();
    loader.rounds();
    let stubs = loader.stubs(plan);

    let mut krates: Vec<KrateInput> = Vec::new();
    for (target, root) in plan.targets.iter().zip(&target_roots) {
        krates.push(target_krate(target, *root, extra.cfg));
    }
    let kept = loader.kept(&plan.lone, &lone_roots);
    let lone: Vec<(&LoneFile, FileId)> =
        plan.lone.iter().zip(lone_roots).zip(&kept).filter(|(_, kept)| **kept).map(|(lone, _)| lone).collect();
    krates.extend(lone.iter().map(|(file, root)| lone_krate(file, *root, extra.cfg)));
    let first_stub = krates.len();
    for (name, root) in &stubs {
        let cfg = extra.cfg.clone();
        krates.push(KrateInput {
            name: Name::new(name),
            root: *root,
            edition: Edition::E2024,
            stub: true,
            deps: Vec::new(),
            is_bin: false,
            cfg,
        });
    }
    // A dependency under another name.
    for (target, krate) in plan.targets.iter().zip(&mut krates) {
        for (name, own) in target.external.iter().filter(|(name, own)| name != own) {
            if let Some(stub) = stubs.iter().position(|(stub, _)| stub == own) {
                krate.deps.push((Name::new(name), first_stub + stub));
            }
        }
    }
    let selected: Vec<bool> = plan.targets.iter().map(|target| target.selected).chain(lone.iter().map(|_| true)).collect();
    let origins: Vec<Origin> = plan.targets.iter().map(target_origin).chain(lone.iter().map(|(file, _)| lone_origin(file))).collect();
    loader.finish(krates, &selected, &origins)
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Key {
    path: PathBuf,
    owns_folder: bool,
    edition: Edition,
}

/// A file that was read.
struct Read {
    text: Arc<str>,
    facts: FileFacts,
    problem: Option<(Problem, Span, String)>,
    children: IndexMap<u32, FileId>,
}

struct Loader<'a> {
    extra: &'a Extra<'a>,
    keys: IndexMap<Key, FileId>,
    files: IndexVec<FileId, Read>,
    missing: Vec<(FileId, Wanted)>,
}

impl Loader<'_> {
    /// The crate root at this path.
    fn root(&mut self, path: &Path, edition: Edition) -> FileId {
        self.file(Key { path: path.to_owned(), owns_folder: true, edition })
    }

    fn file(&mut self, key: Key) -> FileId {
        let next = crate::base::Idx::new(self.keys.len());
        *self.keys.entry(key).or_insert(next)
    }

    /// Reads what is new until nothing is.
    fn rounds(&mut self) {
        while self.files.len() < self.keys.len() {
            let new: Vec<&Key> = self.keys.keys().skip(self.files.len()).collect();
            let read: Vec<Read> = new.into_par_iter().map(|key| read(key, self.extra)).collect();
            let first = self.files.len();
            self.files.extend(read);
            for at in first..self.files.len() {
                self.follow(crate::base::Idx::new(at));
            }
        }
    }

    /// Finds the files of the `mod` items of a file.
    fn follow(&mut self, file: FileId) {
        let Some((key, _)) = self.keys.get_index(crate::base::Idx::index(file)) else { return };
        let key = key.clone();
        for wanted in wanted(&key.path, key.owns_folder, &self.files[file].facts, self.extra.cfg) {
            let found = wanted
                .candidates()
                .find(|(path, _)| models::text(path).is_some() || path.is_file() || self.extra.overlay.contains_key(*path));
            let Some((path, by_path)) = found else {
                if !wanted.rewritten {
                    self.missing.push((file, wanted));
                }
                continue;
            };
            let owns_folder = owns_folder(path, false, by_path);
            let child = self.file(Key { path: path.clone(), owns_folder, edition: key.edition });
            self.files[file].children.insert(wanted.at, child);
        }
    }

    /// Reads the stubs that the sources may mean: std always, the others where their name occurs in a source, a manifest or another stub.
    fn stubs(&mut self, plan: &Plan) -> Vec<(String, FileId)> {
        let external: BTreeSet<&str> = plan.targets.iter().flat_map(|target| &target.external).map(|(_, own)| own.as_str()).collect();
        let own = self.extra.stubs.iter().map(|path| {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let name = if stem == "main" { path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy() } else { stem };
            (ident(&name), path.clone())
        });
        let mut offered: IndexMap<String, PathBuf> = models::krates().map(|(name, path)| (name.to_owned(), path)).collect();
        // A stub of the user's own replaces the one that is shipped.
        offered.extend(own);
        let mut taken: IndexMap<String, FileId> = IndexMap::new();
        let mut seen = 0;
        loop {
            let texts: Vec<&Arc<str>> = self.files.iter().skip(seen).map(|file| &file.text).collect();
            let open = offered.iter().filter(|(name, _)| !taken.contains_key(*name));
            let new: Vec<(String, PathBuf)> = open
                .filter(|(name, path)| {
                    let always = name.as_str() == "std" || self.extra.stubs.contains(path) || external.contains(name.as_str());
                    always || texts.par_iter().any(|text| text.contains(name.as_str()))
                })
                .map(|(name, path)| (name.clone(), path.clone()))
                .collect();
            seen = self.files.len();
            if new.is_empty() {
                break;
            }
            for (name, path) in new {
                let root = self.root(&path, Edition::E2024);
                taken.insert(name, root);
            }
            self.rounds();
        }
        taken.sort_keys();
        taken.into_iter().collect()
    }

    /// Which lone files are roots: those that were named, and those that are no module of another one. Of two that are modules of each
    /// other, the first is.
    fn kept(&self, lone: &[LoneFile], roots: &[FileId]) -> Vec<bool> {
        let path = |file: &FileId| self.keys.get_index(crate::base::Idx::index(*file)).map(|(key, _)| key.path.as_path());
        let below: Vec<HashSet<&Path>> = roots.iter().map(|root| self.reach(*root).iter().skip(1).filter_map(path).collect()).collect();
        let rank = |at: usize| {
            let name = lone[at].path.file_name().unwrap_or_default();
            (name != "main.rs" && name != "lib.rs", at)
        };
        let claimed = |at: usize, by: usize| {
            by != at && below[by].contains(lone[at].path.as_path()) && !(below[at].contains(lone[by].path.as_path()) && rank(at) < rank(by))
        };
        (0..lone.len()).map(|at| lone[at].named || !(0..lone.len()).any(|by| claimed(at, by))).collect()
    }

    /// The files of a crate, its root first.
    fn reach(&self, root: FileId) -> Vec<FileId> {
        let mut found: indexmap::IndexSet<FileId> = [root].into();
        let mut at = 0;
        while let Some(file) = found.get_index(at).copied() {
            found.extend(self.files[file].children.values().copied());
            at += 1;
        }
        found.into_iter().collect()
    }

    /// The files of a crate to which its configuration leads.
    fn live(&self, root: FileId, cfg: &CfgEnv) -> HashSet<FileId> {
        let mut found: indexmap::IndexSet<FileId> = [root].into();
        let mut at = 0;
        while let Some(file) = found.get_index(at).copied() {
            let asked = self.keys.get_index(crate::base::Idx::index(file));
            let asked = asked.map(|(key, _)| wanted(&key.path, key.owns_folder, &self.files[file].facts, cfg)).unwrap_or_default();
            let there = asked.iter().filter(|wanted| cfg.holds(&wanted.cfg));
            found.extend(there.filter_map(|wanted| self.files[file].children.get(&wanted.at)).copied());
            at += 1;
        }
        found.into_iter().collect()
    }

    fn finish(mut self, krates: Vec<KrateInput>, selected: &[bool], origins: &[Origin]) -> Loaded {
        let mut problems: Vec<Diagnostic> = Vec::new();
        let mut owner: IndexVec<FileId, Option<usize>> = IndexVec::from_elem(None, self.files.len());
        let mut reported = IndexVec::from_elem(false, self.files.len());
        let mut compiled = IndexVec::from_elem(false, self.files.len());
        for krate in &krates {
            self.cut_cycles(krate.root, &mut problems);
        }
        for (at, krate) in krates.iter().enumerate() {
            let reach = self.reach(krate.root);
            let shown = !krate.stub && selected.get(at).copied().unwrap_or(false);
            for file in &reach {
                if !krate.stub {
                    owner[*file].get_or_insert(at);
                }
                reported[*file] |= shown;
            }
            if shown {
                let inside = self.live(krate.root, &krate.cfg);
                for &file in &inside {
                    compiled[file] = true;
                }
                for (file, wanted) in self.missing.iter().filter(|(file, wanted)| inside.contains(file) && krate.cfg.holds(&wanted.cfg)) {
                    problems.push(missing_module(*file, wanted, self.extra.cwd));
                }
            }
        }
        let mut files = IndexVec::new();
        let mut paths = IndexVec::new();
        let mut inputs = IndexVec::new();
        let mut suppressions = Vec::new();
        for (key, read) in self.keys.into_keys().zip(self.files) {
            let file: FileId = files.next_index();
            let stub = models::text(&key.path).is_some() || self.extra.stubs.contains(&key.path);
            problems.extend(read.problem.map(|(problem, span, message)| problem.diagnostic(span.in_file(file), message)));
            let errors = read.facts.errors.iter();
            problems.extend(errors.map(|error| Problem::Syntax.diagnostic(error.span.in_file(file), error.message.clone())));
            suppressions.extend(read.facts.suppressions.iter().map(|suppression| (file, suppression.clone())));
            files.push(SourceFile { path: shown(&key.path, self.extra.cwd), text: read.text, stub });
            paths.push(key.path);
            inputs.push(FileInput { facts: read.facts, children: read.children });
        }
        // A stub that does not parse is a fault of ours, or of whoever wrote it, and never silent.
        problems.retain(|found| compiled[found.primary.file] || files[found.primary.file].stub);
        let origins = owner.iter().map(|owner| owner.and_then(|at| origins.get(at).cloned())).collect();
        Loaded { files, paths, origins, reported, suppressions, problems, input: Input { krates, files: inputs } }
    }

    /// Takes out the `mod` items that lead back to a file on the way to them.
    fn cut_cycles(&mut self, root: FileId, problems: &mut Vec<Diagnostic>) {
        let mut way: Vec<(FileId, usize)> = vec![(root, 0)];
        let mut done: HashSet<FileId> = HashSet::new();
        while let Some((file, next)) = way.last_mut() {
            let file = *file;
            let Some((at, child)) = self.files[file].children.get_index(*next).map(|(at, child)| (*at, *child)) else {
                done.insert(file);
                way.pop();
                continue;
            };
            let circular = way.iter().any(|(other, _)| self.path_of(*other) == self.path_of(child));
            if circular {
                self.files[file].children.shift_remove(&at);
                let message = format!("`{}` is a module of itself", shown(self.path_of(child), self.extra.cwd).display());
                problems.push(Problem::Module.diagnostic(Span::new(at, at + 3).in_file(file), message));
                continue;
            }
            if let Some((_, next)) = way.last_mut() {
                *next += 1;
            }
            if !done.contains(&child) {
                way.push((child, 0));
            }
        }
    }

    fn path_of(&self, file: FileId) -> &Path {
        self.keys.get_index(crate::base::Idx::index(file)).map_or(Path::new(""), |(key, _)| &key.path)
    }
}

fn read(key: &Key, extra: &Extra<'_>) -> Read {
    let failed = |problem: Problem, text: &str, span: Span, message: String| Read {
        text: Arc::from(text),
        facts: FileFacts::default(),
        problem: Some((problem, span, message)),
        children: IndexMap::new(),
    };
    let staged = extra.overlay.get(&key.path).map(|text| Ok(text.clone()));
    let text = match staged.unwrap_or_else(|| read_text(&key.path)) {
        Ok(text) => text,
        Err(message) => return failed(Problem::Unreadable, "", Span::default(), message),
    };
    if let Some(facts) = extra.cache.get(&text, key.edition) {
        return Read { text, facts, problem: None, children: IndexMap::new() };
    }
    match catch_unwind(AssertUnwindSafe(|| lower_file(&text, key.edition))) {
        Ok(facts) => {
            extra.cache.put(&text, key.edition, &facts);
            Read { text, facts, problem: None, children: IndexMap::new() }
        }
        Err(cause) => failed(Problem::Internal, &text, Span::default(), format!("this file was left out: {}", super::panic_text(&*cause))),
    }
}

fn read_text(path: &Path) -> Result<Arc<str>, String> {
    if let Some(text) = models::text(path) {
        return Ok(Arc::from(text));
    }
    let meta = std::fs::metadata(path).map_err(|error| format!("can't be read: {}", plain(&error)))?;
    if !meta.is_file() {
        return Err("can't be read: it is not a file".to_owned());
    }
    if meta.len() > MAX_BYTES {
        return Err(format!("is not read: it is larger than {} MB", MAX_BYTES >> 20));
    }
    let bytes = std::fs::read(path).map_err(|error| format!("can't be read: {}", plain(&error)))?;
    let text =
        String::from_utf8(bytes).map_err(|error| format!("is not UTF-8: byte {} fits no character", error.utf8_error().valid_up_to()))?;
    Ok(Arc::from(text))
}

/// The system's words, without its number.
fn plain(error: &std::io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn missing_module(file: FileId, wanted: &Wanted, cwd: &Path) -> Diagnostic {
    let places: Vec<String> = wanted.candidates().map(|(path, _)| format!("`{}`", shown(path, cwd).display())).collect();
    let at: FileSpan = Span::new(wanted.at, wanted.at + 3).in_file(file);
    Problem::Module.diagnostic(at, format!("no file for module `{}`: there is no {}", wanted.name, places.join(" and no ")))
}

/// The path relative to the folder of the run, where it lies below.
fn shown(path: &Path, cwd: &Path) -> PathBuf {
    path.strip_prefix(cwd).unwrap_or(path).to_owned()
}

/// The nearest name that paths can hold.
fn ident(name: &str) -> String {
    name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect()
}

fn target_krate(target: &Target, root: FileId, cfg: &CfgEnv) -> KrateInput {
    let mut cfg = cfg.clone();
    target.features.iter().for_each(|feature| cfg.feature(feature));
    if target.test {
        cfg.word("test");
    }
    if target.kind.iter().any(|kind| kind == "proc-macro") {
        cfg.word("proc_macro");
    }
    let deps = target.deps.iter().map(|(name, at)| (Name::new(name), *at)).collect();
    KrateInput { name: Name::new(&ident(&target.name)), root, edition: target.edition, stub: false, deps, is_bin: target.is_bin, cfg }
}

fn lone_krate(file: &LoneFile, root: FileId, cfg: &CfgEnv) -> KrateInput {
    KrateInput {
        name: Name::new(&lone_name(file)),
        root,
        edition: file.edition,
        stub: false,
        deps: Vec::new(),
        is_bin: true,
        cfg: cfg.clone(),
    }
}

fn lone_name(file: &LoneFile) -> String {
    ident(&file.path.file_stem().unwrap_or_default().to_string_lossy())
}

fn year(edition: Edition) -> &'static str {
    match edition {
        Edition::E2015 => "2015",
        Edition::E2018 => "2018",
        Edition::E2021 => "2021",
        Edition::E2024 => "2024",
    }
}

fn target_origin(target: &Target) -> Origin {
    Origin {
        package_id: target.package_id.clone(),
        manifest_path: target.manifest_path.clone(),
        target: target.name.clone(),
        kind: target.kind.clone(),
        crate_types: target.crate_types.clone(),
        src_path: target.root.clone(),
        edition: year(target.edition).to_owned(),
    }
}

fn lone_origin(file: &LoneFile) -> Origin {
    let name = lone_name(file);
    Origin {
        package_id: format!("path+file://{}#{name}@0.0.0", file.path.display()),
        manifest_path: file.path.clone(),
        target: name,
        kind: vec!["bin".to_owned()],
        crate_types: vec!["bin".to_owned()],
        src_path: file.path.clone(),
        edition: year(file.edition).to_owned(),
    }
}

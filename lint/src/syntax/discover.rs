//! Finds out what is to be linted: targets of Cargo packages, and lone files.
//!
//! Only Cargo's metadata, folders and the heads of manifests are read here; module trees are followed once files are parsed. A
//! dependency that can't be had must not matter, so metadata is asked for without dependencies, and a failure falls back to the folder.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, TargetKind};
use indexmap::{IndexMap, IndexSet};
use walkdir::WalkDir;

use super::manifest::{self, RawConfig};
use crate::ir::Edition;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The folder of the run.
    pub cwd: PathBuf,
    /// Files and folders; none: the workspace around `cwd`.
    pub paths: Vec<PathBuf>,
    /// `--manifest-path`.
    pub manifest_path: Option<PathBuf>,
    /// `-p`.
    pub packages: Vec<String>,
    /// `--workspace`.
    pub workspace: bool,
    /// `--exclude`.
    pub exclude: Vec<String>,
    /// Which kinds of targets.
    pub kinds: TargetKinds,
    /// `--features`.
    pub features: Vec<String>,
    /// `--all-features`.
    pub all_features: bool,
    /// `--no-default-features`.
    pub no_default_features: bool,
}

/// Which kinds of targets are linted.
#[expect(clippy::struct_excessive_bools, reason = "a set of kinds")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TargetKinds {
    /// Libraries.
    pub lib: bool,
    /// Programs.
    pub bins: bool,
    /// Tests; libraries and programs then count as tests too.
    pub tests: bool,
    /// Examples.
    pub examples: bool,
    /// Benchmarks.
    pub benches: bool,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Targets, those that others depend on included.
    pub targets: Vec<Target>,
    /// Files that are roots of their own, unless another of them has them as a module.
    pub lone: Vec<LoneFile>,
    /// What the user should know.
    pub notes: Vec<String>,
    /// Configurations, those of outer folders first.
    pub configs: Vec<RawConfig>,
    /// Where Cargo builds.
    pub target_dir: Option<PathBuf>,
}

/// A target of a package.
#[derive(Clone, Debug)]
pub struct Target {
    /// Cargo's id of the package.
    pub package_id: String,
    /// The package's `Cargo.toml`.
    pub manifest_path: PathBuf,
    /// The target's name as Cargo has it.
    pub name: String,
    /// `lib`, `bin` …
    pub kind: Vec<String>,
    /// `lib`, `bin`, `proc-macro` …
    pub crate_types: Vec<String>,
    /// Its root.
    pub root: PathBuf,
    /// Its edition.
    pub edition: Edition,
    /// Targets of the workspace that it can name: the name in paths, the position in [`Plan::targets`].
    pub deps: Vec<(String, usize)>,
    /// Other crates that it can name: the name in paths, the crate's own.
    pub external: Vec<(String, String)>,
    /// Enabled features.
    pub features: BTreeSet<String>,
    /// Whether `cfg(test)` holds.
    pub test: bool,
    /// Whether it has a `main`.
    pub is_bin: bool,
    /// Whether its findings are reported: false where it is only there for others.
    pub selected: bool,
}

/// A file that may be a crate root of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoneFile {
    /// Its path.
    pub path: PathBuf,
    /// The edition of the `Cargo.toml` above, else 2024.
    pub edition: Edition,
    /// Named on the command line: a root in any case.
    pub named: bool,
}

/// Why nothing can be linted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DiscoverError {
    /// A path that is not there.
    #[error("{}: no such file or folder", .0.display())]
    NoSuchPath(PathBuf),
    /// A `-p` or `--exclude` that names nothing.
    #[error("package `{0}` is not in the workspace{1}")]
    NoSuchPackage(String, String),
    /// A feature that no package has.
    #[error("no selected package has the feature `{0}`")]
    NoSuchFeature(String),
    /// A manifest that was named can't be read.
    #[error("{path}: {message}", path = .0.display(), message = .1)]
    Manifest(PathBuf, String),
    /// Options that only make sense for packages.
    #[error("`{0}` needs a Cargo package, and none was found")]
    NeedsPackage(&'static str),
}

/// Finds what is to be linted.
pub fn discover(selection: &Selection) -> Result<Plan, DiscoverError> {
    let mut plan = Plan::default();
    if let Some(manifest) = &selection.manifest_path {
        let manifest = absolute(&selection.cwd, manifest);
        if !manifest.is_file() {
            return Err(DiscoverError::NoSuchPath(manifest));
        }
        let metadata = metadata(&manifest).map_err(|message| DiscoverError::Manifest(manifest.clone(), message))?;
        add_workspace(&mut plan, &metadata, &Scope::Manifest(manifest), selection)?;
    } else if selection.paths.is_empty() {
        match manifest::nearest(&selection.cwd) {
            Some(manifest) => add_manifest(&mut plan, &manifest, &selection.cwd, selection)?,
            None => add_folder(&mut plan, &selection.cwd, selection)?,
        }
    }
    for path in &selection.paths {
        let path = absolute(&selection.cwd, path);
        if path.is_dir() {
            let manifest = path.join("Cargo.toml");
            if manifest.is_file() {
                add_manifest(&mut plan, &manifest, &path, selection)?;
            } else {
                add_folder(&mut plan, &path, selection)?;
            }
        } else if path.exists() {
            add_lone(&mut plan, path, true);
        } else {
            return Err(DiscoverError::NoSuchPath(path));
        }
    }
    if plan.targets.is_empty() {
        let asked = [
            ("--package", !selection.packages.is_empty()),
            ("--workspace", selection.workspace),
            ("--features", !selection.features.is_empty()),
        ];
        if let Some((option, _)) = asked.into_iter().find(|(_, asked)| *asked) {
            return Err(DiscoverError::NeedsPackage(option));
        }
    }
    Ok(plan)
}

/// Which packages of a workspace are meant.
enum Scope {
    /// As Cargo takes the workspace from this manifest.
    Manifest(PathBuf),
    /// Those in this folder.
    Below(PathBuf),
}

fn add_manifest(plan: &mut Plan, manifest: &Path, folder: &Path, selection: &Selection) -> Result<(), DiscoverError> {
    match metadata(manifest) {
        Ok(metadata) => add_workspace(plan, &metadata, &Scope::Manifest(manifest.to_owned()), selection),
        Err(message) => {
            plan.notes.push(format!("{}: `cargo metadata` failed, so the folder is linted file by file: {message}", manifest.display()));
            let top = manifest.parent().unwrap_or(folder);
            add_files(plan, top, &|_| true);
            Ok(())
        }
    }
}

/// Every package below a folder that is none itself, and the files outside of them.
fn add_folder(plan: &mut Plan, folder: &Path, selection: &Selection) -> Result<(), DiscoverError> {
    let mut manifests: Vec<PathBuf> = walk(folder).filter(|path| path.file_name().is_some_and(|name| name == "Cargo.toml")).collect();
    // Outer manifests first: a workspace brings its members.
    manifests.sort_by_key(|path| (path.components().count(), path.clone()));
    let mut covered: IndexSet<PathBuf> = IndexSet::new();
    let mut packages: Vec<PathBuf> = Vec::new();
    for manifest in manifests {
        if let Some(parent) = manifest.parent() {
            packages.push(parent.to_owned());
        }
        if covered.contains(&manifest) {
            continue;
        }
        match metadata(&manifest) {
            Ok(metadata) => {
                covered.extend(metadata.workspace_packages().iter().map(|package| package.manifest_path.clone().into_std_path_buf()));
                add_workspace(plan, &metadata, &Scope::Below(folder.to_owned()), selection)?;
            }
            Err(message) => {
                plan.notes
                    .push(format!("{}: `cargo metadata` failed, so the folder is linted file by file: {message}", manifest.display()));
                if let Some(top) = manifest.parent() {
                    add_files(plan, top, &|_| true);
                }
            }
        }
    }
    add_files(plan, folder, &|path| !packages.iter().any(|package| path.starts_with(package)));
    Ok(())
}

fn add_files(plan: &mut Plan, folder: &Path, take: &dyn Fn(&Path) -> bool) {
    let files: Vec<PathBuf> = walk(folder).filter(|path| path.extension().is_some_and(|ext| ext == "rs") && take(path)).collect();
    for path in files {
        add_lone(plan, path, false);
    }
}

fn add_lone(plan: &mut Plan, path: PathBuf, named: bool) {
    if let Some(known) = plan.lone.iter_mut().find(|lone| lone.path == path) {
        known.named |= named;
        return;
    }
    let above = manifest::nearest(path.parent().unwrap_or(&path));
    let edition = above.as_deref().and_then(manifest::edition).unwrap_or_default();
    for config in manifest::configs_above(&path) {
        add_config(plan, config);
    }
    plan.lone.push(LoneFile { path, edition, named });
}

/// The files below a folder, in order; build folders and hidden ones are left out unless the folder itself is one.
fn walk(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let wanted = entries.filter_entry(|entry| entry.depth() == 0 || !entry.file_type().is_dir() || !is_left_out(entry.path()));
    wanted.filter_map(Result::ok).filter(|entry| !entry.file_type().is_dir()).map(walkdir::DirEntry::into_path)
}

/// Whether a folder is Cargo's build folder or hidden.
fn is_left_out(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default();
    let hidden = name.to_string_lossy().starts_with('.');
    hidden
        || folder.join("CACHEDIR.TAG").is_file()
        || (name == "target" && folder.parent().is_some_and(|above| above.join("Cargo.toml").is_file()))
}

/// Cargo's metadata. If cargo fails here it is asked once more from elsewhere: a toolchain file asks for a toolchain that may not be installed, and
/// metadata needs none of its own.
fn metadata(manifest: &Path) -> Result<Metadata, String> {
    let mut command = MetadataCommand::new();
    command.manifest_path(std::path::absolute(manifest).unwrap_or_else(|_| manifest.to_owned())).no_deps();
    let elsewhere = |error| command.clone().current_dir(std::env::temp_dir()).exec().map_err(|_| error);
    command.exec().or_else(elsewhere).map_err(|error| {
        let text = match error {
            cargo_metadata::Error::CargoMetadata { stderr } => stderr,
            other => other.to_string(),
        };
        text.trim()
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .take_while(|line| !line.starts_with("Stack backtrace"))
            .collect::<Vec<_>>()
            .join(" ")
            .trim_start_matches("error: ")
            .to_owned()
    })
}

fn add_config(plan: &mut Plan, config: RawConfig) {
    if !plan.configs.contains(&config) {
        plan.configs.push(config);
    }
}

fn add_workspace(plan: &mut Plan, metadata: &Metadata, scope: &Scope, selection: &Selection) -> Result<(), DiscoverError> {
    plan.target_dir.get_or_insert_with(|| metadata.target_directory.clone().into_std_path_buf());
    let packages = metadata.workspace_packages();
    let selected = selected(&packages, metadata, scope, selection)?;
    let features = enabled_features(&packages, &selected, selection)?;
    let mut config_folders: Vec<PathBuf> = vec![metadata.workspace_root.clone().into_std_path_buf()];
    config_folders
        .extend(selected.iter().filter_map(|package| package.manifest_path.parent()).map(|path| path.to_owned().into_std_path_buf()));
    for folder in config_folders {
        for config in manifest::configs_at(&folder) {
            add_config(plan, config);
        }
    }
    // The library of each package, for those that depend on it.
    let mut libraries: IndexMap<PathBuf, usize> = IndexMap::new();
    let first = plan.targets.len();
    for package in &packages {
        let chosen = selected.iter().any(|other| other.id == package.id);
        for target in &package.targets {
            let is_lib = is_library(target);
            let wanted = chosen && is_wanted(target, selection.kinds) && required(target, features.get(package.id.repr.as_str()));
            if !wanted && !is_lib {
                continue;
            }
            if is_lib {
                libraries.insert(folder_of(package), plan.targets.len());
            }
            plan.targets.push(new_target(package, target, wanted, selection.kinds, features.get(package.id.repr.as_str())));
        }
    }
    for at in first..plan.targets.len() {
        let Some(package) = packages.iter().find(|package| package.id.repr == plan.targets[at].package_id) else { continue };
        let mut deps = Vec::new();
        let build_script = plan.targets[at].kind.iter().any(|kind| kind == "custom-build");
        if !build_script && let Some(own) = libraries.get(&folder_of(package)).filter(|own| **own != at) {
            deps.push((snake(&plan.targets[*own].name), *own));
        }
        for dependency in &package.dependencies {
            if (dependency.kind == DependencyKind::Build) != build_script {
                continue;
            }
            let member = dependency.path.as_ref().and_then(|path| libraries.get(path.as_std_path()));
            if let Some(member) = member {
                let name = dependency.rename.as_deref().unwrap_or(&plan.targets[*member].name);
                deps.push((snake(name), *member));
            } else {
                let name = dependency.rename.as_deref().unwrap_or(&dependency.name);
                plan.targets[at].external.push((snake(name), snake(&dependency.name)));
            }
        }
        plan.targets[at].deps = deps;
    }
    keep_needed(plan, first);
    Ok(())
}

/// Drops the targets that are neither selected nor needed by one that is, and renumbers the rest.
fn keep_needed(plan: &mut Plan, first: usize) {
    let mut needed: BTreeSet<usize> = BTreeSet::new();
    let mut open: Vec<usize> = (first..plan.targets.len()).filter(|at| plan.targets[*at].selected).collect();
    while let Some(at) = open.pop() {
        if needed.insert(at) {
            open.extend(plan.targets[at].deps.iter().map(|(_, dep)| *dep));
        }
    }
    let place = |old: usize| first + needed.range(..old).count();
    let tail = plan.targets.split_off(first);
    for (at, mut target) in tail.into_iter().enumerate().filter(|(at, _)| needed.contains(&(first + at))) {
        let _ = at;
        for (_, dep) in &mut target.deps {
            *dep = place(*dep);
        }
        plan.targets.push(target);
    }
}

fn new_target(
    package: &Package,
    target: &cargo_metadata::Target,
    selected: bool,
    kinds: TargetKinds,
    features: Option<&BTreeSet<String>>,
) -> Target {
    let is = |kind: TargetKind| target.kind.contains(&kind);
    Target {
        package_id: package.id.repr.clone(),
        manifest_path: package.manifest_path.clone().into_std_path_buf(),
        name: target.name.clone(),
        kind: target.kind.iter().map(ToString::to_string).collect(),
        crate_types: target.crate_types.iter().map(ToString::to_string).collect(),
        root: target.src_path.clone().into_std_path_buf(),
        edition: edition_of(target.edition),
        deps: Vec::new(),
        external: Vec::new(),
        features: features.cloned().unwrap_or_default(),
        test: selected && (is(TargetKind::Test) || is(TargetKind::Bench) || kinds.tests && target.test && !is(TargetKind::CustomBuild)),
        is_bin: !is_library(target),
        selected,
    }
}

fn edition_of(edition: cargo_metadata::Edition) -> Edition {
    match edition {
        cargo_metadata::Edition::E2015 => Edition::E2015,
        cargo_metadata::Edition::E2018 => Edition::E2018,
        cargo_metadata::Edition::E2021 => Edition::E2021,
        _ => Edition::E2024,
    }
}

fn is_library(target: &cargo_metadata::Target) -> bool {
    let libraries =
        [TargetKind::Lib, TargetKind::RLib, TargetKind::DyLib, TargetKind::CDyLib, TargetKind::StaticLib, TargetKind::ProcMacro];
    libraries.iter().any(|kind| target.kind.contains(kind))
}

fn is_wanted(target: &cargo_metadata::Target, kinds: TargetKinds) -> bool {
    let is = |kind: TargetKind| target.kind.contains(&kind);
    // Cargo compiles a build script whatever else it compiles.
    is(TargetKind::CustomBuild)
        || is_library(target) && (kinds.lib || kinds.tests && target.test)
        || is(TargetKind::Bin) && (kinds.bins || kinds.tests && target.test)
        || is(TargetKind::Test) && kinds.tests
        || is(TargetKind::Example) && kinds.examples
        || is(TargetKind::Bench) && kinds.benches
}

fn required(target: &cargo_metadata::Target, features: Option<&BTreeSet<String>>) -> bool {
    target.required_features.iter().all(|feature| features.is_some_and(|enabled| enabled.contains(feature)))
}

fn folder_of(package: &Package) -> PathBuf {
    package.manifest_path.parent().map(|path| path.to_owned().into_std_path_buf()).unwrap_or_default()
}

fn snake(name: &str) -> String {
    name.replace('-', "_")
}

fn selected<'a>(
    packages: &[&'a Package],
    metadata: &'a Metadata,
    scope: &Scope,
    selection: &Selection,
) -> Result<Vec<&'a Package>, DiscoverError> {
    for spec in selection.packages.iter().chain(&selection.exclude) {
        if !packages.iter().any(|package| is_spec(package, spec)) {
            let names = packages.iter().map(|package| package.name.as_str());
            let hint = crate::config::nearest(spec, names).map(|name| format!(", did you mean `{name}`?")).unwrap_or_default();
            return Err(DiscoverError::NoSuchPackage(spec.clone(), hint));
        }
    }
    let named = |package: &&Package| selection.packages.iter().any(|spec| is_spec(package, spec));
    let left_out = |package: &&Package| selection.exclude.iter().any(|spec| is_spec(package, spec));
    let all = packages.iter().copied();
    if !selection.packages.is_empty() {
        return Ok(all.filter(named).collect());
    }
    if selection.workspace {
        return Ok(all.filter(|package| !left_out(package)).collect());
    }
    Ok(match scope {
        Scope::Below(folder) => all.filter(|package| package.manifest_path.starts_with(folder)).collect(),
        Scope::Manifest(manifest) => {
            let own: Vec<&Package> = all.clone().filter(|package| package.manifest_path.as_std_path() == manifest).collect();
            let at_root = metadata.workspace_root.as_std_path().join("Cargo.toml") == *manifest;
            if at_root && metadata.workspace_default_members.is_available() {
                metadata.workspace_default_packages()
            } else if own.is_empty() {
                all.collect()
            } else {
                own
            }
        }
    })
}

/// Whether a package is meant by `name`, `name@1.2.3` or a pattern.
fn is_spec(package: &Package, spec: &str) -> bool {
    let (name, version) = spec.split_once('@').map_or((spec, None), |(name, version)| (name, Some(version)));
    let version_fits = version
        .is_none_or(|version| package.version.to_string() == version || package.version.to_string().starts_with(&format!("{version}.")));
    version_fits && glob::Pattern::new(name).is_ok_and(|pattern| pattern.matches(&package.name))
}

/// The enabled features of each package, by its id, unified over the workspace as Cargo's resolver does.
fn enabled_features(
    packages: &[&Package],
    selected: &[&Package],
    selection: &Selection,
) -> Result<IndexMap<String, BTreeSet<String>>, DiscoverError> {
    let mut enabled: IndexMap<String, BTreeSet<String>> =
        packages.iter().map(|package| (package.id.repr.clone(), BTreeSet::new())).collect();
    let mut open: Vec<(usize, String)> = Vec::new();
    let place = |path: &Path| packages.iter().position(|package| folder_of(package) == path);
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for (at, package) in packages.iter().enumerate().filter(|(_, package)| selected.iter().any(|other| other.id == package.id)) {
        if selection.all_features {
            open.extend(package.features.keys().map(|feature| (at, feature.clone())));
        }
        if !selection.no_default_features {
            open.push((at, "default".to_owned()));
        }
        for feature in &selection.features {
            let own =
                feature.split_once('/').map_or(Some(feature.as_str()), |(name, rest)| (name == package.name.as_str()).then_some(rest));
            if let Some(own) = own.filter(|own| package.features.contains_key(*own)) {
                found.insert(feature);
                open.push((at, own.to_owned()));
            }
        }
    }
    if let Some(missing) = selection.features.iter().find(|feature| !found.contains(feature.as_str()) && !selected.is_empty()) {
        return Err(DiscoverError::NoSuchFeature(missing.clone()));
    }
    for package in packages {
        for dependency in &package.dependencies {
            let Some(at) = dependency.path.as_ref().and_then(|path| place(path.as_std_path())) else { continue };
            open.extend(dependency.features.iter().map(|feature| (at, feature.clone())));
            if dependency.uses_default_features {
                open.push((at, "default".to_owned()));
            }
        }
    }
    while let Some((at, feature)) = open.pop() {
        let package = packages[at];
        let Some(more) = package.features.get(&feature) else { continue };
        if !enabled.entry(package.id.repr.clone()).or_default().insert(feature) {
            continue;
        }
        for entry in more {
            if entry.starts_with("dep:") {
                continue;
            }
            let Some((dependency, feature)) = entry.split_once('/') else {
                open.push((at, entry.clone()));
                continue;
            };
            let name = dependency.trim_end_matches('?');
            if !dependency.ends_with('?') {
                open.push((at, name.to_owned()));
            }
            let found = package.dependencies.iter().find(|other| other.rename.as_deref().unwrap_or(&other.name) == name);
            if let Some(member) = found.and_then(|found| found.path.as_ref()).and_then(|path| place(path.as_std_path())) {
                open.push((member, feature.to_owned()));
            }
        }
    }
    Ok(enabled)
}

/// The path from the root, without `.` and `..`.
pub fn absolute(cwd: &Path, path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in cwd.join(path).components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            other => out.push(other),
        }
    }
    out
}

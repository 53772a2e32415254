//! What is linted: targets of workspaces, plain folders, lone files, and their configurations.

#![expect(clippy::unwrap_used, reason = "a test that cannot write its files has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use must_abort_lint::ir::Edition;
use must_abort_lint::syntax::discover::{DiscoverError, Plan, Selection, TargetKinds, discover};
use tempfile::TempDir;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn selection(cwd: &Path, paths: &[&str]) -> Selection {
    Selection {
        cwd: cwd.to_owned(),
        paths: paths.iter().map(PathBuf::from).collect(),
        kinds: TargetKinds { lib: true, bins: true, ..TargetKinds::default() },
        ..Selection::default()
    }
}

/// The selected targets as `package:kind:name`.
fn targets(plan: &Plan) -> Vec<String> {
    let package = |path: &Path| path.parent().and_then(Path::file_name).unwrap().to_string_lossy().into_owned();
    let selected = plan.targets.iter().filter(|target| target.selected);
    selected.map(|target| format!("{}:{}:{}", package(&target.manifest_path), target.kind.join("+"), target.name)).collect()
}

fn lone(plan: &Plan, below: &Path) -> Vec<String> {
    plan.lone.iter().map(|file| file.path.strip_prefix(below).unwrap().to_string_lossy().into_owned()).collect()
}

fn manifest(name: &str, more: &str) -> String {
    format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2021\"\n{more}")
}

fn workspace() -> TempDir {
    folder(&[
        ("Cargo.toml", "[workspace]\nmembers = [\"one\", \"two\"]\nresolver = \"2\"\n"),
        (
            "one/Cargo.toml",
            &manifest(
                "one",
                "[features]\ndefault = [\"fast\"]\nfast = []\nslow = [\"other/deep\"]\n[dependencies]\nother = { package = \"two\", path = \"../two\" }\nnot-to-be-had = \"77\"\ntk = { package = \"tokio\", version = \"1\" }\n",
            ),
        ),
        ("one/src/main.rs", "fn main() {}"),
        ("one/src/lib.rs", ""),
        ("one/tests/t.rs", ""),
        ("one/examples/e.rs", "fn main() {}"),
        (
            "two/Cargo.toml",
            &manifest(
                "two",
                "[features]\ndeep = []\n[lib]\nname = \"renamed\"\n[[bin]]\nname = \"extra\"\npath = \"src/extra.rs\"\nrequired-features = [\"deep\"]\n",
            ),
        ),
        ("two/src/lib.rs", ""),
        ("two/src/extra.rs", "fn main() {}"),
    ])
}

#[test]
fn a_workspace_is_taken_as_cargo_takes_it() {
    let workspace = workspace();
    let root = workspace.path();
    let plan = discover(&selection(root, &[])).unwrap();
    assert!(plan.notes.is_empty(), "a dependency that can't be had does not matter: {:?}", plan.notes);
    assert_eq!(targets(&plan), ["one:lib:one", "one:bin:one", "two:lib:renamed"]);
    assert!(plan.targets.iter().all(|target| target.edition == Edition::E2021 && !target.test));

    let main = plan.targets.iter().find(|target| target.is_bin).unwrap();
    let deps: Vec<_> = main.deps.iter().map(|(name, at)| (name.as_str(), plan.targets[*at].name.as_str())).collect();
    assert_eq!(deps, [("one", "one"), ("other", "renamed")], "its own library, and a member under its other name");
    assert!(main.external.contains(&("tk".to_owned(), "tokio".to_owned())));
    assert!(main.features.contains("fast") && !main.features.contains("slow"));
}

#[test]
fn inside_a_package_it_is_that_package() {
    let workspace = workspace();
    let plan = discover(&selection(&workspace.path().join("one/src"), &[])).unwrap();
    assert_eq!(targets(&plan), ["one:lib:one", "one:bin:one"]);
    assert!(plan.targets.iter().any(|target| target.name == "renamed" && !target.selected), "what it depends on is read as well");
    let by_path = discover(&selection(workspace.path(), &["one"])).unwrap();
    assert_eq!(targets(&by_path), targets(&plan));
}

#[test]
fn packages_targets_and_features_are_chosen() {
    let workspace = workspace();
    let base = selection(workspace.path(), &[]);
    let chosen = |change: &dyn Fn(&mut Selection)| {
        let mut selection = base.clone();
        change(&mut selection);
        discover(&selection)
    };
    assert_eq!(targets(&chosen(&|s| s.packages = vec!["two".into()]).unwrap()), ["two:lib:renamed"]);
    assert_eq!(targets(&chosen(&|s| s.packages = vec!["t*@0.1".into()]).unwrap()), ["two:lib:renamed"]);
    let left = chosen(&|s| (s.workspace, s.exclude) = (true, vec!["one".into()])).unwrap();
    assert_eq!(targets(&left), ["two:lib:renamed"]);
    let error = chosen(&|s| s.packages = vec!["twoo".into()]).unwrap_err();
    assert_eq!(error.to_string(), "package `twoo` is not in the workspace, did you mean `two`?");

    let tests = chosen(&|s| s.kinds = TargetKinds { tests: true, ..TargetKinds::default() }).unwrap();
    assert_eq!(targets(&tests), ["one:lib:one", "one:bin:one", "one:test:t", "two:lib:renamed"]);
    assert!(tests.targets.iter().filter(|target| target.selected).all(|target| target.test));
    let examples = chosen(&|s| s.kinds = TargetKinds { examples: true, ..TargetKinds::default() }).unwrap();
    assert_eq!(targets(&examples), ["one:example:e"]);

    let deep = chosen(&|s| s.features = vec!["slow".into()]).unwrap();
    assert_eq!(targets(&deep), ["one:lib:one", "one:bin:one", "two:lib:renamed", "two:bin:extra"], "a feature of a member's member");
    let bare = chosen(&|s| s.no_default_features = true).unwrap();
    assert!(bare.targets.iter().all(|target| target.features.is_empty()));
    assert_eq!(chosen(&|s| s.features = vec!["none".into()]).unwrap_err(), DiscoverError::NoSuchFeature("none".into()));
}

#[test]
fn without_metadata_the_folder_is_linted() {
    let broken = folder(&[("Cargo.toml", "[package]\nname = 7\n"), ("src/main.rs", "fn main() {}"), ("src/part.rs", "")]);
    let plan = discover(&selection(broken.path(), &[])).unwrap();
    assert!(plan.notes[0].contains("`cargo metadata` failed"), "{:?}", plan.notes);
    assert_eq!(lone(&plan, broken.path()), ["src/main.rs", "src/part.rs"]);
}

#[test]
fn a_plain_folder_has_packages_and_lone_files() {
    let plain = folder(&[
        ("deep/pkg/Cargo.toml", &manifest("pkg", "[workspace]\n")),
        ("deep/pkg/src/lib.rs", ""),
        ("deep/pkg/scratch.rs", ""),
        ("deep/lone.rs", ""),
        ("main.rs", ""),
        (".hidden/not.rs", ""),
        ("built/CACHEDIR.TAG", ""),
        ("built/not.rs", ""),
        ("deep/pkg/target/not.rs", ""),
    ]);
    let plan = discover(&selection(plain.path(), &[])).unwrap();
    assert_eq!(targets(&plan), ["pkg:lib:pkg"]);
    assert_eq!(lone(&plan, plain.path()), ["deep/lone.rs", "main.rs"]);
    let named = discover(&selection(plain.path(), &["built"])).unwrap();
    assert_eq!(lone(&named, plain.path()), ["built/not.rs"], "a build folder is linted if it is named");
}

#[test]
fn a_file_has_the_edition_of_the_manifest_above() {
    let files = folder(&[
        ("free.rs", ""),
        ("ws/Cargo.toml", "[workspace]\nmembers = []\n[workspace.package]\nedition = \"2018\"\n"),
        ("ws/member/Cargo.toml", "[package]\nname = \"m\"\nversion = \"0.1.0\"\nedition.workspace = true\n"),
        ("ws/member/a.rs", ""),
        ("old/Cargo.toml", "[package]\nname = \"o\"\nversion = \"0.1.0\"\n"),
        ("old/a.rs", ""),
    ]);
    let plan = discover(&selection(files.path(), &["free.rs", "ws/member/a.rs", "old/a.rs"])).unwrap();
    let editions: Vec<_> = plan.lone.iter().map(|file| file.edition).collect();
    assert_eq!(editions, [Edition::E2024, Edition::E2018, Edition::E2015]);
    assert!(plan.lone.iter().all(|file| file.named));
}

#[test]
fn configurations_stand_in_one_place() {
    let both = folder(&[("Cargo.toml", &manifest("p", "[workspace]\n[package.metadata.lint]\n")), ("src/lib.rs", ""), ("lint.toml", "")]);
    let plan = discover(&selection(both.path(), &[])).unwrap();
    assert!(plan.configs[0].table.as_ref().unwrap_err().contains("two places"));

    let nested = workspace();
    fs::write(nested.path().join("lint.toml"), "[levels]\nall = \"warn\"\n").unwrap();
    fs::write(nested.path().join("one/lint.toml"), "[levels]\nall = \"deny\"\n").unwrap();
    let plan = discover(&selection(nested.path(), &["one"])).unwrap();
    let folders: Vec<_> = plan.configs.iter().map(|config| config.folder.clone()).collect();
    assert_eq!(folders, [nested.path().to_owned(), nested.path().join("one")], "outer ones first");
    let file = discover(&selection(nested.path(), &["one/src/lib.rs"])).unwrap();
    assert_eq!(file.configs, plan.configs, "a lone file has those above it");
}

#[test]
fn what_is_not_there_is_an_error() {
    let empty = tempfile::tempdir().unwrap();
    let error = discover(&selection(empty.path(), &["nope.rs"])).unwrap_err();
    assert_eq!(error, DiscoverError::NoSuchPath(empty.path().join("nope.rs")));
    let mut named = selection(empty.path(), &[]);
    named.packages = vec!["one".into()];
    assert_eq!(discover(&named).unwrap_err(), DiscoverError::NeedsPackage("--package"));
}

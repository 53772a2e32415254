//! Fixtures rewritten into programs that do the same: the verdict must stay, rule and line.
//!
//! A rewrite changes the text and keeps its lines, so the markers hold for what comes out. By default each fixture goes through the one
//! rewrite that its name falls to; with `METAMORPHIC=all` in the environment through all of them. Where the linter says something else of
//! the rewritten program (and the compiler takes it: not each rewrite fits each program), the table `known.tsv` must have it: a rewrite, a
//! fixture, and what is wrong. One that is not in the table fails, and so does one that is and no longer happens. `METAMORPHIC=all
//! BLESS=1` writes the table anew.
#![expect(dead_code, reason = "what the harness of the fixtures offers besides")]

#[path = "../fixtures/artefacts.rs"]
mod artefacts;
#[path = "../fixtures/cores.rs"]
mod cores;
#[path = "../fixtures/fixture.rs"]
mod fixture;
#[path = "../fixtures/lint.rs"]
mod lint;
mod names;
mod rewrite;
mod shapes;
#[path = "../fixtures/voice.rs"]
mod voice;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::Value;

use crate::artefacts::Artefacts;
use crate::cores::Cores;
use crate::fixture::Fixture;
use crate::lint::{Key, Linter};
use crate::rewrite::{REWRITES, Rewrite, Rewritten};

/// So many programs go into one run of the linter.
const RUN: usize = 24;

/// A disagreement: the rewrite, the fixture, what is wrong.
type Known = BTreeMap<(String, String), String>;

struct Bench {
    artefacts: Artefacts,
    linter: Linter,
    cores: Arc<Cores>,
    package: PathBuf,
    known: Known,
    found: Mutex<Known>,
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(2);
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let package = package.canonicalize().unwrap_or_else(|_| package.to_owned());
    let fixtures = fixture::collect(&package, Path::new("")).fixtures;
    let all = std::env::var_os("METAMORPHIC").is_some_and(|value| value == "all");
    let bless = std::env::var_os("BLESS").is_some();
    let bench = match bench(&package, &fixtures) {
        Ok(bench) => Arc::new(bench),
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::FAILURE;
        }
    };
    let judged = |fixture: &Fixture| fixture.open.is_none() && fixture.edition.is_none() && bench.linter.not_yet(fixture).is_none();
    let fixtures: Vec<_> = fixtures.into_iter().filter(judged).map(Arc::new).collect();
    let mut trials = Vec::new();
    for (n, rewrite) in REWRITES.iter().enumerate() {
        let due: Vec<_> = fixtures.iter().filter(|fixture| all || falls_to(&fixture.name) == n).cloned().collect();
        let mut groups: BTreeMap<(bool, String), Vec<Arc<Fixture>>> = BTreeMap::new();
        for fixture in due {
            // A rule that must be asked for is asked for in a run of its own.
            let pedantic = bench.linter.pedantic(&Key::of(&fixture));
            let group = if pedantic || all { fixture.name.split("::").next().unwrap_or_default().to_owned() } else { "all".to_owned() };
            groups.entry((pedantic, group)).or_default().push(fixture);
        }
        for ((_, group), due) in groups {
            for (part, due) in due.chunks(RUN).map(<[_]>::to_vec).enumerate() {
                let bench = Arc::clone(&bench);
                let name = format!("{}::{group}::{part}", rewrite.name);
                trials.push(Trial::test(name, move || check(&bench, rewrite, &due, bless && all).map_err(Failed::from)));
            }
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if bless && all && arguments.filter.is_none() {
        let found = bench.found.lock().unwrap_or_else(PoisonError::into_inner);
        let rows = found.iter().map(|((rewrite, fixture), what)| format!("{rewrite}\t{fixture}\t{what}\n"));
        if let Err(error) = fs::write(table(&package), rows.collect::<String>()) {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    }
    conclusion.exit_code()
}

fn bench(package: &Path, fixtures: &[Fixture]) -> Result<Bench, String> {
    let artefacts = Artefacts::build(package)?;
    let cores = Arc::new(Cores::new());
    let linter = Linter::new(&artefacts.linter, package, &artefacts.scratch, Arc::clone(&cores), fixtures)?;
    let rows = fs::read_to_string(table(package)).map_err(|error| format!("the table of what is known: {error}"))?;
    let mut known = Known::new();
    for row in rows.lines() {
        let mut cells = row.splitn(3, '\t').map(str::to_owned);
        let (Some(rewrite), Some(fixture), Some(what)) = (cells.next(), cells.next(), cells.next()) else {
            return Err(format!("not a row of the table: {row}"));
        };
        known.insert((rewrite, fixture), what);
    }
    let stale = known.keys().find(|(rewrite, name)| {
        !fixtures.iter().any(|fixture| fixture.name == *name) || !REWRITES.iter().any(|known| known.name == *rewrite)
    });
    if let Some((rewrite, fixture)) = stale {
        return Err(format!("the table of what is known names what there is not: {rewrite}, {fixture}"));
    }
    Ok(Bench { artefacts, linter, cores, package: package.to_owned(), known, found: Mutex::default() })
}

fn table(package: &Path) -> PathBuf {
    package.join("tests/metamorphic/known.tsv")
}

/// The rewrite that a fixture goes through by default.
fn falls_to(name: &str) -> usize {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    usize::try_from(hasher.finish() % REWRITES.len() as u64).unwrap_or(0)
}

/// Rewrites some fixtures, lints them in one run, and compares.
fn check(bench: &Bench, rewrite: &Rewrite, due: &[Arc<Fixture>], bless: bool) -> Result<(), String> {
    let base = bench.artefacts.scratch.join("metamorphic").join(rewrite.name);
    let mut programs: Vec<Program> = Vec::new();
    for fixture in due {
        let folder = base.join(fixture.name.replace("::", "-"));
        let _ = fs::remove_dir_all(&folder);
        programs.extend(rewritten(rewrite, fixture, folder)?);
    }
    let Some(Program { fixture: first, .. }) = programs.first() else { return Ok(()) };
    let key = if bench.linter.pedantic(&Key::of(first)) {
        Key::of(first)
    } else {
        Key::of(due.iter().find(|one| !bench.linter.pedantic(&Key::of(one))).unwrap_or(&due[0]))
    };
    let roots: Vec<_> = programs.iter().map(|program| program.root.clone()).collect();
    let messages = bench.linter.lint_in(&base, &key, &[], &roots)?;
    let mut wrong = Vec::new();
    for program in &programs {
        let what = disagreement(program, &base, &messages);
        // Not each rewrite fits each program: the compiler knows.
        let what = what.filter(|_| bench.cores.with(|| compiles(&bench.artefacts, &program.root)));
        let place = (rewrite.name.to_owned(), program.fixture.name.clone());
        let known = bench.known.get(&place);
        match &what {
            Some(what) if !bless && known != Some(what) => wrong.push(format!("{}\t{}\t{what}", place.0, place.1)),
            None if known.is_some() && !bless => wrong.push(format!("{}\t{}: it agrees now, take its row away", place.0, place.1)),
            _ => {}
        }
        if let Some(what) = what {
            bench.found.lock().unwrap_or_else(PoisonError::into_inner).insert(place, what);
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("{}\n(the programs are in {})", wrong.join("\n"), base.display())) }
}

/// A rewritten program.
struct Program<'f> {
    fixture: &'f Fixture,
    folder: PathBuf,
    root: PathBuf,
    /// The lines to which statements were moved.
    moved: BTreeSet<usize>,
}

/// Writes the rewritten program; nothing if there is nothing in it to rewrite.
fn rewritten<'f>(rewrite: &Rewrite, fixture: &'f Fixture, folder: PathBuf) -> Result<Option<Program<'f>>, String> {
    let mut files = Vec::new();
    for file in &fixture.files {
        let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        files.push((file.strip_prefix(fixture.folder()).unwrap_or(file).to_owned(), text));
    }
    let root = fixture.root.strip_prefix(fixture.folder()).unwrap_or(&fixture.root).to_owned();
    let Some(Rewritten { files, root }) = (rewrite.apply)(&files, &root) else { return Ok(None) };
    let mut moved = BTreeSet::new();
    for (name, text) in files {
        moved.extend(text.lines().enumerate().filter(|(_, line)| Some(*line) == rewrite.moved_to).map(|(at, _)| at + 1));
        let path = folder.join(name);
        let written = fs::create_dir_all(path.parent().unwrap_or(&folder)).and_then(|()| fs::write(&path, text));
        written.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    let root = folder.join(root);
    Ok(Some(Program { fixture, folder, root, moved }))
}

/// What the linter says that it should not, and does not say that it should.
fn disagreement(program: &Program, base: &Path, messages: &[Value]) -> Option<String> {
    let Program { fixture, folder, moved, .. } = program;
    let mut found = BTreeSet::new();
    for message in messages {
        let spans = message["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
        let Some(span) = spans.iter().find(|span| span["is_primary"] == true) else { continue };
        if base.join(span["file_name"].as_str().unwrap_or_default()).starts_with(folder) {
            let rule = message["code"]["code"].as_str().unwrap_or_default();
            let line = span["line_start"].as_u64().and_then(|line| usize::try_from(line).ok()).unwrap_or(0);
            found.insert((rule.strip_prefix("must_abort::").unwrap_or(rule).to_owned(), line));
        }
    }
    let wanted: BTreeSet<_> = fixture.markers.iter().map(|marker| (marker.rule.clone(), marker.line)).collect();
    let mut missing: Vec<_> = wanted.difference(&found).collect();
    let mut surplus: Vec<_> = found.difference(&wanted).filter(|(rule, _)| !fixture.also.contains(rule)).collect();
    // A statement that was moved is reported where it stands now.
    surplus.retain(|(rule, line)| {
        let before = missing.len();
        if moved.contains(line) {
            missing.retain(|(other, _)| other != rule);
        }
        missing.len() == before
    });
    let missing = missing.into_iter().map(|(rule, line)| format!("not {rule} at {line}"));
    let all: Vec<_> = missing.chain(surplus.into_iter().map(|(rule, line)| format!("{rule} at {line}"))).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Whether the compiler takes a program for one.
fn compiles(artefacts: &Artefacts, root: &Path) -> bool {
    let folder = artefacts.scratch.join("check");
    let mut command = artefacts.rustc("2024");
    command.arg("--emit=metadata").arg("--out-dir").arg(&folder).arg(root);
    fs::create_dir_all(&folder).is_ok() && command.output().is_ok_and(|output| output.status.success())
}

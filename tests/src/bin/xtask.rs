//! Chores of the project that no test does by itself: `cargo xtask corpus` and `cargo xtask docs`.
//!
//! `docs` writes the pages of the rules, `lint/docs/rules/RULE.md`, from the docs of their files and a fixture.
//!
//! The corpus is a list of published crates at fixed versions (`tests/corpus/crates.tsv`). Each is fetched through cargo and linted as it
//! stands. What comes out is compared with the tables beside the list: `counts.tsv` (what was found and what was not known, by rule and
//! reason) and `findings.tsv` (every finding, with the verdict of somebody who read the code: `true` or `false`, and why).
//! `--bless` writes the tables anew and keeps the verdicts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use cargo_metadata::Message;
use cargo_metadata::diagnostic::DiagnosticLevel;

use must_abort_lint::rules::RULES;
use must_abort_tests::{project, rule_page};

/// No crate may take longer.
const LIMIT: Duration = Duration::from_mins(10);

type Fault = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.split_first() {
        Some((chore, rest)) if chore == "corpus" => match corpus(rest) {
            Ok(true) => ExitCode::SUCCESS,
            Ok(false) => ExitCode::FAILURE,
            Err(fault) => {
                eprintln!("error: {fault}");
                ExitCode::from(2)
            }
        },
        Some((chore, [])) if chore == "docs" => match docs() {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => {
                eprintln!("error: {fault}");
                ExitCode::from(2)
            }
        },
        _ => {
            eprintln!("usage: cargo xtask corpus [--bless] [CRATE]…");
            eprintln!("       cargo xtask docs");
            ExitCode::from(2)
        }
    }
}

/// Writes the pages of the rules, and takes away those of rules that are no more.
fn docs() -> Result<(), Fault> {
    let folder = project().join("lint/docs/rules");
    fs::create_dir_all(&folder)?;
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if !RULES.iter().any(|rule| path.file_stem().is_some_and(|stem| stem == rule.id)) {
            fs::remove_file(path)?;
        }
    }
    for rule in RULES {
        fs::write(folder.join(rule.id).with_extension("md"), rule_page(rule)?)?;
    }
    Ok(())
}

/// What the linter said of one crate.
#[derive(Debug, Default)]
struct Linted {
    files: u64,
    lines: u64,
    seconds: f64,
    findings: Vec<Finding>,
    /// Reasons with counts.
    unknown: BTreeMap<String, u64>,
    /// Of channels and workers: how many there are, how many were followed.
    followed: BTreeMap<String, (u64, u64)>,
    /// What must not be: a crash, a syntax error, a fault of the linter.
    faults: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    krate: String,
    place: String,
    rule: String,
    level: String,
}

/// Lints the corpus; whether everything is as the tables say.
fn corpus(args: &[String]) -> Result<bool, Fault> {
    let bless = args.iter().any(|arg| arg == "--bless");
    let names: Vec<&String> = args.iter().filter(|arg| *arg != "--bless").collect();
    if let Some(option) = names.iter().find(|name| name.starts_with('-')) {
        return Err(format!("unknown option `{option}`").into());
    }
    let folder = project().join("tests/corpus");
    let pinned: Vec<(String, String)> =
        rows(&folder.join("crates.tsv"))?.into_iter().filter_map(|row| Some((row.first()?.clone(), row.get(1)?.clone()))).collect();
    if let Some(unknown) = names.iter().find(|name| !pinned.iter().any(|(krate, _)| krate == **name)) {
        return Err(format!("`{unknown}` is not in the corpus").into());
    }
    let linter = build()?;
    let mut all: BTreeMap<String, Linted> = BTreeMap::new();
    for (name, version) in pinned.iter().filter(|(name, _)| names.is_empty() || names.contains(&name)) {
        let source = fetch(name, version)?;
        let linted = lint(&linter, name, &source)?;
        println!(
            "{name} {version}: {} files, {} lines, {:.1} s, {} findings, {} not known",
            linted.files,
            linted.lines,
            linted.seconds,
            linted.findings.len(),
            linted.unknown.values().sum::<u64>()
        );
        linted.faults.iter().for_each(|fault| println!("  FAULT {fault}"));
        all.insert(name.clone(), linted);
    }
    judge(&folder, &all, bless, names.is_empty())
}

/// The linter, as it is shipped.
fn build() -> Result<PathBuf, Fault> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(project())
        .args(["build", "--release", "--quiet", "--package", "must-abort-lint", "--message-format", "json"])
        .stderr(Stdio::inherit())
        .output()?;
    let built = Message::parse_stream(output.stdout.as_slice()).filter_map(Result::ok).find_map(|message| match message {
        Message::CompilerArtifact(artifact) if artifact.target.name == "cargo-lint" => artifact.executable,
        _ => None,
    });
    Ok(built.ok_or("cargo built no `cargo-lint`")?.into_std_path_buf())
}

/// The unpacked source of a crate; cargo has it, or gets it.
fn fetch(name: &str, version: &str) -> Result<PathBuf, Fault> {
    if let Some(found) = unpacked(name, version) {
        return Ok(found);
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // Outside of any workspace, where cargo would take the name for one of its packages.
    let status = Command::new(cargo)
        .current_dir(std::env::temp_dir())
        .args(["info", "--quiet", &format!("{name}@{version}")])
        .stdout(Stdio::null())
        .status()?;
    if !status.success() {
        return Err(format!("cargo can't get {name} {version}").into());
    }
    unpacked(name, version).ok_or_else(|| format!("cargo did not unpack {name} {version}").into())
}

fn unpacked(name: &str, version: &str) -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")))?;
    let registries = fs::read_dir(home.join("registry/src")).ok()?;
    let mut found: Vec<PathBuf> =
        registries.filter_map(Result::ok).map(|registry| registry.path().join(format!("{name}-{version}"))).collect();
    found.sort();
    found.into_iter().find(|path| path.join("Cargo.toml").is_file())
}

/// Runs the linter in a crate's folder.
fn lint(linter: &Path, name: &str, source: &Path) -> Result<Linted, Fault> {
    let scratch = project().join("target/corpus");
    fs::create_dir_all(&scratch)?;
    let (out, err) = (scratch.join(format!("{name}.json")), scratch.join(format!("{name}.txt")));
    let mut linted = Linted::default();
    let start = Instant::now();
    let mut child = Command::new(linter)
        .current_dir(source)
        .args(["--message-format", "json", "--verbose", "--no-cache", "--manifest-path", "Cargo.toml"])
        .stdout(File::create(&out)?)
        .stderr(File::create(&err)?)
        .spawn()?;
    let code = loop {
        if let Some(status) = child.try_wait()? {
            break status.code();
        }
        if start.elapsed() > LIMIT {
            child.kill()?;
            child.wait()?;
            linted.faults.push(format!("not done after {} s", LIMIT.as_secs()));
            break None;
        }
        std::thread::sleep(Duration::from_millis(50));
    };
    linted.seconds = start.elapsed().as_secs_f64();
    let said = fs::read_to_string(&err)?;
    if !matches!(code, Some(0 | 1)) {
        linted.faults.push(format!("it ended with {code:?}: {}", said.lines().last().unwrap_or_default()));
    }
    for message in Message::parse_stream(fs::read_to_string(&out)?.as_bytes()).filter_map(Result::ok) {
        let Message::CompilerMessage(found) = message else { continue };
        let rule = found.message.code.as_ref().map(|code| code.code.replace("must_abort::", "")).unwrap_or_default();
        let span = found.message.spans.iter().find(|span| span.is_primary).ok_or("a finding without a place")?;
        let place = format!("{}:{}", span.file_name, span.line_start);
        if ["syntax", "internal", "unreadable", "module"].contains(&rule.as_str()) {
            linted.faults.push(format!("{place}: {rule}: {}", found.message.message));
        } else {
            let level = if found.message.level == DiagnosticLevel::Error { "deny" } else { "warn" };
            linted.findings.push(Finding { krate: name.to_owned(), place, rule, level: level.to_owned() });
        }
    }
    linted.findings.sort();
    read_verbose(&said, &mut linted);
    Ok(linted)
}

/// `3 crates, 14 files, 3571 lines; …`, then a line a reason: count and words.
fn read_verbose(said: &str, linted: &mut Linted) {
    for line in said.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let [_, "crates,", files, "files,", lines, "lines;", ..] = words.as_slice() {
            linted.files = files.parse().unwrap_or(0);
            linted.lines = lines.parse().unwrap_or(0);
        } else if let [all, "channels," | "workers,", known, "followed"] = words.as_slice() {
            let what = words[1].trim_end_matches(',').to_owned();
            linted.followed.insert(what, (all.parse().unwrap_or(0), known.parse().unwrap_or(0)));
        } else if line.starts_with(' ')
            && let Some((count, why)) = line.trim().split_once(' ')
            && let Ok(count) = count.parse()
        {
            linted.unknown.insert(why.to_owned(), count);
        }
    }
}

/// Compares with the tables, or writes them.
fn judge(folder: &Path, all: &BTreeMap<String, Linted>, bless: bool, whole: bool) -> Result<bool, Fault> {
    let table = folder.join("findings.tsv");
    let known: BTreeMap<Vec<String>, Vec<String>> = rows(&table)
        .unwrap_or_default()
        .into_iter()
        .filter(|row| row.len() >= 4)
        .map(|mut row| {
            let verdict = row.split_off(4);
            (row, verdict)
        })
        .collect();
    let found: BTreeSet<Vec<String>> = all
        .values()
        .flat_map(|linted| &linted.findings)
        .map(|one| vec![one.krate.clone(), one.place.clone(), one.rule.clone(), one.level.clone()])
        .collect();
    let mut good = all.values().all(|linted| linted.faults.is_empty());
    let mut lines = Vec::new();
    for row in &found {
        let verdict = known.get(row).map(Vec::as_slice).unwrap_or_default();
        let (word, why) = (verdict.first().map_or("", String::as_str), verdict.get(1).map_or("", String::as_str));
        lines.push(format!("{}\t{word}\t{why}", row.join("\t")));
        match word {
            "true" => {}
            "false" if row[3] != "deny" => {}
            "false" => {
                println!("FALSE at deny level: {}", row.join(" "));
                good = false;
            }
            _ => {
                println!("NO VERDICT: {}", row.join(" "));
                good = false;
            }
        }
    }
    for gone in known.keys().filter(|row| all.contains_key(&row[0]) && !found.contains(*row)) {
        println!("GONE: {}", gone.join(" "));
        good &= bless;
    }
    let counts = counts(all);
    let counted = folder.join("counts.tsv");
    if bless {
        if !whole {
            return Err("--bless takes the whole corpus".into());
        }
        fs::write(
            &table,
            format!(
                "# Every finding in the corpus, and what somebody who read the code says of it.\ncrate\tplace\trule\tlevel\tverdict\twhy\n{}",
                lines.iter().map(|line| line.clone() + "\n").collect::<String>()
            ),
        )?;
        fs::write(&counted, counts)?;
    } else if whole && fs::read_to_string(&counted).unwrap_or_default() != counts {
        println!("DIFFERENT from {}:\n{counts}", counted.display());
        good = false;
    }
    let total = |of: fn(&Linted) -> u64| all.values().map(of).sum::<u64>();
    println!(
        "{} crates, {} files, {} lines, {:.0} s, {} findings, {} faults",
        all.len(),
        total(|linted| linted.files),
        total(|linted| linted.lines),
        all.values().map(|linted| linted.seconds).sum::<f64>(),
        found.len(),
        all.values().map(|linted| linted.faults.len()).sum::<usize>()
    );
    Ok(good)
}

/// Counts per rule and per reason, of all crates and of each.
fn counts(all: &BTreeMap<String, Linted>) -> String {
    let mut rules: BTreeMap<&str, u64> = BTreeMap::new();
    let mut unknown: BTreeMap<&str, u64> = BTreeMap::new();
    let mut text = String::from(
        "# What the corpus comes to: findings per rule, things not known per reason, and the figures of each crate.\nkind\tname\tcount\n",
    );
    for linted in all.values() {
        linted.findings.iter().for_each(|one| *rules.entry(&one.rule).or_default() += 1);
        linted.unknown.iter().for_each(|(why, count)| *unknown.entry(why).or_default() += count);
    }
    text.extend(rules.iter().map(|(rule, count)| format!("rule\t{rule}\t{count}\n")));
    text.extend(unknown.iter().map(|(why, count)| format!("unknown\t{why}\t{count}\n")));
    for what in ["channels", "workers"] {
        let of = |linted: &Linted| linted.followed.get(what).copied().unwrap_or_default();
        let total = |part: fn((u64, u64)) -> u64| all.values().map(|linted| part(of(linted))).sum::<u64>();
        let figures = [("made", total(|(made, _)| made)), ("followed", total(|(_, followed)| followed))];
        text.extend(figures.iter().map(|(word, count)| format!("{word}\t{what}\t{count}\n")));
    }
    for (name, linted) in all {
        let figures = [
            ("files", linted.files),
            ("lines", linted.lines),
            ("findings", linted.findings.len() as u64),
            ("unknown", linted.unknown.values().sum()),
        ];
        text.extend(figures.iter().map(|(what, count)| format!("{what}\t{name}\t{count}\n")));
    }
    text
}

/// The rows of a table after its heading; lines that start with `#` are comments.
fn rows(path: &Path) -> Result<Vec<Vec<String>>, Fault> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    Ok(lines.skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

//! Chores of the project that no test does by itself: `cargo xtask lint`, `cargo xtask corpus`, `cargo xtask real-bugs`, `cargo xtask docs`.
//!
//! `lint NAME@VERSION` gets a published crate through cargo and shows what the linter says of it; further options go to the linter.
//!
//! `docs` writes the pages of the rules, `lint/docs/rules/RULE.md`, from the docs of their files and a fixture.
//!
//! The corpus is a list of published crates at fixed versions (`tests/corpus/crates.tsv`). Each is fetched through cargo and linted as it
//! stands. What comes out is compared with the tables beside the list: `counts.tsv` (what was found and what was not known, by rule and
//! reason) and `findings.tsv` (every finding, with the verdict of somebody who read the code: `true` or `false`, and why).
//! `--bless` writes the tables anew and keeps the verdicts.
//!
//! The real bugs (`real-bugs.tsv`) are places in published crates that somebody mended in a later version, and places that only look like
//! one. Each version is linted, and what is said of the place goes into the table: the finding, and whether it is gone in the mended version.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
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
    let done = match args.split_first() {
        Some((chore, rest)) if chore == "corpus" => corpus(rest),
        Some((chore, rest)) if chore == "real-bugs" => real_bugs(rest),
        Some((chore, [])) if chore == "docs" => docs().map(|()| true),
        Some((chore, [spec, options @ ..])) if chore == "lint" => {
            return published(spec, options).unwrap_or_else(|fault| {
                eprintln!("error: {fault}");
                ExitCode::from(2)
            });
        }
        _ => {
            eprintln!("usage: cargo xtask lint NAME@VERSION [OPTION]…");
            eprintln!("       cargo xtask corpus [--bless] [CRATE]…");
            eprintln!("       cargo xtask real-bugs [--bless] [ID]…");
            eprintln!("       cargo xtask docs");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("error: {fault}");
            ExitCode::from(2)
        }
    }
}

/// Lints a published crate as a user would in its folder; ends as the linter ends.
fn published(spec: &str, options: &[String]) -> Result<ExitCode, Fault> {
    let (name, version) = spec.split_once('@').ok_or_else(|| format!("`{spec}` is not NAME@VERSION"))?;
    std::env::set_current_dir(fetch(name, version)?)?;
    let args = ["cargo-lint", "lint", "--manifest-path", "Cargo.toml"].map(OsString::from);
    Ok(ExitCode::from(must_abort_lint::cli::main(args.into_iter().chain(options.iter().map(OsString::from)))))
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
    /// Of calls that make both ends of a channel: how many there are, how many were resolved.
    pairs: (u64, u64),
    /// Of those that were not followed: kind and reason, with counts.
    lost: BTreeMap<(String, String), u64>,
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
        let linted = lint(&linter, name, &source, &[])?;
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
fn lint(linter: &Path, name: &str, source: &Path, options: &[&str]) -> Result<Linted, Fault> {
    let scratch = project().join("target/corpus");
    fs::create_dir_all(&scratch)?;
    let (out, err) = (scratch.join(format!("{name}.json")), scratch.join(format!("{name}.txt")));
    let mut linted = Linted::default();
    let start = Instant::now();
    let mut child = Command::new(linter)
        .current_dir(source)
        .args(["--message-format", "json", "--verbose", "--no-cache", "--manifest-path", "Cargo.toml"])
        .args(options)
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
    let mut kind = None;
    for line in said.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let [_, "crates,", files, "files,", lines, "lines;", ..] = words.as_slice() {
            linted.files = files.parse().unwrap_or(0);
            linted.lines = lines.parse().unwrap_or(0);
        } else if let [all, "channels," | "workers,", known, "followed"] = words.as_slice() {
            let what = words[1].trim_end_matches(',').to_owned();
            linted.followed.insert(what.clone(), (all.parse().unwrap_or(0), known.parse().unwrap_or(0)));
            kind = Some(what);
        } else if let [all, "calls", .., "channel,", known, "resolved"] = words.as_slice() {
            linted.pairs = (all.parse().unwrap_or(0), known.parse().unwrap_or(0));
        } else if line.starts_with("not known") {
            kind = None;
        } else if line.starts_with(' ')
            && let Some((count, why)) = line.trim().split_once(' ')
            && let Ok(count) = count.parse()
        {
            match &kind {
                Some(what) => linted.lost.insert((what.clone(), why.to_owned()), count),
                None => linted.unknown.insert(why.to_owned(), count),
            };
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
    let pairs = |part: fn((u64, u64)) -> u64| all.values().map(|linted| part(linted.pairs)).sum::<u64>();
    let figures = [("made", pairs(|(made, _)| made)), ("resolved", pairs(|(_, resolved)| resolved))];
    text.extend(figures.iter().map(|(word, count)| format!("{word}\tcalls that make both ends of a channel\t{count}\n")));
    let mut lost: BTreeMap<&(String, String), u64> = BTreeMap::new();
    all.values().flat_map(|linted| &linted.lost).for_each(|(why, count)| *lost.entry(why).or_default() += count);
    text.extend(lost.iter().map(|((what, why), count)| format!("not followed\t{what} {why}\t{count}\n")));
    for (name, linted) in all {
        let of = |what: &str| linted.followed.get(what).copied().unwrap_or_default();
        let (channels, workers) = (of("channels"), of("workers"));
        let figures = [
            ("files", linted.files),
            ("lines", linted.lines),
            ("findings", linted.findings.len() as u64),
            ("channels", channels.0),
            ("channels followed", channels.1),
            ("workers", workers.0),
            ("workers followed", workers.1),
            ("unknown", linted.unknown.values().sum()),
        ];
        text.extend(figures.iter().map(|(what, count)| format!("{what}\t{name}\t{count}\n")));
    }
    text
}

/// How far from the place a finding may be that is meant by it: the head of a loop that is left there is reported, and not the way out.
const NEAR: u32 = 25;

/// A row of the table of real bugs.
struct Bug {
    /// All its columns; those from `REPORTED` on say what the linter does.
    row: Vec<String>,
}

/// The column in which the findings stand, then whether they are gone in the mended version, then why if they are not as they should be.
const REPORTED: usize = 8;

impl Bug {
    fn rules(&self) -> Vec<&str> {
        self.row[7].split('|').collect()
    }

    fn is_safe(&self) -> bool {
        self.row[7] == "none"
    }

    /// The mended version: its crate's name and version.
    fn fixed(&self) -> Option<(&str, &str)> {
        match self.row[3].split_once('=') {
            Some(moved) => Some(moved),
            None => (self.row[3] != "-").then_some((self.row[1].as_str(), self.row[3].as_str())),
        }
    }

    fn options(&self) -> Vec<&str> {
        if self.row[4] == "-" { Vec::new() } else { vec!["--features", &self.row[4]] }
    }

    fn place(&self) -> Result<(&str, u32), Fault> {
        let (file, line) = self.row[5].split_once(':').ok_or("a place is `file:line`")?;
        Ok((file, line.parse()?))
    }

    /// What the table says of it, from what was found in the buggy version and in the mended one.
    fn judge(&mut self, source: &Path, found: &[Finding], fixed: Option<(&Path, &[Finding])>) -> Result<(), Fault> {
        let (reported, clean) = if self.is_safe() {
            let all: Vec<String> = found.iter().map(|one| format!("{} {}", one.rule, one.place)).collect();
            (if all.is_empty() { "none".to_owned() } else { all.join(", ") }, "-")
        } else {
            let (file, line) = self.place()?;
            let rules = self.rules();
            let fits = |one: &&Finding| rules.contains(&one.rule.as_str());
            let distance = |one: &&Finding| match one.place.split_once(':') {
                Some((at, found)) if at == file => found.parse::<u32>().map_or(u32::MAX, |found| found.abs_diff(line)),
                _ => u32::MAX,
            };
            match found.iter().filter(fits).min_by_key(distance).filter(|one| distance(one) <= NEAR) {
                None => (String::new(), "-"),
                Some(one) => {
                    // The same text, reported as often as before, is the same finding.
                    let wanted = text_at(source, &one.place);
                    let count = |source: &Path, found: &[Finding]| {
                        found.iter().filter(|other| other.rule == one.rule && text_at(source, &other.place) == wanted).count()
                    };
                    let clean = match fixed {
                        None => "-",
                        Some((fixed, after)) if count(fixed, after) < count(source, found) => "yes",
                        Some(_) => "no",
                    };
                    (format!("{} {}", one.rule, one.place), clean)
                }
            }
        };
        self.row[REPORTED] = reported;
        clean.clone_into(&mut self.row[REPORTED + 1]);
        Ok(())
    }
}

/// The line of a source to which a place points.
fn text_at(source: &Path, place: &str) -> Option<String> {
    let (file, line) = place.split_once(':')?;
    let text = fs::read_to_string(source.join(file)).ok()?;
    Some(text.lines().nth(line.parse::<usize>().ok()?.checked_sub(1)?)?.trim().to_owned())
}

/// Lints the versions of the table of real bugs; whether all is as it says.
fn real_bugs(args: &[String]) -> Result<bool, Fault> {
    let bless = args.iter().any(|arg| arg == "--bless");
    let ids: Vec<&String> = args.iter().filter(|arg| *arg != "--bless").collect();
    let path = project().join("tests/corpus/real-bugs.tsv");
    let linter = build()?;
    let mut seen: BTreeMap<(String, String, String), (PathBuf, Vec<Finding>)> = BTreeMap::new();
    let mut good = true;
    let mut bugs: Vec<Bug> = Vec::new();
    for mut row in rows(&path)? {
        row.resize(REPORTED + 3, String::new());
        let mut bug = Bug { row };
        if ids.is_empty() || ids.contains(&&bug.row[0]) {
            let mut of = |name: &str, version: &str| -> Result<(PathBuf, Vec<Finding>), Fault> {
                let key = (name.to_owned(), version.to_owned(), bug.row[4].clone());
                if let Some(known) = seen.get(&key) {
                    return Ok(known.clone());
                }
                let source = fetch(name, version)?;
                let linted = lint(&linter, name, &source, &bug.options())?;
                linted.faults.iter().for_each(|fault| println!("  FAULT {name} {version}: {fault}"));
                Ok(seen.entry(key).or_insert((source, linted.findings)).clone())
            };
            let (source, found) = of(&bug.row[1], &bug.row[2])?;
            let fixed = bug.fixed().map(|(name, version)| of(name, version)).transpose()?;
            let before = bug.row.clone();
            bug.judge(&source, &found, fixed.as_ref().map(|(source, found)| (source.as_path(), found.as_slice())))?;
            println!("{} {} {}: {} [{}]", bug.row[0], bug.row[1], bug.row[2], bug.row[REPORTED], bug.row[REPORTED + 1]);
            if before != bug.row && !bless {
                println!("  DIFFERENT from the table");
                good = false;
            }
        }
        good &= !bug.is_safe() || bug.row[REPORTED] == "none";
        bugs.push(bug);
    }
    let (of, reported) = bugs.iter().filter(|bug| !bug.is_safe()).fold((0, 0), |(all, reported), bug| {
        (all + 1, reported + usize::from(!bug.row[REPORTED].is_empty() && bug.row[REPORTED + 1] != "no"))
    });
    let safe = bugs.iter().filter(|bug| bug.is_safe());
    println!("{reported} of {of} bugs are reported and gone where they are mended; {} safe places", safe.count());
    if bless {
        let text = fs::read_to_string(&path)?;
        let mut lines: Vec<String> =
            text.lines().filter(|line| line.starts_with('#') || line.starts_with("id\t")).map(str::to_owned).collect();
        lines.extend(bugs.iter().map(|bug| bug.row.join("\t")));
        fs::write(&path, lines.join("\n") + "\n")?;
    }
    Ok(good)
}

/// The rows of a table after its heading; lines that start with `#` are comments.
fn rows(path: &Path) -> Result<Vec<Vec<String>>, Fault> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    Ok(lines.skip(1).map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

//! The command: arguments, what is printed where, exit codes.
//!
//! Findings and what was asked for go to the standard output, everything else to the standard error, so that a format can be piped as it
//! is.

mod args;
mod config;
mod fix;
mod options;
mod watch;

use std::collections::HashSet;
use std::ffi::OsString;
use std::io::Write as _;

use indexmap::IndexMap;
/// What the program's memory comes from: states are made and dropped by the million, most of them small.
pub use mimalloc::MiMalloc as Allocator;

use crate::analysis::followed::{Kind, Lost};
use crate::config::nearest;
use crate::diagnostic::Level;
use crate::driver::{self, Outcome};
use crate::ir::Why;
use crate::report::{Report, RuleInfo, render};
use crate::rules::page::page;
use crate::rules::{RULES, Rule};
use fix::Fixing;
use options::{Mode, Options, Refusal};

/// Nothing at deny level.
const CLEAN: u8 = 0;
/// Findings.
const FOUND: u8 = 1;
/// Could not run.
const FAILED: u8 = 2;

/// Fixes may make room for others, but never for ever.
const FIX_ROUNDS: usize = 8;

/// Runs the command and gives its exit code.
pub fn main(args: impl IntoIterator<Item = OsString>) -> u8 {
    let cwd = match std::env::current_dir() {
        Ok(cwd) => cwd,
        Err(error) => return fail(&format!("the current folder can't be read: {error}")),
    };
    let options = match options::parse(args, cwd) {
        Ok(options) => options,
        Err(Refusal::Other(message)) => return fail(&message),
        Err(Refusal::Clap(error)) => {
            // Help and version are what was asked for.
            let code = if error.use_stderr() { FAILED } else { CLEAN };
            let _ = error.print();
            return code;
        }
    };
    quiet_panics();
    match &options.mode {
        Mode::List => {
            print(&list());
            CLEAN
        }
        Mode::Explain(rule) => explain(rule),
        Mode::ShowConfig => show_config(&options),
        Mode::DumpIr(func) => dump_ir(func, &options),
        Mode::Lint if options.watch => watch(&options),
        Mode::Lint => lint(&options),
    }
}

fn lint(options: &Options) -> u8 {
    let outcome = match driver::run(&options.run) {
        Ok(outcome) => outcome,
        Err(error) => return fail(&error.to_string()),
    };
    match options.fixing {
        Some(fixing) if fixing.diff => diff(&outcome, fixing),
        Some(fixing) => mend(outcome, fixing, options),
        None => report(&outcome, options),
    }
}

/// Prints what would change.
fn diff(outcome: &Outcome, fixing: Fixing) -> u8 {
    let fixed = fix::apply(outcome, fixing);
    print(&fixed.iter().map(fix::diff).collect::<String>());
    if fixed.is_empty() { CLEAN } else { FOUND }
}

/// Applies fixes until there are none, and reports what is left.
fn mend(mut outcome: Outcome, fixing: Fixing, options: &Options) -> u8 {
    let mut count = 0;
    // What was tried and did not help is not tried again.
    let mut tried: HashSet<(&'static str, String, String, String)> = HashSet::new();
    for round in 0..FIX_ROUNDS {
        for found in &mut outcome.diagnostics {
            let key = |title: &str| (found.rule, found.func.clone(), found.message.clone(), title.to_owned());
            found.fixes.retain(|fix| !tried.contains(&key(&fix.title)));
        }
        let fixed = fix::apply(&outcome, fixing);
        if fixed.is_empty() {
            break;
        }
        if round == 0
            && let Err(reason) = fix::guard(&fixed, fixing)
        {
            return fail(&reason);
        }
        for file in &fixed {
            if let Err(reason) = fix::write(file) {
                return fail(&reason);
            }
            count += file.applied.len();
        }
        tried.extend(fixed.into_iter().flat_map(|file| file.applied));
        outcome = match driver::run(&options.run) {
            Ok(outcome) => outcome,
            Err(error) => return fail(&error.to_string()),
        };
    }
    if count > 0 && !options.quiet {
        eprintln!("note: {count} {} applied", if count == 1 { "fix" } else { "fixes" });
    }
    report(&outcome, options)
}

/// Lints whenever something changes, until it is interrupted.
fn watch(options: &Options) -> u8 {
    loop {
        let started = std::time::SystemTime::now();
        // What can't run now may run after the next change.
        let files = match driver::run(&options.run) {
            Ok(outcome) => {
                report(&outcome, options);
                outcome.paths.iter().cloned().collect()
            }
            Err(error) => {
                fail(&error.to_string());
                Vec::new()
            }
        };
        let seen = watch::look(files.iter(), &options.run.selection.cwd);
        if !options.quiet {
            eprintln!("note: waiting for changes");
        }
        watch::wait(&seen, started);
    }
}

/// Prints the findings.
fn report(outcome: &Outcome, options: &Options) -> u8 {
    let rules: Vec<RuleInfo> = RULES.iter().map(|rule| info(rule)).collect();
    let success = outcome.success();
    let report = Report { files: &outcome.files, origins: &outcome.origins, diagnostics: &outcome.diagnostics, rules: &rules, success };
    if !options.quiet {
        outcome.notes.iter().for_each(|note| eprintln!("note: {note}"));
    }
    print(&render(options.format, &report, options.style));
    after(outcome, options);
    if success { CLEAN } else { FOUND }
}

/// What is said about the run besides its findings.
fn after(outcome: &Outcome, options: &Options) {
    if options.statistics {
        let mut counts: IndexMap<&str, usize> = IndexMap::new();
        for found in &outcome.diagnostics {
            *counts.entry(found.rule).or_default() += 1;
        }
        counts.sort_by(|a, n, b, m| m.cmp(n).then(a.cmp(b)));
        counts.iter().for_each(|(rule, count)| eprintln!("{count:>6} {rule}"));
    }
    if options.verbose {
        let stats = &outcome.stats;
        eprintln!("{} crates, {} files, {} lines; stubs: {}", stats.krates, stats.files, stats.lines, stats.stubs.join(", "));
        if stats.pairs.all > 0 {
            eprintln!("{} calls that make both ends of a channel, {} resolved", stats.pairs.all, stats.pairs.resolved);
        }
        for (kind, tally) in &stats.followed {
            let what = match kind {
                Kind::Channel => "channels",
                Kind::Worker => "workers",
            };
            eprintln!("{} {what}, {} followed", tally.all, tally.followed());
            tally.lost.iter().for_each(|(why, count)| eprintln!("{count:>6} {}", lost_text(*why)));
        }
        if !stats.given_up.is_empty() {
            eprintln!("not known, so nothing is said of it:");
        }
        stats.given_up.iter().for_each(|(why, count)| eprintln!("{count:>6} {}", why_text(*why)));
    }
    if options.timings {
        outcome.timings.iter().for_each(|(stage, time)| eprintln!("{:>9.1} ms {stage}", time.as_secs_f64() * 1e3));
    }
}

/// Why a channel or worker was not followed, in words.
fn lost_text(why: Lost) -> &'static str {
    match why {
        Lost::Unanswered => "of which nobody knows who would end a wait for them",
        Lost::Away => "of which code out of view has an end or handle",
        Lost::Bound => "that do more than was followed",
        Lost::Unseen => "that run code out of view",
    }
}

/// A reason in words.
fn why_text(why: Why) -> &'static str {
    match why {
        Why::Pending => "not computed",
        Why::NoStub => "a name of a crate that has no stub",
        Why::UnresolvedPath => "a name that resolves to nothing here: from a generated file, by a macro",
        Why::UnresolvedMethod => "a method that no type in view has",
        Why::UninferredType => "a type that nothing fixes",
        Why::UnknownMacro => "a macro that is not known",
        Why::DynamicCall => "a call through a trait object or parameter whose type is not in view",
        Why::NoBody => "a function whose body is not in view",
        Why::UnsafeCode => "unsafe code",
        Why::Escaped => "handed to code that is not in view",
        Why::Input => "from outside: a parameter of an entry point",
        Why::Data => "computed from data",
        Why::Cut => "a bound was hit",
    }
}

fn info(rule: &Rule) -> RuleInfo {
    RuleInfo { id: rule.id, docs: rule.docs, level: if rule.pedantic { Level::Allow } else { rule.level } }
}

/// A line a rule: id, level, effect.
fn list() -> String {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let line =
        |rule: &&Rule| format!("{:width$} {:8} {}", rule.id, if rule.pedantic { "pedantic" } else { level_word(rule.level) }, rule.effect);
    RULES.iter().map(|rule| line(rule).trim_end().to_owned() + "\n").collect()
}

fn level_word(level: Level) -> &'static str {
    match level {
        Level::Allow => "allow",
        Level::Warn => "warn",
        Level::Deny => "deny",
    }
}

fn explain(name: &str) -> u8 {
    let id = name.strip_prefix("must_abort::").unwrap_or(name).replace('-', "_");
    if let Some(rule) = RULES.iter().find(|rule| rule.id == id) {
        print(&page(rule));
        return CLEAN;
    }
    let hint = nearest(&id, RULES.iter().map(|rule| rule.id)).map(|id| format!(", did you mean `{id}`?")).unwrap_or_default();
    fail(&format!("unknown rule `{name}`{hint}"))
}

fn dump_ir(func: &str, options: &Options) -> u8 {
    match driver::dump_ir(&options.run, func) {
        Ok(texts) if texts.is_empty() => fail(&format!("no function's path is `{func}` or ends with it")),
        Ok(texts) => {
            print(&texts.join("\n"));
            CLEAN
        }
        Err(error) => fail(&error.to_string()),
    }
}

fn show_config(options: &Options) -> u8 {
    match driver::plan(&options.run.selection) {
        Ok((_, configs)) => {
            print(&configs.iter().map(config::text).collect::<String>());
            if configs.is_empty() {
                eprintln!("no configuration: defaults apply");
            }
            if !options.run.levels.is_empty() {
                print("# command line\n");
                options.run.levels.iter().for_each(|flag| print(&config::flag(flag)));
            }
            CLEAN
        }
        Err(error) => fail(&error.to_string()),
    }
}

/// Panics are caught where they belong to one file or body, and reported as findings there.
fn quiet_panics() {
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
}

fn print(text: &str) {
    // A reader that went away (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn fail(message: &str) -> u8 {
    eprintln!("error: {message}");
    FAILED
}

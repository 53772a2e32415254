//! What the arguments come to together.

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory as _, FromArgMatches as _};

use super::args::{Args, Cap, Color, MessageFormat};
use super::fix::Fixing;
use crate::config::{LevelFlag, Selector};
use crate::diagnostic::Level;
use crate::driver;
use crate::report::{Format, Style};
use crate::rules::RULES;
use crate::syntax::discover::{Selection, TargetKinds};

/// The resolved arguments.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Clone, Debug)]
pub struct Options {
    /// What to do.
    pub mode: Mode,
    /// What to lint, and how.
    pub run: driver::Options,
    /// The output format.
    pub format: Format,
    /// What the terminal takes.
    pub style: Style,
    /// Say more.
    pub verbose: bool,
    /// Say less.
    pub quiet: bool,
    /// Count the findings of each rule.
    pub statistics: bool,
    /// Say how long each stage took.
    pub timings: bool,
    /// Apply fixes.
    pub fixing: Option<Fixing>,
    /// Lint again whenever a file changes.
    pub watch: bool,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Lint.
    Lint,
    /// Print a rule's documentation.
    Explain(String),
    /// List the rules.
    List,
    /// Print the configuration.
    ShowConfig,
    /// Print a function's IR.
    DumpIr(String),
}

/// Why the arguments can't be taken.
pub enum Refusal {
    /// clap's message (also for `--help` and `--version`, which are no failures).
    Clap(clap::Error),
    /// Ours.
    Other(String),
}

impl From<clap::Error> for Refusal {
    fn from(error: clap::Error) -> Self {
        Self::Clap(error)
    }
}

/// Reads the arguments; the first is the program's name.
pub fn parse(args: impl IntoIterator<Item = OsString>, cwd: PathBuf) -> Result<Options, Refusal> {
    let mut args: Vec<OsString> = args.into_iter().collect();
    // Cargo calls `cargo-lint lint …`.
    if args.get(1).is_some_and(|first| first == "lint") {
        args.remove(1);
    }
    let matches = Args::command().try_get_matches_from(args)?;
    let args = Args::from_arg_matches(&matches)?;
    resolve(args, &matches, cwd)
}

fn resolve(args: Args, matches: &ArgMatches, cwd: PathBuf) -> Result<Options, Refusal> {
    let levels = levels(&args, matches)?;
    let some_kind = args.lib || args.bins || args.tests || args.examples || args.benches;
    let kinds = if args.all_targets {
        TargetKinds { lib: true, bins: true, tests: true, examples: true, benches: true }
    } else if some_kind {
        TargetKinds { lib: args.lib, bins: args.bins, tests: args.tests, examples: args.examples, benches: args.benches }
    } else {
        TargetKinds { lib: true, bins: true, ..TargetKinds::default() }
    };
    let selection = Selection {
        cwd,
        paths: args.paths,
        manifest_path: args.manifest_path,
        packages: args.package,
        workspace: args.workspace,
        exclude: args.exclude,
        kinds,
        features: args.features.iter().flat_map(|list| list.split_whitespace()).map(str::to_owned).collect(),
        all_features: args.all_features,
        no_default_features: args.no_default_features,
    };
    let mode = match (args.explain, args.dump_ir) {
        (Some(rule), _) => Mode::Explain(rule),
        (None, Some(func)) => Mode::DumpIr(func),
        (None, None) if args.list => Mode::List,
        (None, None) if args.show_config => Mode::ShowConfig,
        (None, None) => Mode::Lint,
    };
    let format = match args.message_format {
        MessageFormat::Human => Format::Human,
        MessageFormat::Short => Format::Short,
        MessageFormat::Json => Format::Json,
        MessageFormat::Sarif => Format::Sarif,
        MessageFormat::Github => Format::Github,
        MessageFormat::Junit => Format::Junit,
        MessageFormat::Html => Format::Html,
    };
    let terminal = std::io::stdout().is_terminal();
    let color = match args.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    };
    let width = if terminal { terminal_width() } else { Style::default().width };
    let fixing = (args.fix || args.diff).then_some(Fixing {
        unsafe_fixes: args.unsafe_fixes,
        diff: args.diff,
        allow_dirty: args.allow_dirty,
        allow_staged: args.allow_staged,
    });
    let run = driver::Options {
        selection,
        levels,
        cap: driver::Cap(match args.cap_lints {
            Some(Cap::Allow) => Level::Allow,
            Some(Cap::Warn) => Level::Warn,
            Some(Cap::Deny | Cap::Forbid) | None => Level::Deny,
        }),
        no_cache: args.no_cache,
        target: args.target,
        against: if args.staged { Some(driver::Against::Staged) } else { args.since.map(driver::Against::Revision) },
        baseline: args.baseline,
        write_baseline: args.write_baseline,
    };
    Ok(Options {
        mode,
        run,
        format,
        style: Style { color, width },
        verbose: args.verbose,
        quiet: args.quiet,
        statistics: args.statistics,
        timings: args.timings,
        fixing,
        watch: args.watch,
    })
}

/// The level flags in the order in which they were typed.
fn levels(args: &Args, matches: &ArgMatches) -> Result<Vec<LevelFlag>, Refusal> {
    let mut flags: Vec<(usize, &str, Level)> = Vec::new();
    for (id, rules, level) in [("allow", &args.allow, Level::Allow), ("warn", &args.warn, Level::Warn), ("deny", &args.deny, Level::Deny)] {
        let at = matches.indices_of(id).into_iter().flatten();
        flags.extend(at.zip(rules).map(|(at, rule)| (at, rule.as_str(), level)));
    }
    if matches.value_source("pedantic") == Some(ValueSource::CommandLine) {
        flags.extend(matches.index_of("pedantic").map(|at| (at, "pedantic", Level::Warn)));
    }
    flags.sort_by_key(|(at, ..)| *at);
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    flags
        .into_iter()
        .map(|(_, rule, level)| Ok(LevelFlag { selector: Selector::parse(rule, &ids).map_err(Refusal::Other)?, level }))
        .collect()
}

/// The columns of the terminal, as shells tell them.
fn terminal_width() -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    columns.filter(|columns| *columns >= 40).unwrap_or(120)
}

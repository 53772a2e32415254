//! The arguments as they are typed. What they come to together is in `options`.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{ArgAction, Parser, ValueEnum};

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

/// Finds the waits that nobody wakes: programs that hang when they shut down
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Clone, Debug, Parser)]
#[command(
    group = clap::ArgGroup::new("fix_or_diff").args(["fix", "diff"]).multiple(true),
    name = "cargo-lint",
    bin_name = "cargo lint",
    version,
    styles = STYLES,
    after_help = "Exit code 0: nothing at deny level; 1: findings; 2: could not run.\n\
                  A leading `lint` is taken as Cargo's way to call this program: write `./lint` for a folder of that name."
)]
pub struct Args {
    /// A package folder, a plain folder, or one `.rs` file, which is a crate root of its own [default: the workspace around here]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Lint this package (also a pattern, or NAME@VERSION)
    #[arg(short, long, value_name = "SPEC", help_heading = "Packages and targets")]
    pub package: Vec<String>,
    /// Lint all packages of the workspace
    #[arg(long, visible_alias = "all", help_heading = "Packages and targets")]
    pub workspace: bool,
    /// Leave this package out (with --workspace)
    #[arg(long, value_name = "SPEC", help_heading = "Packages and targets", requires = "workspace")]
    pub exclude: Vec<String>,
    /// Lint all targets, test code included
    #[arg(long, help_heading = "Packages and targets")]
    pub all_targets: bool,
    /// Lint the libraries
    #[arg(long, help_heading = "Packages and targets")]
    pub lib: bool,
    /// Lint the binaries
    #[arg(long, help_heading = "Packages and targets")]
    pub bins: bool,
    /// Lint what `cargo test` builds
    #[arg(long, help_heading = "Packages and targets")]
    pub tests: bool,
    /// Lint the examples
    #[arg(long, help_heading = "Packages and targets")]
    pub examples: bool,
    /// Lint the benchmarks
    #[arg(long, help_heading = "Packages and targets")]
    pub benches: bool,
    /// Enable these features
    #[arg(short = 'F', long, value_name = "FEATURES", value_delimiter = ',', help_heading = "Packages and targets")]
    pub features: Vec<String>,
    /// Enable all features
    #[arg(long, help_heading = "Packages and targets")]
    pub all_features: bool,
    /// Do not enable the `default` feature
    #[arg(long, help_heading = "Packages and targets")]
    pub no_default_features: bool,
    /// Take this `Cargo.toml`
    #[arg(long, value_name = "FILE", help_heading = "Packages and targets", conflicts_with = "paths")]
    pub manifest_path: Option<PathBuf>,
    /// Evaluate `cfg` for this target triple [default: the host]
    #[arg(long, value_name = "TRIPLE", help_heading = "Packages and targets")]
    pub target: Option<String>,

    /// Switch a rule off (a rule, `all`, `pedantic`, `warnings`); of several levels the later wins
    #[arg(short = 'A', long = "allow", value_name = "RULE", help_heading = "Levels", action = ArgAction::Append)]
    pub allow: Vec<String>,
    /// Report a rule without failing
    #[arg(short = 'W', long = "warn", value_name = "RULE", help_heading = "Levels", action = ArgAction::Append)]
    pub warn: Vec<String>,
    /// Report a rule and fail
    #[arg(short = 'D', long = "deny", value_name = "RULE", help_heading = "Levels", action = ArgAction::Append)]
    pub deny: Vec<String>,
    /// Also report what is a matter of taste: `-W pedantic`
    #[arg(long, help_heading = "Levels")]
    pub pedantic: bool,
    /// Let no level be higher than this
    #[arg(long, value_name = "LEVEL", help_heading = "Levels")]
    pub cap_lints: Option<Cap>,

    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "human", help_heading = "Output")]
    pub message_format: MessageFormat,
    /// When to colour
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Output")]
    pub color: Color,
    /// Say what was read, what was not understood and why
    #[arg(short, long, help_heading = "Output", conflicts_with = "quiet")]
    pub verbose: bool,
    /// Print findings only
    #[arg(short, long, help_heading = "Output")]
    pub quiet: bool,
    /// Count the findings of each rule
    #[arg(long, help_heading = "Output")]
    pub statistics: bool,
    /// Say how long each stage took
    #[arg(long, help_heading = "Output")]
    pub timings: bool,

    /// Apply the fixes that keep what the program does otherwise
    #[arg(long, help_heading = "Fixes", conflicts_with_all = ["staged", "write_baseline", "watch"])]
    pub fix: bool,
    /// Apply the other fixes too
    #[arg(long, help_heading = "Fixes", requires = "fix_or_diff")]
    pub unsafe_fixes: bool,
    /// Print what --fix would change, and change nothing
    #[arg(long, help_heading = "Fixes", conflicts_with_all = ["staged", "write_baseline", "watch"])]
    pub diff: bool,
    /// Fix even what has changes that are not committed, or is not under version control
    #[arg(long, help_heading = "Fixes", requires = "fix")]
    pub allow_dirty: bool,
    /// Fix even if changes are staged
    #[arg(long, help_heading = "Fixes", requires = "fix")]
    pub allow_staged: bool,

    /// Lint again whenever a file changes
    #[arg(long, help_heading = "Output")]
    pub watch: bool,

    /// Report only what the staged change touches, of the staged text
    #[arg(long, help_heading = "Part of the findings", conflicts_with = "since")]
    pub staged: bool,
    /// Report only what the change since this revision touches
    #[arg(long, value_name = "REV", help_heading = "Part of the findings")]
    pub since: Option<String>,
    /// Leave out the findings that this file knows
    #[arg(long, value_name = "FILE", help_heading = "Part of the findings", conflicts_with = "write_baseline")]
    pub baseline: Option<PathBuf>,
    /// Write the findings into this file as known
    #[arg(long, value_name = "FILE", help_heading = "Part of the findings")]
    pub write_baseline: Option<PathBuf>,

    /// Read and analyse everything anew
    #[arg(long, help_heading = "Output")]
    pub no_cache: bool,

    /// Print the documentation of a rule
    #[arg(long, value_name = "RULE", help_heading = "Instead of linting")]
    pub explain: Option<String>,
    /// List the rules
    #[arg(long, help_heading = "Instead of linting")]
    pub list: bool,
    /// Print the configuration that applies
    #[arg(long, help_heading = "Instead of linting")]
    pub show_config: bool,
    /// Print the intermediate representation of a function
    #[arg(long, value_name = "FN", help_heading = "Instead of linting")]
    pub dump_ir: Option<String>,
}

/// The highest level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Cap {
    /// Report nothing.
    Allow,
    /// Fail for nothing.
    Warn,
    /// As configured.
    Deny,
    /// As configured.
    Forbid,
}

/// An output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// Snippets of the source
    Human,
    /// A line a finding
    Short,
    /// Cargo's messages, an object a line
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// GitHub workflow commands
    Github,
    /// `JUnit` XML
    Junit,
    /// One HTML page
    Html,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

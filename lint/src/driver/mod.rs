//! The pipeline as one function: discover, read and lower, link, analyse and judge, accept, level, sort.
//!
//! It is data in one direction, without global state. What the user's code does wrong is a finding; an error is only what keeps the
//! run from starting. A panic of ours on one file or body is a finding too (`internal`), and the run goes on.

mod baseline;
mod cache;
mod changes;
mod dump;
mod load;
mod models;
mod suppress;
mod types;

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use indexmap::IndexMap;

use self::cache::{Cache, Judged};
use crate::analysis::followed::{Kind, Pairs, Tally};
use crate::base::{FileId, FileSpan, Idx, IndexVec, SourceFile, Span};
use crate::config::{Config, ConfigError, LevelFlag, Levels};
use crate::diagnostic::{Diagnostic, Level};
use crate::ir::Why;
use crate::link::{self, CfgEnv};
use crate::report::Origin;
use crate::rules::{self, RULES};
use crate::suggest;
use crate::syntax::discover::{self, DiscoverError, Plan, Selection};
pub use baseline::BaselineError;
pub use changes::{Against, GitError};

/// The stack of a thread that parses: syn recurses over what nests.
const STACK: usize = 256 << 20;

/// What to do.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What to lint.
    pub selection: Selection,
    /// Levels, later ones win.
    pub levels: Vec<LevelFlag>,
    /// No level is higher.
    pub cap: Cap,
    /// Compute everything anew.
    pub no_cache: bool,
    /// The target triple; none: the host.
    pub target: Option<String>,
    /// Report only what a change touches.
    pub against: Option<Against>,
    /// A file of findings that are known.
    pub baseline: Option<PathBuf>,
    /// Write the findings into this file as known, and report none of them.
    pub write_baseline: Option<PathBuf>,
}

/// The highest level; deny unless something else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap(pub Level);

impl Default for Cap {
    fn default() -> Self {
        Self(Level::Deny)
    }
}

/// What came out.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The findings, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// The files.
    pub files: IndexVec<FileId, SourceFile>,
    /// Their places on disk.
    pub paths: IndexVec<FileId, PathBuf>,
    /// Of which target each is a part.
    pub origins: IndexVec<FileId, Option<Origin>>,
    /// What the user should know besides.
    pub notes: Vec<String>,
    /// What was read.
    pub stats: Stats,
    /// How long each stage took.
    pub timings: Vec<(&'static str, Duration)>,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Crates, stubs left out.
    pub krates: usize,
    /// Files, stubs left out.
    pub files: usize,
    /// Lines in them.
    pub lines: usize,
    /// The stub crates that were read.
    pub stubs: Vec<String>,
    /// Why things were given up, with counts.
    pub given_up: BTreeMap<Why, u32>,
    /// How many channels and workers there are, and how many of them were followed.
    pub followed: BTreeMap<Kind, Tally>,
    /// How many calls make both ends of a channel, and how many of them were run.
    pub pairs: Pairs,
}

impl Outcome {
    /// Whether nothing stands at deny level.
    pub fn success(&self) -> bool {
        self.diagnostics.iter().all(|found| found.level != Level::Deny)
    }
}

/// Why the run could not start.
#[derive(Debug, thiserror::Error)]
pub enum DriverError {
    /// Nothing to lint was found.
    #[error(transparent)]
    Discover(#[from] DiscoverError),
    /// A configuration is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The baseline can't be read or written.
    #[error(transparent)]
    Baseline(#[from] BaselineError),
    /// git could not tell what changed.
    #[error(transparent)]
    Git(#[from] GitError),
    /// `--target` names no target.
    #[error("unknown target `{0}`{1}")]
    Target(String, String),
    /// The system gives no threads.
    #[error("threads could not be started: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
}

/// Lints.
pub fn run(options: &Options) -> Result<Outcome, DriverError> {
    on_big_stacks(|| pipeline(options))?
}

/// The text form of the functions with this path.
pub fn dump_ir(options: &Options, func: &str) -> Result<Vec<String>, DriverError> {
    on_big_stacks(|| {
        let (plan, configs) = plan(&options.selection)?;
        let read = read(options, &plan, &configs, &IndexMap::new(), &cache(options, &plan))?;
        Ok(dump::functions(&link::link(read.input), func))
    })?
}

/// Reads and links, and looks at the result.
pub fn inspect<T: Send>(
    options: &Options,
    look: impl FnOnce(&link::Linked, &IndexVec<FileId, SourceFile>) -> T + Send,
) -> Result<T, DriverError> {
    on_big_stacks(|| {
        let (plan, configs) = plan(&options.selection)?;
        let read = read(options, &plan, &configs, &IndexMap::new(), &cache(options, &plan))?;
        Ok(look(&link::link(read.input), &read.files))
    })?
}

fn on_big_stacks<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, DriverError> {
    let pool = rayon::ThreadPoolBuilder::new().stack_size(STACK).build()?;
    Ok(pool.install(work))
}

fn pipeline(options: &Options) -> Result<Outcome, DriverError> {
    let mut clock = Clock::start();
    let (plan, configs) = plan(&options.selection)?;
    let levels = Levels { configs: &configs, flags: &options.levels, cap: options.cap.0 };
    let changes = options.against.as_ref().map(|against| changes::changes(against, &options.selection.cwd)).transpose()?;
    clock.lap("discover");

    let staged = changes.as_ref().map(|changes| changes.staged.clone()).unwrap_or_default();
    let cache = cache(options, &plan);
    let loaded = read(options, &plan, &configs, &staged, &cache)?;
    let mut stats = stats(&loaded);
    let functions = changes::functions(loaded.input.files.iter().map(|file| &file.facts));
    clock.lap("read and lower");

    let kept = cache.program(&loaded, &configs);
    let mut found = loaded.problems;
    let earlier = kept.as_deref().and_then(Cache::found);
    clock.lap("recall");
    let Judged { checked, allows, notes: said } = earlier.unwrap_or_else(|| {
        let problems = found.len();
        let judged = judge(loaded.input, &configs, &mut found, &mut clock);
        if let (Some(path), true) = (&kept, found.len() == problems) {
            Cache::keep(path, &judged);
        }
        judged
    });
    let mut notes = plan.notes;
    notes.extend(said);
    let internal = |(at, said)| Problem::Internal.diagnostic(at, format!("this function was left out: {said}"));
    found.extend(checked.failed.into_iter().map(internal));
    stats.given_up = checked.given_up;
    stats.followed = checked.followed;
    stats.pairs = checked.pairs;

    let accepted = suppress::apply(checked.findings, &loaded.suppressions, &allows, &|rule, file| {
        let path = &loaded.paths[file];
        RULES.iter().any(|known| known.id == rule && levels.of(rule, known.pedantic, known.level, path) != Level::Allow)
    });
    found.extend(accepted.findings);
    found.extend(accepted.unused);
    suggest::suggest(&mut found, &loaded.files);

    found.retain(|found| loaded.reported[found.primary.file] || Problem::is_one(found.rule));
    for one in &mut found {
        one.level = level(&levels, one, &loaded.paths[one.primary.file]);
    }
    found.retain(|found| found.level != Level::Allow);
    sort(&mut found, &loaded.files);
    if let Some(changes) = &changes {
        found.retain(|found| changes.touch(found, &loaded.files, &loaded.paths, &functions));
    }
    if let Some(path) = &options.baseline {
        let known = baseline::subtract(&mut found, &loaded.files, path)?;
        notes.push(format!("{known} known findings are left out: they are in {}", path.display()));
    }
    if let Some(path) = &options.write_baseline {
        let written = baseline::write(found.iter().filter(|found| !Problem::is_one(found.rule)), &loaded.files, path)?;
        notes.push(format!("{written} findings are known from now on: they are in {}", path.display()));
        found.retain(|found| Problem::is_one(found.rule));
    }
    clock.lap("report");
    Ok(Outcome { diagnostics: found, files: loaded.files, paths: loaded.paths, origins: loaded.origins, notes, stats, timings: clock.laps })
}

/// What earlier runs came to.
fn cache(options: &Options, plan: &Plan) -> Cache {
    if options.no_cache { Cache::default() } else { Cache::open(plan.target_dir.as_deref()) }
}

/// Reads what is planned.
fn read(
    options: &Options,
    plan: &Plan,
    configs: &[Config],
    overlay: &IndexMap<PathBuf, Arc<str>>,
    cache: &Cache,
) -> Result<load::Loaded, DriverError> {
    let cfg = cfg_env(options.target.as_deref())?;
    let stubs: Vec<PathBuf> = configs.iter().flat_map(|config| config.stubs.iter().cloned()).collect();
    Ok(load::load(plan, &load::Extra { cwd: &options.selection.cwd, stubs: &stubs, cfg: &cfg, overlay, cache }))
}

/// Links and analyses.
fn judge(input: link::Input, configs: &[Config], found: &mut Vec<Diagnostic>, clock: &mut Clock) -> Judged {
    let mut notes = Vec::new();
    let mut linked = guarded(|| link::link(input), found);
    types::apply(&mut linked.program, configs, &mut notes);
    clock.lap("link");
    let checked = guarded(|| rules::check(&linked), found);
    clock.lap("analyse");
    Judged { checked, allows: std::mem::take(&mut linked.allows), notes }
}

/// What the work gives; if it panics, nothing, and a finding that says so.
fn guarded<T: Default>(work: impl FnOnce() -> T, found: &mut Vec<Diagnostic>) -> T {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| {
        let at = Span::default().in_file(Idx::new(0));
        found.push(Problem::Internal.diagnostic(at, format!("the run ended early: {}", panic_text(&*cause))));
        T::default()
    })
}

/// What is to be linted, and the configurations that hold for it.
pub fn plan(selection: &Selection) -> Result<(Plan, Vec<Config>), DriverError> {
    let plan = discover::discover(selection)?;
    let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let mut configs = Vec::new();
    for raw in &plan.configs {
        let table = raw.table.as_ref().map_err(|message| ConfigError { origin: raw.origin.clone(), message: message.clone() })?;
        configs.push(Config::read(table, &raw.origin, &raw.folder, &ids)?);
    }
    Ok((plan, configs))
}

/// What `cfg` means on the target.
fn cfg_env(triple: Option<&str>) -> Result<CfgEnv, DriverError> {
    use cfg_expr::targets::{ALL_BUILTINS, HasAtomic, get_builtin_target_by_triple};
    let Some(triple) = triple else { return Ok(CfgEnv::host()) };
    let Some(target) = get_builtin_target_by_triple(triple) else {
        let known = ALL_BUILTINS.iter().map(|target| target.triple.as_str());
        let hint = crate::config::nearest(triple, known).map(|name| format!(", did you mean `{name}`?")).unwrap_or_default();
        return Err(DriverError::Target(triple.to_owned(), hint));
    };
    let mut env = CfgEnv::default();
    env.word("debug_assertions");
    env.pair("panic", if target.panic == cfg_expr::targets::Panic::abort { "abort" } else { "unwind" });
    env.pair("target_arch", target.arch.as_str());
    env.pair("target_os", target.os.as_ref().map_or("none", cfg_expr::targets::Os::as_str));
    env.pair("target_env", target.env.as_ref().map_or("", cfg_expr::targets::Env::as_str));
    env.pair("target_vendor", target.vendor.as_ref().map_or("unknown", cfg_expr::targets::Vendor::as_str));
    env.pair("target_pointer_width", &target.pointer_width.to_string());
    env.pair("target_endian", if target.endian == cfg_expr::targets::Endian::big { "big" } else { "little" });
    for family in target.families.iter() {
        env.word(family.as_str());
        env.pair("target_family", family.as_str());
    }
    for atomic in target.has_atomics.iter() {
        match atomic {
            HasAtomic::Pointer => env.pair("target_has_atomic", "ptr"),
            HasAtomic::IntegerSize(bits) => env.pair("target_has_atomic", &bits.to_string()),
            _ => {}
        }
        env.word("target_has_atomic");
    }
    Ok(env)
}

/// The level of a finding by configuration and flags; errors of the run keep theirs.
fn level(levels: &Levels<'_>, found: &Diagnostic, path: &Path) -> Level {
    if levels.excluded(path) {
        return Level::Allow;
    }
    let Some(rule) = RULES.iter().find(|rule| rule.id == found.rule) else { return found.level.min(levels.cap) };
    levels.of(rule.id, rule.pedantic, found.level, path)
}

/// Sorts by place, so that the output does not depend on the order of the work, and takes out what two crates found in one file.
fn sort(found: &mut Vec<Diagnostic>, files: &IndexVec<FileId, SourceFile>) {
    let path = |found: &Diagnostic| files[found.primary.file].path.clone();
    found.sort_by_cached_key(|one| (path(one), one.primary.span, one.rule, one.message.clone()));
    found.dedup_by(|b, a| path(a) == path(b) && a.primary.span == b.primary.span && a.rule == b.rule && a.message == b.message);
}

fn stats(loaded: &load::Loaded) -> Stats {
    let own = || loaded.files.iter().filter(|file| !file.stub);
    let stubs = loaded.input.krates.iter().filter(|krate| krate.stub).map(|krate| krate.name.to_string()).collect();
    Stats {
        krates: loaded.input.krates.iter().filter(|krate| !krate.stub).count(),
        files: own().count(),
        lines: own().map(|file| file.text.lines().count()).sum(),
        stubs,
        given_up: BTreeMap::new(),
        followed: BTreeMap::new(),
        pairs: Pairs::default(),
    }
}

/// An error of the run that is reported as a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    /// A file that does not parse.
    Syntax,
    /// A file that can't be read.
    Unreadable,
    /// A module without a file, or one that holds itself.
    Module,
    /// A panic of ours.
    Internal,
}

impl Problem {
    const ALL: [Self; 4] = [Self::Syntax, Self::Unreadable, Self::Module, Self::Internal];

    fn id(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Unreadable => "unreadable",
            Self::Module => "module",
            Self::Internal => "internal",
        }
    }

    fn is_one(rule: &str) -> bool {
        Self::ALL.iter().any(|problem| problem.id() == rule)
    }

    fn diagnostic(self, primary: FileSpan, message: String) -> Diagnostic {
        let help = (self == Self::Internal).then(|| "this is a fault of the linter: please report it".to_owned());
        Diagnostic {
            rule: self.id(),
            level: Level::Deny,
            message,
            primary,
            primary_label: String::new(),
            labels: Vec::new(),
            path: Vec::new(),
            help,
            remedy: None,
            fixes: Vec::new(),
            func: String::new(),
            handle: None,
        }
    }
}

/// What a panic said.
fn panic_text(cause: &(dyn Any + Send)) -> String {
    let text = cause.downcast_ref::<&str>().map(|text| (*text).to_owned()).or_else(|| cause.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "a panic without a message".to_owned())
}

struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn start() -> Self {
        Self { last: Instant::now(), laps: Vec::new() }
    }

    fn lap(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.laps.push((stage, now - self.last));
        self.last = now;
    }
}

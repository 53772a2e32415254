//! The rules: one file each, with its documentation, its metadata and a thin classifier.
//!
//! A hazard goes through the classifiers in the order of [`RULES`]; the first that takes it phrases the finding, so that one hazard is one
//! finding. The order is that of the catalogue: what the cause is, before who happens to hold what.

mod abandoned_worker;
mod abort_after_wait;
mod accept_without_liveness;
mod blocking_park_in_async;
mod blocking_send_to_self;
mod close_without_shutdown;
mod dropped_without_abort;
mod eof_ignored;
mod guard_held_across_park;
mod hangup_ignored;
mod ineffective_abort;
mod join_while_receiver_held;
mod join_while_sender_held;
mod kill_leaves_pipe_open;
mod leaked_sender;
mod lossy_abort;
mod orphaned_replies;
pub mod page;
mod panicking_teardown;
mod pipe_held_across_wait;
mod recv_while_sender_held;
mod remedy;
mod steps;
mod story;
mod teardown_without_abort;
mod unbounded_teardown_wait;
mod unmet_contract;
mod unreaped_child;
mod unused_suppression;
mod worker_keeps_own_sender;
mod worker_outlives_owner;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::analysis::followed::{Kind, Pairs, Tally, pairs};
use crate::analysis::hazard::{Hazard, HazardKind, Stay};
use crate::analysis::{Machine, analyse};
use crate::base::FileSpan;
use crate::diagnostic::{Diagnostic, Level};
use crate::ir::{FnId, Why};
use crate::link::Linked;
use story::Story;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id: the name of its file, of its folder in ui-tests, of its key in a configuration.
    pub id: &'static str,
    /// Its level; of a pedantic rule, the one it has when pedantic rules are asked for.
    pub level: Level,
    /// Whether it is off unless asked for.
    pub pedantic: bool,
    /// What really happens at run time: `hang`, `leak`, `zombie`, `spin`, `lost`, `panic`, or empty.
    pub effect: &'static str,
    /// Its documentation: the text of its file's `//!` lines.
    pub docs: &'static str,
    /// The finding that a hazard comes to, if it is one of this rule's.
    judge: fn(&Story<'_, '_>) -> Option<Finding>,
}

impl Rule {
    /// The documentation as Markdown.
    pub fn markdown(&self) -> String {
        let lines = self.docs.lines().map_while(|line| line.strip_prefix("//!"));
        lines.map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n").collect()
    }
}

/// All rules, in the order in which they are asked.
pub const RULES: &[&Rule] = &[
    &leaked_sender::RULE,
    &pipe_held_across_wait::RULE,
    &kill_leaves_pipe_open::RULE,
    &close_without_shutdown::RULE,
    &guard_held_across_park::RULE,
    &blocking_park_in_async::RULE,
    &teardown_without_abort::RULE,
    &orphaned_replies::RULE,
    &worker_keeps_own_sender::RULE,
    &abort_after_wait::RULE,
    &ineffective_abort::RULE,
    &recv_while_sender_held::RULE,
    &join_while_sender_held::RULE,
    &join_while_receiver_held::RULE,
    &dropped_without_abort::RULE,
    &abandoned_worker::RULE,
    &unreaped_child::RULE,
    &lossy_abort::RULE,
    &worker_outlives_owner::RULE,
    &eof_ignored::RULE,
    &hangup_ignored::RULE,
    &blocking_send_to_self::RULE,
    &panicking_teardown::RULE,
    &accept_without_liveness::RULE,
    &unbounded_teardown_wait::RULE,
    &unmet_contract::RULE,
    &unused_suppression::RULE,
];

/// What a classifier says of a hazard.
#[derive(Clone, Debug)]
struct Finding {
    at: FileSpan,
    message: String,
    label: String,
    help: String,
}

/// What the analysis of a program comes to.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Checked {
    /// The findings, with their rules' default levels, not sorted.
    pub findings: Vec<Diagnostic>,
    /// Why things were given up, with counts.
    pub given_up: BTreeMap<Why, u32>,
    /// How many channels and workers there are, and how many of them were followed.
    pub followed: BTreeMap<Kind, Tally>,
    /// Calls that make both ends of a channel.
    pub pairs: Pairs,
    /// Functions on which the linter itself failed: where they are, and what it said.
    pub failed: Vec<(FileSpan, String)>,
}

/// Analyses the program and judges what is found.
pub fn check(linked: &Linked) -> Checked {
    let report = analyse(linked, &judge);
    let place = |rule: &str| RULES.iter().position(|known| known.id == rule);
    // Several paths may lead to one wait. It is one hazard: the cause that stands first in the order is told.
    let mut causes: BTreeMap<FileSpan, Option<usize>> = BTreeMap::new();
    for (found, about) in &report.findings {
        if let Some(wait) = about.wait {
            let cause = causes.entry(wait).or_insert_with(|| place(found.rule));
            *cause = (*cause).min(place(found.rule));
        }
    }
    // A worker that keeps others waiting is told of there.
    let stuck: BTreeSet<FileSpan> = report.findings.iter().flat_map(|(_, about)| about.stuck.iter().copied()).collect();
    // A child that is let go after a deadline is let go on the paths that never come to the wait, too.
    let of_rule = |rule: &'static Rule| report.findings.iter().filter(move |(found, _)| found.rule == rule.id);
    let abandoned: BTreeSet<_> = of_rule(&abandoned_worker::RULE).filter_map(|(_, about)| about.let_go).collect();
    let mut best: BTreeMap<(&str, FileSpan), Diagnostic> = BTreeMap::new();
    for (found, about) in report.findings {
        let other_cause = about.wait.is_some_and(|wait| causes.get(&wait).is_some_and(|cause| *cause != place(found.rule)));
        let told_of = found.rule == unreaped_child::RULE.id && about.let_go.is_some_and(|child| abandoned.contains(&child));
        if other_cause || told_of || about.stays.is_some_and(|start| stuck.contains(&start)) {
            continue;
        }
        let key = (found.rule, found.primary);
        // The fullest story is the clearest: a path on which a loop never ran says less. Ties are settled by its text, so that the run's
        // order does not show.
        let rank = |found: &Diagnostic| {
            (usize::MAX - found.path.len(), found.message.clone(), found.path.iter().map(|step| step.at).collect::<Vec<_>>())
        };
        match best.get(&key) {
            Some(known) if rank(known) <= rank(&found) => {}
            _ => {
                best.insert(key, found);
            }
        }
    }
    let failed = report.failed.into_iter().map(|(func, said)| (linked.program.fns[func].name_span, said)).collect();
    let mut followed: BTreeMap<Kind, Tally> = BTreeMap::new();
    for ((kind, _), lost) in &report.followed {
        let tally = followed.entry(*kind).or_default();
        tally.all += 1;
        if let Some(why) = lost {
            *tally.lost.entry(*why).or_default() += 1;
        }
    }
    let pairs = pairs(linked, &report.followed);
    Checked { findings: best.into_values().collect(), given_up: report.given_up, followed, pairs, failed }
}

/// What a finding is about.
#[derive(Default)]
struct About {
    /// Where the wait is, if it is one.
    wait: Option<FileSpan>,
    /// Where the workers were started that would have had to go on for it.
    stuck: Vec<FileSpan>,
    /// Where a worker was started that stays behind and keeps nobody waiting.
    stays: Option<FileSpan>,
    /// Where a process was started that goes on, or is left unreaped, without a kill, and which function let go of it.
    let_go: Option<(FileSpan, Option<FnId>)>,
}

impl About {
    fn of(story: &Story<'_, '_>) -> Self {
        match story.hazard.kind {
            HazardKind::Parked { .. } => {
                let stuck = story.chain().into_iter().filter_map(|unmet| story.spawned(unmet.waiter?)).collect();
                Self { wait: Some(story.hazard.at), stuck, ..Self::default() }
            }
            HazardKind::Lingers(_) => Self { wait: Some(story.hazard.at), ..Self::default() },
            HazardKind::Severed { wait, .. } => Self { wait: Some(wait), ..Self::default() },
            HazardKind::Stays(id, Stay::Ownerless(_)) => Self { stays: story.spawned(id), ..Self::default() },
            HazardKind::LetGo(id, _) | HazardKind::Unreaped(id, _) if story.worker(id).is_some_and(|worker| worker.killed.is_none()) => {
                Self { let_go: story.spawned(id).map(|start| (start, story.hazard.func)), ..Self::default() }
            }
            _ => Self::default(),
        }
    }
}

/// The finding that a hazard comes to, and what it is about.
fn judge(machine: &Machine<'_>, hazard: &Hazard) -> Option<(Diagnostic, About)> {
    let story = Story::new(machine, hazard);
    if story.follows_from_a_drop() {
        return None;
    }
    let (rule, finding) = RULES.iter().find_map(|rule| (rule.judge)(&story).map(|finding| (rule, finding)))?;
    if machine.program.bodies.is_empty() || story.in_stub(finding.at) {
        return None;
    }
    let found = Diagnostic {
        rule: rule.id,
        level: story.level().unwrap_or(rule.level),
        message: finding.message,
        primary: finding.at,
        primary_label: finding.label,
        labels: Vec::new(),
        path: story.path(finding.at),
        help: Some(finding.help),
        remedy: remedy::of(rule.id, &story, finding.at),
        fixes: Vec::new(),
        func: hazard.func.map(|func| machine.program.fns[func].path.clone()).unwrap_or_default(),
        handle: story.handle(),
    };
    Some((found, About::of(&story)))
}

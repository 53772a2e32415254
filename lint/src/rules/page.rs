//! A rule's page: what its file says of it, its class of hang and how to know it on a live process, and its neighbours.

use std::fmt::Write as _;

use super::{RULES, Rule};
use crate::diagnostic::Level;

/// How a program fails to come to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// Somebody waits, and nobody is left who would wake them.
    OrphanedPark,
    /// The one who would wake them waits for the thread that they block.
    Starvation,
    /// The program goes on, and something in it that should have ended does too.
    Leak,
    /// Nobody waits: a loop runs for ever.
    Spin,
}

/// Rules that are about the same thing. A rule may be in several groups.
pub const NEIGHBOURS: &[&[&str]] = &[
    // Who holds the end that would have to go.
    &[
        "recv_while_sender_held",
        "join_while_sender_held",
        "join_while_receiver_held",
        "worker_keeps_own_sender",
        "leaked_sender",
        "pipe_held_across_wait",
    ],
    // A stop that comes too late, or never arrives.
    &["abort_after_wait", "ineffective_abort", "lossy_abort", "join_while_sender_held"],
    // A teardown that forgets who waits.
    &["teardown_without_abort", "dropped_without_abort", "orphaned_replies", "unmet_contract"],
    &["panicking_teardown", "unbounded_teardown_wait", "teardown_without_abort"],
    // Workers that are let go.
    &["abandoned_worker", "worker_outlives_owner", "unreaped_child", "hangup_ignored"],
    // Processes, pipes and sockets.
    &["pipe_held_across_wait", "kill_leaves_pipe_open", "unreaped_child", "accept_without_liveness", "close_without_shutdown"],
    // Loops that do not see that the other side is gone.
    &["eof_ignored", "hangup_ignored", "orphaned_replies"],
    // A wait that keeps its own waker away.
    &["guard_held_across_park", "blocking_park_in_async", "blocking_send_to_self", "worker_keeps_own_sender"],
    &["unmet_contract", "unused_suppression"],
];

/// The page of a rule, as Markdown.
pub fn page(rule: &Rule) -> String {
    let mut out = format!("# {}\n\n", rule.id);
    let level = match (rule.pedantic, rule.level) {
        (true, _) => "pedantic",
        (_, Level::Deny) => "deny",
        (_, Level::Warn) => "warn",
        (_, Level::Allow) => "allow",
    };
    let _ = write!(out, "Level: **{level}**");
    if let Some(class) = class(rule) {
        let _ = write!(out, ". What happens: {}. Class: *{}*", rule.effect, class.name());
    }
    out.push_str(".\n\n");
    out.push_str(&in_rust(&rule.markdown()));
    if let Some(class) = class(rule) {
        let _ = write!(out, "\n## On a live process\n\n{}\n{OTHERS}", class.seen());
    }
    let near = near(rule.id);
    if !near.is_empty() {
        out.push_str("\n## Related rules\n\n");
        for other in near {
            let text = other.markdown();
            let first = text.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
            let _ = writeln!(out, "- [`{0}`]({0}.md): {first}", other.id);
        }
    }
    out
}

/// How rustdoc treats an example is of no interest to whoever reads it: that it is Rust is.
fn in_rust(text: &str) -> String {
    let mut open = false;
    let lines = text.lines().map(|line| {
        open ^= line.starts_with("```");
        if open && line.starts_with("```") { "```rust" } else { line }
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The rules that stand beside one, in the order of the catalogue.
fn near(id: &str) -> Vec<&'static Rule> {
    let groups: Vec<_> = NEIGHBOURS.iter().filter(|group| group.contains(&id)).collect();
    let beside = |rule: &&&Rule| rule.id != id && groups.iter().any(|group| group.contains(&rule.id));
    RULES.iter().filter(beside).copied().collect()
}

fn class(rule: &Rule) -> Option<Class> {
    match rule.effect.split(' ').next().unwrap_or_default() {
        "hang" if rule.id == "blocking_park_in_async" => Some(Class::Starvation),
        // A stop that is lost, or skipped by a panic, leaves somebody parked.
        "hang" | "lost" | "panic" => Some(Class::OrphanedPark),
        "leak" | "zombie" => Some(Class::Leak),
        "spin" => Some(Class::Spin),
        _ => None,
    }
}

const OTHERS: &str = "
The other classes look different: in an *orphaned park* all that matters sleeps and no processor time is used; in *starvation* a thread
of the executor sleeps inside of a `poll`; in a *leak* the program goes on, or wants to end, and has more threads, tasks or children than
it should.
";

impl Class {
    fn name(self) -> &'static str {
        match self {
            Self::OrphanedPark => "orphaned park",
            Self::Starvation => "starvation",
            Self::Leak => "leak",
            Self::Spin => "spin",
        }
    }

    fn seen(self) -> &'static str {
        match self {
            Self::OrphanedPark => {
                "Nobody runs. `top -H -p PID` shows every thread asleep, and the processor time in `/proc/PID/stat` stands still.
`cat /proc/PID/task/*/wchan` (as root, or the user itself) says where: `futex…` is a channel, a `join`, a condition variable or a lock,
`…pipe_read` a pipe, `do_wait` a child process, `…accept` a listener, `ep_poll` a runtime with nothing to do. `gdb -p PID -batch -ex
'thread apply all bt'` names the `recv`, `join` or `wait`. Then ask who should wake it: that thread is not in the list, or waits itself.
Under tokio, tokio-console shows the task as idle, and its resource without anybody on the other side."
            }
            Self::Starvation => {
                "A thread of the executor sleeps in a call that is not async: in `gdb -p PID -batch -ex 'thread apply all bt'` the frames of a
`recv`, `join` or `wait` stand above those of a `poll` and of the runtime's `block_on` or worker loop, and not above a thread's own start.
`/proc/PID/task/TID/wchan` of that thread says `futex…` where an idle worker would say `ep_poll`. tokio-console shows one task busy that
never yields, and others that are scheduled and never polled. The test: with more worker threads the same program goes on."
            }
            Self::Leak => {
                "The program goes on, with something in it that nobody waits for any more. `ls /proc/PID/task | wc -l` counts its threads:
compare before and after the teardown. `ps --ppid PID -o pid,stat,wchan,cmd` lists its children: `Z` is a zombie, anything else still runs.
Under tokio, `Handle::current().metrics().num_alive_tasks()` or the list of tokio-console counts the tasks. A program that has printed its
last line and does not end waits for such a thread: its main thread sleeps in `futex…`, or in the shutdown of the runtime."
            }
            Self::Spin => {
                "Nothing sleeps that should not: `top -H -p PID` shows one thread with a whole core, `/proc/PID/task/TID/wchan` is `0`, and two
looks with `gdb -p PID -batch -ex 'thread apply all bt'` stand in the same loop at different places. A read or receive in it returns at once
each time, which `strace -p TID` shows for a socket or a pipe (`read(…) = 0`)."
            }
        }
    }
}

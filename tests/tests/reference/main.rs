//! The reference case: an actor runtime of several files whose teardown is right, and one variant of it for each way in which real code gets
//! that wrong. The right one ends when it is run, and nothing is said of it; each variant hangs, and is reported at its line alone.
//!
//! `tests/reference/runtime` is the program, `tests/reference/variants` holds what is different in each variant, as a patch, and beside it
//! the report. `BLESS=1 cargo test -p must-abort-tests --test reference` writes the reports anew.

#![expect(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

mod program;
mod variant;

use std::time::Duration;
use std::{env, fs, thread};

use must_abort_tests::project;

use program::{Build, Program};
use variant::Variant;

/// By then the right program has ended, many times over where the machine is quick.
const PATIENCE: Duration = Duration::from_mins(1);
/// What still runs after so long hangs.
const HANG: Duration = Duration::from_secs(4);

#[test]
fn it_ends_and_each_way_to_get_it_wrong_hangs_and_is_reported() {
    let folder = project().join("tests/reference");
    let mut build = Build::new(&folder.join("runtime"));
    let right = build.program(&[]);
    assert_eq!(build.lint(&["--pedantic", "-D", "warnings"]), "", "nothing is to be said of the right one");
    let mut variants = Variant::all(&folder.join("variants"));
    assert!(!variants.is_empty());
    let programs: Vec<(Variant, Program)> = variants.drain(..).map(|variant| build.variant(variant)).collect();
    thread::scope(|scope| {
        scope.spawn(|| ends(&right));
        for (variant, program) in &programs {
            scope.spawn(|| hangs(variant, program));
        }
    });
    for (variant, program) in &programs {
        is_reported(variant, program);
    }
}

fn ends(right: &Program) {
    let ran = right.run(PATIENCE);
    assert!(ran.status.is_some_and(|status| status.success()), "{:?}\n{}", ran.status, ran.log);
}

fn hangs(variant: &Variant, program: &Program) {
    let ran = program.run(HANG);
    let name = &variant.name;
    assert!(ran.status.is_none(), "{name} ends: {:?}\n{}", ran.status, ran.log);
    let last = ran.log.lines().rfind(|line| !line.contains(": ") || line.starts_with("west")).unwrap_or_default();
    assert_eq!(last, variant.reaches, "{name} does not come so far, or farther\n{}", ran.log);
}

fn is_reported(variant: &Variant, program: &Program) {
    let (file, line) = program.line_of(&variant.at);
    let name = &variant.name;
    let found: Vec<&str> = program.short.lines().collect();
    let is = |found: &str| found.starts_with(&format!("{file}:{line}:")) && found.contains(&format!("[{}]: ", variant.reports));
    assert!(matches!(found.as_slice(), [one] if is(one)), "{name} is to be reported at {file}:{line} alone:\n{}", program.short);
    let known = variant.path.with_extension("txt");
    if env::var_os("BLESS").is_some() {
        fs::write(&known, &program.report).unwrap();
    }
    assert_eq!(fs::read_to_string(&known).unwrap_or_default(), program.report, "{}: BLESS=1 writes it anew", known.display());
}

//! Counts what the linker does not know: `cargo run --example census -- PATH… [-v]`. With `-v` each call that is not resolved is listed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use must_abort_lint::base::LineIndex;
use must_abort_lint::driver::{self, Options};
use must_abort_lint::link::census::census;
use must_abort_lint::syntax::discover::{Selection, TargetKinds};

fn main() {
    let mut verbose = false;
    let mut paths = Vec::new();
    for word in std::env::args().skip(1) {
        if word == "-v" { verbose = true } else { paths.push(PathBuf::from(word)) }
    }
    let mut total = (0, 0);
    for path in paths {
        let cwd = std::env::current_dir().unwrap_or_default();
        let kinds = TargetKinds { lib: true, bins: true, ..TargetKinds::default() };
        let selection = Selection { cwd, paths: vec![path.clone()], kinds, ..Selection::default() };
        let options = Options { selection, ..Options::default() };
        let start = Instant::now();
        let outcome = driver::inspect(&options, |linked, files| {
            let census = census(linked);
            let known = census.resolved + census.by_caller + census.values;
            println!(
                "{}: {} bodies, {} calls: {} resolved, {} by the caller, {} values ({:.1} %); undecided uses {}, unknown `?` {}, {:?}",
                path.display(),
                census.bodies,
                census.calls,
                census.resolved,
                census.by_caller,
                census.values,
                share(known, census.calls),
                census.undecided,
                census.unknown_tries,
                start.elapsed(),
            );
            println!(
                "  calls {:?}\n  types {:?} of {}\n  opaque {:?}",
                census.unknown_calls, census.unknown_types, census.locals, census.opaque
            );
            let mut names: BTreeMap<(String, String), usize> = BTreeMap::new();
            for (at, name, why) in &census.places {
                *names.entry((format!("{why:?}"), name.clone())).or_default() += 1;
                if verbose {
                    let file = &files[at.file];
                    let line = LineIndex::new(&file.text).line(at.span.start) + 1;
                    println!("  {}:{line}: {name} {why:?}", file.path.display());
                }
            }
            let mut names: Vec<_> = names.into_iter().collect();
            names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            for ((why, name), count) in names.into_iter().take(25) {
                println!("    {count:5} {name} {why}");
            }
            (known, census.calls)
        });
        match outcome {
            Ok((known, calls)) => total = (total.0 + known, total.1 + calls),
            Err(error) => println!("{}: {error}", path.display()),
        }
    }
    println!("all: {} of {} ({:.1} %)", total.0, total.1, share(total.0, total.1));
}

#[expect(clippy::cast_precision_loss, reason = "a share is shown with one digit behind the point")]
fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

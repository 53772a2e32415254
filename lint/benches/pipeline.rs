//! How long the stages of a run take, as ratios to what merely parsing the same files takes, one after the other on the same machine.
//!
//! `cargo bench -p must-abort-lint` takes the sources of the linter; `cargo bench -p must-abort-lint -- FOLDER` takes a package or folder.
//! Each line is the median of the rounds; all is measured in each round, so that a machine that is busy for a while is busy for all.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use must_abort_lint::driver::{self, Options};
use must_abort_lint::syntax::discover::{Selection, TargetKinds};
use rayon::prelude::*;
use walkdir::WalkDir;

const ROUNDS: usize = 5;

fn main() {
    // Cargo adds `--bench` of its own.
    let folder = std::env::args().skip(1).find(|arg| !arg.starts_with('-')).map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).to_owned());
    let texts = sources(&folder);
    let manifest_path = Some(folder.join("Cargo.toml"));
    let kinds = TargetKinds { lib: true, bins: true, ..TargetKinds::default() };
    let options = Options {
        selection: Selection { cwd: folder.clone(), manifest_path, kinds, ..Selection::default() },
        no_cache: true,
        ..Options::default()
    };
    let mut rows: Vec<(&str, Vec<Duration>)> = Vec::new();
    let mut note = |name: &'static str, time: Duration| match rows.iter_mut().find(|(known, _)| *known == name) {
        Some((_, times)) => times.push(time),
        None => rows.push((name, vec![time])),
    };
    for _ in 0..ROUNDS {
        note("parse everything, one thread", timed(|| texts.iter().for_each(|text| parse(text))));
        note("parse everything, all threads", timed(|| texts.par_iter().for_each(|text| parse(text))));
        let start = Instant::now();
        match driver::run(&options) {
            Ok(outcome) => outcome.timings.into_iter().for_each(|(stage, time)| note(stage, time)),
            Err(error) => return eprintln!("error: {error}"),
        }
        note("the whole run", start.elapsed());
    }
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{}: {} files, {bytes} bytes, {ROUNDS} rounds", folder.display(), texts.len());
    let unit = rows.first_mut().map_or(Duration::ZERO, |(_, times)| median(times));
    for (name, times) in &mut rows {
        let time = median(times);
        println!("{:>9.1} ms {:>7.2}  {name}", time.as_secs_f64() * 1e3, time.as_secs_f64() / unit.as_secs_f64().max(1e-9));
    }
}

/// The texts of all sources below a folder.
fn sources(folder: &Path) -> Vec<String> {
    let skips = |name: &str| name == "target" || name.starts_with('.');
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    walk.filter_entry(|entry| entry.depth() == 0 || !entry.file_name().to_str().is_some_and(skips))
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|kind| kind == "rs"))
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .collect()
}

fn parse(text: &str) {
    let _ = black_box(syn::parse_file(black_box(text)));
    // Without this the table of positions grows with each file, and each is slower than the one before.
    proc_macro2::extra::invalidate_current_thread_spans();
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

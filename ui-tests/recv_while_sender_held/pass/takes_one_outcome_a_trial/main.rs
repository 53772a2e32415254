//@ expect: none
//@ effect: none

//! A small test runner: each trial gives one outcome, whichever thread takes it, and as many are taken as there are trials. There is at least
//! one thread.

mod conclusion;
mod runner;

use runner::run;

struct Trial {
    name: String,
    runner: Box<dyn FnOnce() -> Result<(), String> + Send>,
}

fn trial(name: &str, result: Result<(), String>) -> Trial {
    Trial { name: name.to_owned(), runner: Box::new(move || result) }
}

fn main() {
    let threads = std::env::args().count() + 1;
    let trials = vec![trial("parses", Ok(())), trial("prints", Err("two lines".to_owned())), trial("ends", Ok(()))];
    let conclusion = run(threads, trials);
    assert_eq!((conclusion.passed, conclusion.failed.len()), (2, 1));
}

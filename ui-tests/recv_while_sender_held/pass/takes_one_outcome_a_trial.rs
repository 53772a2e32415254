//@ expect: none
//@ effect: none
//! A small test runner: each trial gives one outcome, whichever thread takes it, and as many are taken as there are trials. There is at least
//! one thread.

use std::sync::{Mutex, mpsc};
use std::thread;

struct Trial {
    name: String,
    runner: Box<dyn FnOnce() -> Result<(), String> + Send>,
}

enum Outcome {
    Passed,
    Failed(String),
}

#[derive(Default)]
struct Conclusion {
    passed: usize,
    failed: Vec<(String, String)>,
}

impl Conclusion {
    fn handle(&mut self, name: String, outcome: Outcome) {
        match outcome {
            Outcome::Passed => self.passed += 1,
            Outcome::Failed(why) => self.failed.push((name, why)),
        }
    }
}

fn run_single(runner: Box<dyn FnOnce() -> Result<(), String> + Send>) -> Outcome {
    match runner() {
        Ok(()) => Outcome::Passed,
        Err(why) => Outcome::Failed(why),
    }
}

fn run(num_threads: usize, trials: Vec<Trial>) -> Conclusion {
    let mut conclusion = Conclusion::default();
    if num_threads == 1 {
        for trial in trials {
            conclusion.handle(trial.name, run_single(trial.runner));
        }
        return conclusion;
    }
    let (sender, receiver) = mpsc::channel();
    let num_trials = trials.len();
    let left = Mutex::new(trials.into_iter());
    thread::scope(|scope| {
        for _ in 0..num_threads {
            scope.spawn(|| {
                loop {
                    let Some(trial) = left.lock().unwrap().next() else { break };
                    let outcome = run_single(trial.runner);
                    let _ = sender.send((trial.name, outcome));
                }
            });
        }
        for (name, outcome) in receiver.iter().take(num_trials) {
            conclusion.handle(name, outcome);
        }
    });
    conclusion
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

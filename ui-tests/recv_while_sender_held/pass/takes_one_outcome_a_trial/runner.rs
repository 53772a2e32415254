use std::sync::{Mutex, mpsc};
use std::thread;

use crate::Trial;
use crate::conclusion::{Conclusion, Outcome};

fn run_single(runner: Box<dyn FnOnce() -> Result<(), String> + Send>) -> Outcome {
    match runner() {
        Ok(()) => Outcome::Passed,
        Err(why) => Outcome::Failed(why),
    }
}

pub fn run(num_threads: usize, trials: Vec<Trial>) -> Conclusion {
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

use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Committed,
    RolledBack,
}

#[derive(Default)]
struct Shared {
    outcome: Mutex<Option<Outcome>>,
    decided: Condvar,
}

#[must_abort(commit, rollback)]
pub struct Transaction {
    shared: Arc<Shared>,
    changes: Vec<String>,
}

pub struct Watcher {
    shared: Arc<Shared>,
}

pub fn begin() -> (Transaction, Watcher) {
    let shared = Arc::new(Shared::default());
    let transaction = Transaction {
        shared: Arc::clone(&shared),
        changes: Vec::new(),
    };
    (transaction, Watcher { shared })
}

impl Transaction {
    pub fn change(&mut self, what: &str) {
        self.changes.push(what.to_owned());
    }

    pub fn len(&self) -> usize {
        self.changes.len()
    }

    pub fn commit(self) -> usize {
        self.decide(Outcome::Committed);
        self.changes.len()
    }

    pub fn rollback(self) {
        self.decide(Outcome::RolledBack);
    }

    fn decide(&self, outcome: Outcome) {
        *self.shared.outcome.lock().unwrap() = Some(outcome);
        self.shared.decided.notify_all();
    }
}

impl Watcher {
    pub fn outcome(&self) -> Outcome {
        let mut outcome = self.shared.outcome.lock().unwrap();
        loop {
            match *outcome {
                Some(outcome) => return outcome,
                None => outcome = self.shared.decided.wait(outcome).unwrap(),
            }
        }
    }
}

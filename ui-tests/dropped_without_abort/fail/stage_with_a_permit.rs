//@ expect: dropped_without_abort
//@ effect: hang

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::must_abort;

#[derive(Default)]
struct Turnstile {
    waiting: Mutex<usize>,
    passed: Condvar,
}

/// The right to pass; who queues behind waits for it to be given back.
#[must_abort(release)]
struct Permit {
    turnstile: Arc<Turnstile>,
    lane: usize,
}

impl Permit {
    fn release(self) {
        *self.turnstile.waiting.lock().unwrap() -= 1;
        self.turnstile.passed.notify_all();
    }
}

impl Turnstile {
    fn enter(self: &Arc<Self>, lane: usize) -> Permit {
        *self.waiting.lock().unwrap() += 1;
        Permit { turnstile: Arc::clone(self), lane }
    }

    fn drained(&self) {
        let mut waiting = self.waiting.lock().unwrap();
        while *waiting > 0 {
            waiting = self.passed.wait(waiting).unwrap();
        }
    }
}

enum Stage {
    Idle,
    Running(Permit),
    Failed { code: i32 },
}

struct Pipeline {
    stages: Vec<Stage>,
}

impl Pipeline {
    fn fail(&mut self, at: usize, code: i32) {
        let stage = std::mem::replace(&mut self.stages[at], Stage::Failed { code });
        match stage {
            Stage::Running(permit) if code == 0 => permit.release(),
            Stage::Running(permit) => {
                println!("lane {} failed", permit.lane);
            } //~ dropped_without_abort
            Stage::Failed { code } => println!("failed before with {code}"),
            Stage::Idle => {}
        }
    }
}

fn main() {
    let turnstile = Arc::new(Turnstile::default());
    let mut pipeline = Pipeline { stages: vec![Stage::Idle] };
    pipeline.stages.push(Stage::Running(turnstile.enter(1)));
    let closer = {
        let turnstile = Arc::clone(&turnstile);
        thread::spawn(move || turnstile.drained())
    };
    for (at, code) in [(0, 3), (1, 4), (0, 5)] {
        pipeline.fail(at, code);
    }
    closer.join().unwrap();
    println!("all through");
}

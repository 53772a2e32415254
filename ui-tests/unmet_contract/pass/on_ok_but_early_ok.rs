//@ expect: none
//@ effect: none

use std::io;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use must_abort::{aborts, must_abort};

#[derive(Default)]
struct Cell {
    done: Mutex<bool>,
    changed: Condvar,
}

#[must_abort(done)]
struct Job {
    cell: Arc<Cell>,
    dry_run: bool,
    steps: Vec<&'static str>,
}

impl Job {
    fn done(&self) {
        *self.cell.done.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.cell.changed.notify_all();
    }

    #[aborts(self, on = "ok")]
    fn run(&self) -> io::Result<usize> {
        if self.dry_run {
            println!("would do {} steps", self.steps.len());
            self.done();
            return Ok(0);
        }
        for step in &self.steps {
            if step.is_empty() {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            println!("{step}");
        }
        self.done();
        Ok(self.steps.len())
    }
}

fn main() {
    for steps in [vec!["unpack", "build"], vec!["unpack", ""]] {
        let cell = Arc::new(Cell::default());
        let job = Job { cell: Arc::clone(&cell), dry_run: false, steps };
        let waiter = thread::spawn(move || {
            let done = cell.done.lock().unwrap_or_else(PoisonError::into_inner);
            cell.changed.wait_while(done, |done| !*done).is_ok()
        });
        if let Err(err) = job.run() {
            println!("{}", err.kind());
            job.done();
        }
        println!("{:?}", waiter.join().ok());
    }
}

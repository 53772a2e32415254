//! Workers of all kinds.

pub mod process;
mod task;
mod thread;

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use tokio::runtime::Runtime;

use crate::ipc::Speaker;
use crate::slots::Slot;
use crate::spec::Kind;

/// How often somebody looks who looks again and again.
pub const TICK: Duration = Duration::from_millis(10);

pub enum Worker {
    Thread(thread::Thread),
    Task(task::Task),
    Process(process::Process),
}

impl Worker {
    pub fn start(kind: &Kind, door: &Path, speaker: Speaker, slot: Slot, runtime: &Runtime) -> io::Result<Worker> {
        match kind {
            Kind::Thread => Ok(Worker::Thread(thread::start(door, speaker, slot))),
            Kind::Task => Ok(Worker::Task(task::start(door, speaker, slot, runtime))),
            Kind::Process(program) => process::start(program, door, speaker, slot).map(Worker::Process),
        }
    }

    pub fn is_running(&mut self) -> bool {
        match self {
            Worker::Thread(thread) => thread.is_running(),
            Worker::Task(task) => task.is_running(),
            Worker::Process(process) => process.is_running(),
        }
    }

    /// Whether it ends in time.
    pub fn join(&mut self, limit: Duration) -> bool {
        let start = Instant::now();
        while self.is_running() {
            if start.elapsed() >= limit {
                return false;
            }
            std::thread::sleep(TICK);
        }
        true
    }

    /// Ends it, whatever it does.
    pub fn kill(&mut self) -> io::Result<()> {
        match self {
            Worker::Thread(thread) => thread.kill(),
            Worker::Task(task) => task.kill(),
            Worker::Process(process) => process.kill()?,
        }
        if self.join(Duration::from_secs(1)) { Ok(()) } else { Err(io::ErrorKind::TimedOut.into()) }
    }
}

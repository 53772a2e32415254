//! A worker that is a process: it is told the door as its argument, and says its lines on what it takes for its standard output.

use std::ffi::OsStr;
use std::io;
use std::os::fd::{AsFd as _, OwnedFd};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;

use super::TICK;
use crate::ipc::{Link, Speaker};
use crate::slots::Slot;

pub struct Process {
    child: Child,
    _slot: Slot,
}

pub fn start(program: &Path, door: &Path, speaker: Speaker, slot: Slot) -> io::Result<Process> {
    let child = Command::new(program).arg(door).stdin(Stdio::null()).stdout(OwnedFd::from(speaker)).spawn()?;
    Ok(Process { child, _slot: slot })
}

impl Process {
    pub fn is_running(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()
    }
}

/// What the program does when it is a worker.
pub fn main(door: &OsStr) -> ExitCode {
    match work(Path::new(door)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", door.display());
            ExitCode::FAILURE
        }
    }
}

fn work(door: &Path) -> io::Result<()> {
    let speaker = Speaker::from(io::stdout().as_fd().try_clone_to_owned()?);
    let mut link = Link::connect(door)?;
    let spec = link.recv_spec()?;
    for line in 0..spec.lines {
        if link.is_cancelled() {
            break;
        }
        speaker.say(&format!("{} {line}", spec.name));
        thread::sleep(TICK);
    }
    Ok(())
}

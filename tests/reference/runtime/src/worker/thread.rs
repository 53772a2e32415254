//! A worker that is a thread of ours.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;

use super::TICK;
use crate::ipc::{Link, Speaker};
use crate::slots::Slot;

pub struct Thread {
    handle: JoinHandle<io::Result<()>>,
    killed: Arc<AtomicBool>,
}

pub fn start(door: &Path, speaker: Speaker, slot: Slot) -> Thread {
    let killed = Arc::new(AtomicBool::new(false));
    let handle = std::thread::spawn({
        let (door, killed) = (door.to_owned(), Arc::clone(&killed));
        move || {
            let _slot = slot;
            work(&door, &speaker, &killed)
        }
    });
    Thread { handle, killed }
}

impl Thread {
    pub fn is_running(&self) -> bool {
        !self.handle.is_finished()
    }

    /// A thread can't be ended from outside; this one looks whether it shall.
    pub fn kill(&self) {
        self.killed.store(true, Ordering::Release);
    }
}

fn work(door: &Path, speaker: &Speaker, killed: &AtomicBool) -> io::Result<()> {
    let mut link = Link::connect(door)?;
    let spec = link.recv_spec()?;
    let mut link = (!spec.stubborn).then_some(link);
    for line in 0..spec.lines {
        if killed.load(Ordering::Acquire) || link.as_mut().is_some_and(Link::is_cancelled) {
            break;
        }
        speaker.say(&format!("{} {line}", spec.name));
        std::thread::sleep(TICK);
    }
    Ok(())
}

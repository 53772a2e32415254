//! A worker that is a task of our runtime.

use std::io;
use std::path::{Path, PathBuf};

use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use tokio::time;

use super::TICK;
use crate::ipc::{Link, Speaker};
use crate::slots::Slot;

pub struct Task {
    handle: JoinHandle<io::Result<()>>,
}

pub fn start(door: &Path, speaker: Speaker, slot: Slot, runtime: &Runtime) -> Task {
    let door = door.to_owned();
    let handle = runtime.spawn(async move {
        let _slot = slot;
        work(door, speaker).await
    });
    Task { handle }
}

impl Task {
    pub fn is_running(&self) -> bool {
        !self.handle.is_finished()
    }

    pub fn kill(&self) {
        self.handle.abort();
    }
}

async fn work(door: PathBuf, speaker: Speaker) -> io::Result<()> {
    let mut link = Link::connect(&door)?;
    let spec = link.recv_spec()?;
    let mut link = (!spec.stubborn).then_some(link);
    for line in 0..spec.lines {
        if link.as_mut().is_some_and(Link::is_cancelled) {
            break;
        }
        speaker.say(&format!("{} {line}", spec.name));
        time::sleep(TICK).await;
    }
    Ok(())
}

//! Creates workers, and destroys them.

use std::io;
use std::os::unix::net::UnixListener;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;
use std::{env, fs, process};

use tokio::runtime::Runtime;

use crate::ipc::{self, Lines, Link, Speaker};
use crate::registry::{Entry, Id, Registry};
use crate::slots::Slots;
use crate::spec::{Kind, Spec};
use crate::teardown;
use crate::worker::{TICK, Worker};

/// How many workers there may be at a time.
const LIMIT: usize = 2;

pub struct Registrar {
    registry: Registry,
    journal: Sender<(Id, String)>,
    runtime: Runtime,
    slots: Slots,
    folder: PathBuf,
}

impl Registrar {
    pub fn new(journal: Sender<(Id, String)>) -> io::Result<Registrar> {
        let folder = env::temp_dir().join(format!("runtime-{}", process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Registrar { registry: Registry::default(), journal, runtime: Runtime::new()?, slots: Slots::new(LIMIT), folder })
    }

    /// Starts a worker and has its lines passed on to the journal.
    pub fn create(&mut self, kind: &Kind, spec: &Spec) -> io::Result<Id> {
        let id = self.registry.next_id();
        let (speaker, lines) = ipc::lines()?;
        let (worker, link) = match self.start(kind, spec, speaker) {
            Ok(started) => started,
            Err(error) => {
                lines.abort();
                return Err(error);
            }
        };
        let relay = thread::spawn({
            let (lines, journal) = (lines.clone(), self.journal.clone());
            move || pass_on(id, &lines, &journal)
        });
        self.registry.insert(id, Entry { worker, link, lines, relay: Some(relay) });
        Ok(id)
    }

    fn start(&self, kind: &Kind, spec: &Spec, speaker: Speaker) -> io::Result<(Worker, Link)> {
        let slot = self.slots.take();
        let path = self.folder.join(format!("{}.door", spec.name));
        let door = UnixListener::bind(&path)?;
        let mut worker = Worker::start(kind, &path, speaker, slot, &self.runtime)?;
        let started = wait_for_peer(&door, &mut worker).and_then(|mut link| {
            link.send_spec(spec)?;
            Ok(link)
        });
        fs::remove_file(&path)?;
        match started {
            Ok(link) => Ok((worker, link)),
            Err(error) => {
                worker.kill()?;
                Err(error)
            }
        }
    }

    /// Ends a worker and forgets it.
    pub fn destroy(&mut self, id: Id) -> io::Result<()> {
        let entry = self.registry.get_mut(id).ok_or(io::ErrorKind::NotFound)?;
        println!("{id} is to end");
        let destroyed = teardown::destroy(entry);
        self.registry.remove(id);
        destroyed
    }

    /// Forgets those that have ended by themselves.
    pub fn sweep(&mut self) -> io::Result<usize> {
        let ended = self.registry.ended();
        for id in &ended {
            self.destroy(*id)?;
        }
        Ok(ended.len())
    }
}

impl Drop for Registrar {
    fn drop(&mut self) {
        for id in self.registry.ids() {
            if let Err(error) = self.destroy(id) {
                eprintln!("{id}: {error}");
            }
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Who was started comes to the door, or it has ended before.
fn wait_for_peer(door: &UnixListener, worker: &mut Worker) -> io::Result<Link> {
    door.set_nonblocking(true)?;
    loop {
        match door.accept() {
            Ok((stream, _)) => return Ok(Link::new(stream)),
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => return Err(error),
            Err(_) if !worker.is_running() => return Err(io::ErrorKind::ConnectionAborted.into()),
            Err(_) => thread::sleep(TICK),
        }
    }
}

fn pass_on(id: Id, lines: &Lines, journal: &Sender<(Id, String)>) {
    while let Some(line) = lines.recv() {
        if journal.send((id, line)).is_err() {
            break;
        }
    }
}

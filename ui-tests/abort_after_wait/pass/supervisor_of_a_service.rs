//@ expect: none
//@ effect: none

use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Shared {
    stopping: AtomicBool,
    restarts: AtomicU32,
}

struct Supervisor {
    shared: Arc<Shared>,
    monitor: Option<JoinHandle<io::Result<()>>>,
}

impl Supervisor {
    fn watch(script: &'static str) -> Supervisor {
        let shared = Arc::new(Shared {
            stopping: AtomicBool::new(false),
            restarts: AtomicU32::new(0),
        });
        let state = Arc::clone(&shared);
        let monitor = thread::spawn(move || keep_alive(script, &state));
        Supervisor {
            shared,
            monitor: Some(monitor),
        }
    }

    fn restarts(&self) -> u32 {
        self.shared.restarts.load(Ordering::Relaxed)
    }

    fn shutdown(&mut self) -> io::Result<()> {
        self.shared.stopping.store(true, Ordering::Release);
        let outcome = match self.monitor.take() {
            Some(monitor) => monitor.join(),
            None => Ok(Ok(())),
        };
        outcome.unwrap_or_else(|_| Err(io::Error::other("monitor panicked")))
    }
}

impl Drop for Supervisor {
    fn drop(&mut self) {
        if self.monitor.is_some() {
            let _ = self.shutdown();
        }
    }
}

fn keep_alive(script: &str, shared: &Shared) -> io::Result<()> {
    while !shared.stopping.load(Ordering::Acquire) {
        let mut child = launch(script)?;
        let clean = child.wait()?.success();
        if !clean {
            eprintln!("service failed");
        }
        shared.restarts.fetch_add(1, Ordering::Relaxed);
        thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}

fn launch(script: &str) -> io::Result<Child> {
    Command::new("sh")
        .args(["-c", script])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
}

fn main() -> io::Result<()> {
    let mut supervisor = Supervisor::watch("sleep 0.02");
    thread::sleep(Duration::from_millis(150));
    println!("restarted: {}", supervisor.restarts() > 0);
    supervisor.shutdown()
}

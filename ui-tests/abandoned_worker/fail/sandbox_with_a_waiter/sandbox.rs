use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub enum Verdict {
    Exited(i32),
    TooSlow { pid: u32 },
}

pub struct Sandbox {
    limit: Duration,
    history: Arc<Mutex<Vec<u32>>>,
}

impl Sandbox {
    pub fn new(limit: Duration) -> Self {
        Sandbox { limit, history: Arc::default() }
    }

    fn launch(&self, script: &str) -> io::Result<Child> {
        let child = Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        self.history.lock().unwrap().push(child.id());
        Ok(child)
    }

    pub fn check(&self, script: &str) -> io::Result<Verdict> {
        let mut child = self.launch(script)?;
        let pid = child.id();
        let (done, status) = mpsc::channel();
        let waiter = thread::spawn(move || {
            let _ = done.send(child.wait());
        });
        let verdict = match status.recv_timeout(self.limit) { //~ abandoned_worker
            Ok(status) => Verdict::Exited(status?.code().unwrap_or(-1)),
            Err(RecvTimeoutError::Timeout) => {
                return Ok(Verdict::TooSlow { pid });
            }
            Err(RecvTimeoutError::Disconnected) => Verdict::Exited(-1),
        };
        let _ = waiter.join();
        Ok(verdict)
    }
}

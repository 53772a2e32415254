//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Default)]
struct Log {
    lines: Mutex<Vec<String>>,
}

struct Service {
    name: String,
    child: Child,
    logger: JoinHandle<()>,
    started: Instant,
}

impl Service {
    fn start(name: &str, script: &str, log: Arc<Log>) -> io::Result<Service> {
        let mut child = Command::new("sh")
            .args(["-c", script])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .process_group(0)
            .spawn()?;
        let stdout = child.stdout.take().expect("stdout is piped");
        let prefix = name.to_owned();
        let logger = thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                log.lines.lock().unwrap().push(format!("{prefix}: {line}"));
            }
        });
        Ok(Service { name: name.to_owned(), child, logger, started: Instant::now() })
    }

    fn stop(mut self) -> io::Result<Duration> {
        Command::new("kill").args(["-KILL", "--", &format!("-{}", self.child.id())]).status()?;
        let status = self.child.wait()?;
        println!("{} ended: {status}", self.name);
        if self.logger.join().is_err() {
            eprintln!("logger of {} panicked", self.name);
        }
        Ok(self.started.elapsed())
    }
}

fn main() -> io::Result<()> {
    let log = Arc::new(Log::default());
    let service = Service::start("api", "sleep 30 & echo ready; wait", Arc::clone(&log))?;
    while log.lines.lock().unwrap().is_empty() {
        thread::sleep(Duration::from_millis(10));
    }
    let ran = service.stop()?;
    println!("stopped after less than 2 s: {}", ran < Duration::from_secs(2));
    Ok(())
}

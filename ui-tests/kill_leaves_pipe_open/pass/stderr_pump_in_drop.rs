//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::io::{self, BufRead, BufReader};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

static LATE_PUMPS: Mutex<Vec<JoinHandle<()>>> = Mutex::new(Vec::new());

type Tail = Arc<Mutex<VecDeque<String>>>;

struct Server {
    process: Child,
    tail: Tail,
    pump: Option<JoinHandle<()>>,
}

fn pump(stderr: ChildStderr, tail: &Tail) {
    let mut stderr = BufReader::new(stderr);
    let mut line = String::new();
    while stderr.read_line(&mut line).is_ok_and(|read| read > 0) {
        if let Ok(mut tail) = tail.lock() {
            tail.push_back(line.trim_end().to_owned());
            tail.truncate(10);
        }
        line.clear();
    }
}

impl Server {
    fn start(script: &str) -> io::Result<Server> {
        let mut process =
            Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
        let tail = Tail::default();
        let shared = tail.clone();
        let stderr = process.stderr.take();
        let pump = stderr.map(|stderr| thread::spawn(move || pump(stderr, &shared)));
        Ok(Server { process, tail, pump })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        if let (Some(pump), Ok(mut late)) = (self.pump.take(), LATE_PUMPS.lock()) {
            late.push(pump);
        }
    }
}

fn main() -> io::Result<()> {
    let server = Server::start("echo listening >&2; sleep 1 & wait")?;
    thread::sleep(Duration::from_millis(60));
    if let Ok(tail) = server.tail.lock() {
        println!("{tail:?}");
    }
    drop(server);
    println!("stopped");
    Ok(())
}

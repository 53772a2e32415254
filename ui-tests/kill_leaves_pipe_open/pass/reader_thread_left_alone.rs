//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

struct Build {
    child: Child,
    lines: Arc<AtomicUsize>,
}

fn print_all(output: impl io::Read, lines: &AtomicUsize) {
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        println!("build: {line}");
        lines.fetch_add(1, Ordering::Relaxed);
    }
}

impl Build {
    fn start(script: &str) -> io::Result<Build> {
        let mut child = Command::new("sh").arg("-c").arg(script).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let lines = Arc::new(AtomicUsize::new(0));
        if let Some(output) = child.stdout.take() {
            let lines = Arc::clone(&lines);
            thread::spawn(move || print_all(output, &lines));
        }
        Ok(Build { child, lines })
    }

    fn cancel(mut self) -> usize {
        if let Err(err) = self.child.kill() {
            eprintln!("cannot cancel: {err}");
        }
        let _ = self.child.wait();
        self.lines.load(Ordering::Relaxed)
    }
}

fn main() -> io::Result<()> {
    let build = Build::start("echo started; sleep 1 & wait")?;
    thread::sleep(Duration::from_millis(50));
    println!("{} lines", build.cancel());
    Ok(())
}

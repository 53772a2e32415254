//@ expect: kill_leaves_pipe_open
//@ effect: hang

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Build {
    child: Child,
    lines: Option<JoinHandle<usize>>,
}

fn print_all(output: impl io::Read) -> usize {
    let mut count = 0;
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        println!("build: {line}");
        count += 1;
    }
    count
}

impl Build {
    fn start(script: &str) -> io::Result<Build> {
        let mut child = Command::new("sh").arg("-c").arg(script).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let lines = child.stdout.take().map(|output| thread::spawn(move || print_all(output)));
        Ok(Build { child, lines })
    }

    fn cancel(mut self) -> Option<usize> {
        if let Err(err) = self.child.kill() {
            eprintln!("cannot cancel: {err}");
        }
        let _ = self.child.wait();
        self.lines.take()?.join().ok() //~ kill_leaves_pipe_open
    }
}

fn main() -> io::Result<()> {
    let build = Build::start("echo started; sleep 20 & wait")?;
    thread::sleep(Duration::from_millis(50));
    println!("{:?} lines", build.cancel());
    Ok(())
}

//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

struct Feed {
    child: Child,
    lines: Receiver<String>,
    pump: JoinHandle<usize>,
}

fn pump(stdout: ChildStdout, lines: &Sender<String>) -> usize {
    let mut passed = 0;
    for line in BufReader::new(stdout).lines().map_while(Result::ok) {
        if lines.send(line).is_err() {
            break;
        }
        passed += 1;
    }
    passed
}

impl Feed {
    fn open(program: &str) -> io::Result<Feed> {
        let mut child = Command::new(program).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let (sender, lines) = channel();
        let pump = thread::spawn(move || pump(stdout, &sender));
        Ok(Feed { child, lines, pump })
    }

    fn close(self) -> io::Result<usize> {
        let Feed { mut child, lines, pump } = self;
        drop(lines);
        let passed = pump.join().unwrap_or(0);
        child.kill()?;
        child.wait()?;
        Ok(passed)
    }
}

fn main() -> io::Result<()> {
    let feed = Feed::open("yes")?;
    println!("{:?}", feed.lines.recv());
    println!("passed on: {}", feed.close()? > 0);
    Ok(())
}

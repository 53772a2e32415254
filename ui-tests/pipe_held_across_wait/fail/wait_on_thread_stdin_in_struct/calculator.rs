use std::io::{self, BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread::{self, JoinHandle};

struct Pipes {
    stdin: Option<ChildStdin>,
    lines: Option<JoinHandle<Vec<String>>>,
}

pub struct Calculator {
    child: Child,
    pipes: Pipes,
}

fn collect(stdout: impl io::Read) -> Vec<String> {
    let lines = BufReader::new(stdout).lines();
    lines.map_while(Result::ok).collect()
}

impl Calculator {
    pub fn start() -> io::Result<Calculator> {
        let mut child = Command::new("sed").arg("s/^/= /").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let stdout = child.stdout.take();
        let pipes = Pipes { stdin: child.stdin.take(), lines: stdout.map(|stdout| thread::spawn(move || collect(stdout))) };
        Ok(Calculator { child, pipes })
    }

    pub fn enter(&mut self, line: &str) -> bool {
        let stdin = self.pipes.stdin.as_mut();
        stdin.is_some_and(|stdin| writeln!(stdin, "{line}").is_ok())
    }

    pub fn results(mut self) -> Vec<String> {
        let status = self.child.wait(); //~ pipe_held_across_wait
        let lines = self.pipes.lines.take().map(JoinHandle::join);
        match (status, lines) {
            (Ok(status), Some(Ok(lines))) if status.success() => lines,
            _ => Vec::new(),
        }
    }
}

//@ expect: pipe_held_across_wait
//@ effect: hang

use std::io::{self, BufRead, BufReader, PipeReader};
use std::process::{Command, Stdio};
use std::thread;

struct Probe {
    command: Command,
    runs: u32,
}

#[derive(Debug)]
struct Report {
    lines: usize,
    success: bool,
}

fn count(output: PipeReader) -> usize {
    BufReader::new(output).lines().map_while(Result::ok).count()
}

impl Probe {
    fn new(program: &str, arg: &str) -> Probe {
        let mut command = Command::new(program);
        command.arg(arg).stdin(Stdio::null());
        Probe { command, runs: 0 }
    }

    fn run(&mut self) -> io::Result<Report> {
        let (output, input) = io::pipe()?;
        self.command.stdout(input);
        let mut child = self.command.spawn()?;
        self.runs += 1;
        let counter = thread::spawn(move || count(output));
        let success = child.wait()?.success();
        let lines = counter.join().unwrap_or(0); //~ pipe_held_across_wait
        Ok(Report { lines, success })
    }
}

fn main() -> io::Result<()> {
    let mut probe = Probe::new("echo", "ready");
    for _ in 0..2 {
        println!("{:?}", probe.run()?);
    }
    println!("{} runs", probe.runs);
    Ok(())
}

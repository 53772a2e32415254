//@ expect: pipe_held_across_wait
//@ effect: hang

use std::io::{self, Read};
use std::process::{ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

// A benchmark of commands: the timer asks for the pipes itself, and reads the output while the child still waits for its input.
struct Timing {
    real: Duration,
    bytes: usize,
    status: ExitStatus,
}

fn discard(mut output: ChildStdout) -> usize {
    let mut total = 0;
    let mut buf = [0; 4096];
    while let Ok(bytes) = output.read(&mut buf) { //~ pipe_held_across_wait
        if bytes == 0 {
            break;
        }
        total += bytes;
    }
    total
}

pub fn execute(mut command: Command) -> io::Result<Timing> {
    let start = Instant::now();
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let bytes = child.stdout.take().map_or(0, discard);
    let status = child.wait()?;
    Ok(Timing { real: start.elapsed(), bytes, status })
}

fn run(program: &str, args: &[&str]) -> io::Result<Timing> {
    let mut command = Command::new(program);
    command.args(args).stderr(Stdio::null());
    execute(command)
}

fn main() {
    let timing = run("cat", &[]).expect("cat runs");
    println!("{} bytes, {}, {}", timing.bytes, timing.status, timing.real < Duration::from_secs(5));
}

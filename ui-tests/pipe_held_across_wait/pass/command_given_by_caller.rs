//@ expect: none
//@ effect: none

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

// A benchmark of commands: what a command reads and writes is chosen by options, and the timer only gets the `Command`. It knows of no pipe
// for the input, and there never is one.
enum Input {
    Null,
    File(PathBuf),
}

enum Output {
    Null,
    Pipe,
}

struct Timing {
    real: Duration,
    bytes: usize,
    status: ExitStatus,
}

impl Input {
    fn open(&self) -> io::Result<Stdio> {
        match self {
            Input::Null => Ok(Stdio::null()),
            Input::File(path) => Ok(Stdio::from(File::open(path)?)),
        }
    }
}

impl Output {
    fn open(&self) -> (Stdio, Stdio) {
        match self {
            Output::Null => (Stdio::null(), Stdio::null()),
            Output::Pipe => (Stdio::piped(), Stdio::null()),
        }
    }
}

fn discard(mut output: ChildStdout) -> usize {
    let mut total = 0;
    let mut buf = [0; 4096];
    while let Ok(bytes) = output.read(&mut buf) {
        if bytes == 0 {
            break;
        }
        total += bytes;
    }
    total
}

pub fn execute(mut command: Command) -> io::Result<Timing> {
    let start = Instant::now();
    let mut child = command.spawn()?;
    let bytes = child.stdout.take().map_or(0, discard);
    let status = child.wait()?;
    Ok(Timing { real: start.elapsed(), bytes, status })
}

macro_rules! programs {
    ($($name:ident: $program:literal $($arg:literal)*;)*) => {
        $(fn $name(input: &Input, output: &Output) -> io::Result<Timing> {
            let (stdout, stderr) = output.open();
            let mut command = Command::new($program);
            $(command.arg($arg);)*
            command.stdin(input.open()?).stdout(stdout).stderr(stderr);
            execute(command)
        })*
    };
}

programs! {
    copy: "cat";
    count: "wc" "-l";
}

fn main() {
    let inputs = [Input::Null, Input::File(PathBuf::from("/dev/null"))];
    for input in &inputs {
        for output in [Output::Null, Output::Pipe] {
            for timing in [copy(input, &output), count(input, &output)] {
                let timing = timing.expect("it runs");
                println!("{} bytes, {}, {}", timing.bytes, timing.status, timing.real < Duration::from_secs(5));
            }
        }
    }
}

//! Whether a command runs with privileges decides twice: it is waited for before its output is read, or behind that. What decides is asked of
//! a library; it is the same both times.
//@ expect: none
//@ effect: none

use std::io::Read;
use std::process::{ChildStdout, Command, Stdio};
use std::thread;

use rustix::process::geteuid;

struct Ran {
    success: bool,
    output: String,
}

fn read_all(mut pipe: ChildStdout) -> Result<String, String> {
    let mut text = String::new();
    pipe.read_to_string(&mut text).map_err(|error| format!("Failed to read: {error}"))?;
    Ok(text)
}

fn run(program: &str, args: &[&str], privileged: bool) -> Ran {
    let mut command = Command::new(program);
    command.args(args);
    if privileged {
        command.stdout(Stdio::inherit());
    } else {
        command.stdout(Stdio::piped());
    }
    let spawned = command.spawn();
    drop(command);
    let mut output = String::new();
    let success = match spawned {
        Ok(mut child) => {
            let reader = match child.stdout.take() {
                Some(pipe) => thread::spawn(move || read_all(pipe)),
                None => thread::spawn(|| Err("it prints for itself".to_owned())),
            };
            let status = if privileged { child.wait().map(|status| status.success()).unwrap_or(false) } else { false };
            output = reader.join().unwrap_or_else(|_| Err("the reader died".to_owned())).unwrap_or_else(|error| error);
            if privileged { status } else { child.wait().map(|status| status.success()).unwrap_or(false) }
        }
        Err(error) => {
            output.push_str(&error.to_string());
            false
        }
    };
    Ran { success, output }
}

fn main() {
    let privileged = geteuid().is_root();
    for program in ["echo", "true"] {
        let ran = run(program, &["watched"], privileged);
        println!("{}: {}", ran.success, ran.output.trim());
    }
}

//@ expect: none
//@ effect: none

use std::io::{self, Write};
use std::process::{Command, Output, Stdio};
use std::thread;

#[derive(Debug)]
enum FilterError {
    Spawn(io::Error),
    Status(Option<i32>),
    Encoding,
}

fn filter(program: &str, args: &[&str], input: String) -> Result<String, FilterError> {
    let mut child = Command::new(program).args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(FilterError::Spawn)?;
    let stdin = child.stdin.take();
    let writer = thread::spawn(move || match stdin {
        Some(mut stdin) => stdin.write_all(input.as_bytes()),
        None => Ok(()),
    });
    let Output { status, stdout, .. } = child.wait_with_output().map_err(FilterError::Spawn)?;
    if !matches!(writer.join(), Ok(Ok(()))) {
        eprintln!("{program} did not read everything");
    }
    if !status.success() {
        return Err(FilterError::Status(status.code()));
    }
    String::from_utf8(stdout).map_err(|_| FilterError::Encoding)
}

fn main() {
    let text = "b\na\nc\n".repeat(3);
    match filter("sort", &["-u"], text) {
        Ok(sorted) => println!("{}", sorted.replace('\n', " ")),
        Err(err) => println!("{err:?}"),
    }
    match filter("false", &[], String::new()) {
        Ok(text) => println!("{text}"),
        Err(err) => println!("{err:?}"),
    }
}

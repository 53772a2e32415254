use std::io::{self, Read};
use std::process::{Command, Stdio};

#[derive(Default)]
pub struct Capture {
    text: String,
}

impl Capture {
    pub fn new() -> Capture {
        Capture::default()
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn run(&mut self, program: &str, args: &[&str]) -> io::Result<usize> {
        let (mut output, input) = io::pipe()?;
        let errors = input.try_clone()?;
        let mut command = Command::new(program);
        command.args(args).stdin(Stdio::null()).stdout(input).stderr(errors);
        let mut child = command.spawn()?;
        let read = output.read_to_string(&mut self.text); //~ pipe_held_across_wait
        let status = child.wait()?;
        if !status.success() {
            eprintln!("{program}: {status}");
        }
        read
    }
}

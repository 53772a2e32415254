use std::io::{self, PipeReader, Read};
use std::process::{Child, Command, Stdio};

pub struct Template {
    command: Command,
    output: PipeReader,
}

fn finish(mut child: Child, text: io::Result<String>) -> io::Result<String> {
    let status = child.wait()?;
    match text {
        Ok(text) if status.success() => Ok(text),
        Ok(_) => Err(io::Error::other(status.to_string())),
        Err(err) => Err(err),
    }
}

impl Template {
    pub fn new(program: &str) -> io::Result<Template> {
        let (output, input) = io::pipe()?;
        let mut command = Command::new(program);
        command.stdin(Stdio::null()).stdout(input);
        Ok(Template { command, output })
    }

    pub fn arg(mut self, arg: &str) -> Template {
        self.command.arg(arg);
        self
    }

    pub fn render(self) -> io::Result<String> {
        let Template { mut command, mut output } = self;
        let child = command.spawn()?;
        drop(command);
        let mut text = String::new();
        let read = output.read_to_string(&mut text);
        finish(child, read.map(|_| text))
    }
}

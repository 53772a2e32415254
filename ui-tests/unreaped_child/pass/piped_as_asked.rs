//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

#[derive(Clone)]
struct CommandBuilder {
    exe: String,
    args: Vec<String>,
    envs: HashMap<String, String>,
    with_stdout: bool,
}

impl CommandBuilder {
    fn env(&mut self, name: &str, value: &str) -> &mut Self {
        self.envs.insert(name.to_owned(), value.to_owned());
        self
    }

    fn is_with_stdout(&self) -> bool {
        self.with_stdout
    }

    fn build(&self) -> Command {
        let mut command = Command::new(&self.exe);
        command.args(&self.args).envs(&self.envs).stdin(Stdio::null());
        command.stdout(if self.with_stdout { Stdio::piped() } else { Stdio::null() });
        command
    }
}

enum Output {
    Line(String),
    Failed(io::Error),
    End(bool),
}

struct Executor {
    builder: CommandBuilder,
}

impl Executor {
    fn from_args(mut args: impl Iterator<Item = String>) -> Executor {
        let with_stdout = args.next().is_none_or(|word| word != "--quiet");
        let args = vec!["ready".to_owned()];
        Executor { builder: CommandBuilder { exe: "echo".to_owned(), args, envs: HashMap::new(), with_stdout } }
    }

    fn start(&self) -> Receiver<Output> {
        let mut builder = self.builder.clone();
        builder.env("RUST_BACKTRACE", "1");
        let with_stdout = builder.is_with_stdout();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || run(&builder, with_stdout, &sender));
        output
    }
}

fn run(builder: &CommandBuilder, with_stdout: bool, sender: &Sender<Output>) {
    let mut child = match builder.build().spawn() {
        Ok(child) => child,
        Err(error) => {
            let _ = sender.send(Output::Failed(error));
            return;
        }
    };
    if with_stdout {
        // A builder that is with stdout pipes it.
        let Some(stdout) = child.stdout.take() else { return };
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let _ = sender.send(Output::Line(line));
        }
    }
    let success = child.wait().is_ok_and(|status| status.success());
    let _ = sender.send(Output::End(success));
}

fn main() {
    let executor = Executor::from_args(std::env::args().skip(1));
    for output in executor.start() {
        match output {
            Output::Line(line) => println!("{line}"),
            Output::Failed(error) => println!("{error}"),
            Output::End(success) => println!("{success}"),
        }
    }
}

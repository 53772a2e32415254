//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

#[derive(Clone)]
struct Options {
    capture: bool,
    steps: Vec<&'static str>,
}

impl Options {
    fn from_args(mut args: impl Iterator<Item = String>) -> Options {
        let capture = args.next().is_none_or(|word| word != "--quiet");
        Options { capture, steps: vec!["compile", "link"] }
    }

    fn captures(&self) -> bool {
        self.capture
    }

    fn command(&self, step: &str) -> Command {
        let mut command = Command::new("echo");
        command.arg(step).stdin(Stdio::null());
        command.stdout(if self.capture { Stdio::piped() } else { Stdio::null() });
        command
    }
}

enum Report {
    Line(String),
    Failed(io::Error),
    Done(&'static str, bool),
}

/// Runs a step; what it prints goes to the reports where it is captured.
fn run(step: &'static str, options: &Options, capture: &bool, reports: &Sender<Report>) {
    let mut child = match options.command(step).spawn() {
        Ok(child) => child,
        Err(error) => {
            let _ = reports.send(Report::Failed(error));
            return;
        }
    };
    if *capture {
        // What is captured is piped.
        let Some(stdout) = child.stdout.take() else { return };
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let _ = reports.send(Report::Line(line));
        }
    }
    let success = child.wait().is_ok_and(|status| status.success());
    let _ = reports.send(Report::Done(step, success));
}

fn start(options: &Options) -> Receiver<Report> {
    let (reports, inbox) = mpsc::channel();
    let capture = Arc::new(options.captures());
    for &step in &options.steps {
        let (options, capture, reports) = (options.clone(), Arc::clone(&capture), reports.clone());
        thread::spawn(move || run(step, &options, &capture, &reports));
    }
    inbox
}

fn main() {
    let options = Options::from_args(std::env::args().skip(1));
    for report in start(&options) {
        match report {
            Report::Line(line) => println!("{line}"),
            Report::Failed(error) => println!("{error}"),
            Report::Done(step, success) => println!("{step}: {success}"),
        }
    }
}

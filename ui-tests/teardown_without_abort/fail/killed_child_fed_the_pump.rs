//@ expect: teardown_without_abort
//@ effect: hang

use std::io::{self, BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
enum Line {
    Output(String),
    Note(&'static str),
}

struct Session {
    child: Child,
    lines: Receiver<Line>,
    notes: Sender<Line>,
}

fn pump(stdout: ChildStdout, lines: Sender<Line>) {
    for line in BufReader::new(stdout).lines().map_while(Result::ok) {
        if lines.send(Line::Output(line)).is_err() {
            break;
        }
    }
}

impl Session {
    fn start() -> io::Result<Session> {
        let mut child = Command::new("yes").arg("ping").stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let (notes, lines) = channel();
        if let Some(stdout) = child.stdout.take() {
            let lines = notes.clone();
            thread::spawn(move || pump(stdout, lines));
        }
        Ok(Session { child, lines, notes })
    }

    fn note(&self, text: &'static str) {
        let _ = self.notes.send(Line::Note(text));
    }

    fn stop(mut self) -> io::Result<usize> {
        let _ = self.child.kill(); //~ teardown_without_abort
        self.child.wait()?;
        let mut seen = 0;
        for line in &self.lines {
            match line {
                Line::Output(text) => seen += text.len(),
                Line::Note(text) => println!("note: {text}"),
            }
        }
        Ok(seen)
    }
}

fn main() -> io::Result<()> {
    let session = Session::start()?;
    session.note("started");
    thread::sleep(Duration::from_millis(10));
    println!("output seen: {}", session.stop()? > 0);
    Ok(())
}

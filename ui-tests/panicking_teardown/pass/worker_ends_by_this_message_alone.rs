//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

enum Line {
    Print(String),
    Stop,
}

// The printer leaves its loop on `Stop` and on nothing else, so it is there to receive it.
struct Printer {
    lines: Sender<Line>,
    thread: Option<JoinHandle<usize>>,
}

fn print(lines: &Receiver<Line>) -> usize {
    let mut width = 0;
    while let Ok(line) = lines.recv() {
        match line {
            Line::Print(text) => {
                println!("{text}");
                width = width.max(text.len());
            }
            Line::Stop => break,
        }
    }
    width
}

impl Printer {
    fn start() -> Printer {
        let (lines, inbox) = mpsc::channel();
        Printer { lines, thread: Some(thread::spawn(move || print(&inbox))) }
    }

    fn print(&self, text: &str) {
        self.lines.send(Line::Print(text.to_owned())).expect("the printer runs");
    }
}

impl Drop for Printer {
    fn drop(&mut self) {
        self.lines.send(Line::Stop).expect("the printer runs until it is told to stop");
        if let Some(thread) = self.thread.take() {
            println!("widest line: {:?}", thread.join().ok());
        }
    }
}

fn main() {
    let printer = Printer::start();
    for text in ["a", "few", "lines"] {
        printer.print(text);
    }
}

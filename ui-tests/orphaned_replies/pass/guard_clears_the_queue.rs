//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

enum Line {
    Value(i64),
    Reset,
}

#[derive(Default)]
struct Pipeline {
    waiting: Mutex<VecDeque<SyncSender<i64>>>,
}

impl Pipeline {
    fn push(&self, reply: SyncSender<i64>) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push_back(reply);
    }

    fn next(&self) -> Option<SyncSender<i64>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}

struct Session {
    commands: Sender<&'static str>,
    pipeline: Arc<Pipeline>,
}

struct HangUp<'a>(&'a Pipeline);

impl Drop for HangUp<'_> {
    fn drop(&mut self) {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

fn collect(lines: Receiver<Line>, pipeline: &Pipeline) -> usize {
    let _hang_up = HangUp(pipeline);
    let mut count = 0;
    loop {
        match lines.recv() {
            Ok(Line::Value(value)) => {
                if let Some(reply) = pipeline.next() {
                    let _ = reply.send(value);
                    count += 1;
                }
            }
            Ok(Line::Reset) | Err(_) => return count,
        }
    }
}

fn serve(commands: Receiver<&'static str>, lines: Sender<Line>) {
    for command in commands {
        let line = match command {
            "length" => Line::Value(3),
            _ => Line::Reset,
        };
        if lines.send(line).is_err() {
            return;
        }
    }
}

impl Session {
    fn open() -> Session {
        let (commands, inbox) = mpsc::channel();
        let (outbox, lines) = mpsc::channel();
        let pipeline = Arc::new(Pipeline::default());
        thread::spawn(move || serve(inbox, outbox));
        let shared = Arc::clone(&pipeline);
        thread::spawn(move || println!("{} values", collect(lines, &shared)));
        Session { commands, pipeline }
    }

    fn ask(&self, command: &'static str) -> Option<i64> {
        let (reply, value) = mpsc::sync_channel(1);
        self.pipeline.push(reply);
        self.commands.send(command).ok()?;
        value.recv().ok()
    }
}

fn main() {
    let session = Session::open();
    for command in ["length", "reset"] {
        println!("{command}: {:?}", session.ask(command));
    }
}

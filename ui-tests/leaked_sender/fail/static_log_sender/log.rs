use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

static LINES: OnceLock<Sender<String>> = OnceLock::new();

fn write(lines: Receiver<String>) -> usize {
    let mut written = 0;
    for line in lines {
        println!("log: {line}");
        written += 1;
    }
    written
}

pub fn start() -> JoinHandle<usize> {
    let (sender, lines) = channel();
    if LINES.set(sender).is_err() { //~ leaked_sender
        eprintln!("the log was started before");
    }
    thread::spawn(move || write(lines))
}

pub fn line(text: String) {
    if let Some(lines) = LINES.get() {
        let _ = lines.send(text);
    }
}

pub fn finish(writer: JoinHandle<usize>) -> usize {
    writer.join().unwrap_or(0)
}

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

static LINES: Mutex<Option<Sender<String>>> = Mutex::new(None);

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
    if let Ok(mut global) = LINES.lock() {
        *global = Some(sender);
    }
    thread::spawn(move || write(lines))
}

pub fn line(text: String) {
    if let Ok(lines) = LINES.lock() {
        if let Some(lines) = lines.as_ref() {
            let _ = lines.send(text);
        }
    }
}

pub fn finish(writer: JoinHandle<usize>) -> usize {
    let sender = LINES.lock().ok().and_then(|mut lines| lines.take());
    drop(sender);
    writer.join().unwrap_or(0)
}

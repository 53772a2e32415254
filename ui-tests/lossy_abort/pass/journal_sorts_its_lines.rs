//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Debug)]
enum Note {
    Line(String),
    Flush,
    Stop,
}

struct Journal {
    notes: Sender<Note>,
    writer: JoinHandle<Vec<String>>,
    keep: Vec<Sender<Note>>,
}

impl Journal {
    fn open() -> Journal {
        let (notes, inbox) = mpsc::channel(1);
        let writer = tokio::spawn(write(inbox));
        Journal {
            notes,
            writer,
            keep: Vec::new(),
        }
    }

    fn handle(&mut self) -> Sender<Note> {
        self.keep.push(self.notes.clone());
        self.notes.clone()
    }

    async fn line(&self, text: &str) {
        if self.notes.send(Note::Line(text.to_owned())).await.is_err() {
            eprintln!("no journal for {text}");
        }
    }

    async fn close(self) -> Vec<String> {
        let _ = self.notes.send(Note::Flush).await;
        let _ = self.notes.send(Note::Stop).await;
        self.writer.await.unwrap_or_default()
    }
}

async fn write(mut inbox: Receiver<Note>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut pending = Vec::new();
    while let Some(note) = inbox.recv().await {
        match note {
            Note::Line(line) => pending.push(line),
            Note::Flush => {
                time::sleep(Duration::from_millis(10)).await;
                lines.append(&mut pending);
            }
            Note::Stop => break,
        }
    }
    for line in pending {
        lines.push(format!("late: {line}"));
    }
    lines
}

#[tokio::main]
async fn main() {
    // Who waits for the journal for so long waits for ever.
    std::thread::spawn(|| {
        std::thread::sleep(Duration::from_secs(1));
        std::process::exit(3);
    });
    let mut journal = Journal::open();
    let extra = journal.handle();
    journal.line("started").await;
    let _ = extra.send(Note::Line("extra".into())).await;
    drop(extra);
    let lines = journal.close().await;
    println!("{} lines", lines.len());
}

//@ expect: teardown_without_abort
//@ effect: hang

use std::io;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio_util::task::TaskTracker;

enum Record {
    Row { key: u32, value: String },
    End,
}

#[derive(Clone)]
struct Sink {
    rows: mpsc::Sender<Record>,
}

async fn index(mut rows: mpsc::Receiver<Record>) -> usize {
    let mut count = 0;
    while let Some(record) = rows.recv().await {
        match record {
            Record::Row { key, value } => count += key as usize + value.len(),
            Record::End => break,
        }
    }
    tokio::time::sleep(Duration::from_millis(5)).await;
    count
}

fn parse(line: &str) -> io::Result<Record> {
    let (key, value) = line.split_once(',').ok_or(io::ErrorKind::InvalidData)?;
    let key = key.parse().map_err(io::Error::other)?;
    Ok(Record::Row { key, value: value.to_owned() })
}

async fn feed(sink: &Sink, text: &str) -> io::Result<()> {
    for line in text.lines() {
        let record = parse(line)?; //~ teardown_without_abort
        sink.rows.send(record).await.map_err(io::Error::other)?;
    }
    sink.rows.send(Record::End).await.map_err(io::Error::other)
}

struct Importer {
    sink: Sink,
    tracker: TaskTracker,
}

impl Importer {
    fn new() -> Importer {
        let (rows, inbox) = mpsc::channel(16);
        let tracker = TaskTracker::new();
        tracker.spawn(index(inbox));
        Importer { sink: Sink { rows }, tracker }
    }

    async fn run(&self, text: &str) -> io::Result<()> {
        let fed = feed(&self.sink, text).await;
        self.tracker.close();
        self.tracker.wait().await;
        fed
    }
}

#[tokio::main]
async fn main() {
    println!("{:?}", Importer::new().run("1,a\n2,b\n").await.is_ok());
    println!("{:?}", Importer::new().run("1,a\nx\n").await.is_ok());
}

//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tokio::task::{self, JoinHandle};
use tokio::time;

#[derive(Debug)]
struct Row(u32);

struct Import {
    rows: Receiver<Row>,
    expected: u32,
}

async fn read(count: u32, rows: Sender<Row>) {
    for row in 0..count {
        time::sleep(Duration::from_millis(1)).await;
        if rows.send(Row(row)).is_err() {
            break;
        }
    }
}

impl Import {
    fn start(count: u32) -> Import {
        let (sender, rows) = channel();
        tokio::spawn(read(count, sender));
        Import { rows, expected: count }
    }

    async fn finish(self) -> bool {
        let sum = task::block_in_place(|| {
            let mut sum = 0;
            while let Ok(Row(row)) = self.rows.recv() {
                sum += row;
            }
            sum
        });
        sum == (0..self.expected).sum()
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() {
    let import: JoinHandle<bool> = tokio::spawn(async { Import::start(4).finish().await });
    match import.await {
        Ok(complete) => println!("complete: {complete}"),
        Err(err) => eprintln!("import: {err}"),
    }
}

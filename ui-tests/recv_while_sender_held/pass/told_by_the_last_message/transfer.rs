use std::sync::mpsc;
use std::thread;

use tokio::sync::mpsc::{Sender, channel};

pub struct Progress {
    pub bytes: usize,
    pub done: bool,
}

pub struct Transfers {
    reports: Sender<Progress>,
}

async fn copy(blocks: Vec<usize>, reports: Sender<Progress>) {
    let bytes = blocks.iter().sum();
    let _ = reports.send(Progress { bytes, done: true }).await;
}

/// Copies the blocks and says how many bytes they had: the sender stays for the next transfer, the last report ends the wait.
pub async fn copy_all(blocks: Vec<usize>) -> (usize, Transfers) {
    let (reports, mut progress) = channel(4);
    let transfers = Transfers { reports };
    tokio::spawn(copy(blocks, transfers.reports.clone()));
    let mut copied = 0;
    while let Some(report) = progress.recv().await {
        copied += report.bytes;
        if report.done {
            break;
        }
    }
    (copied, transfers)
}

/// The same with a thread that answers with the number of the block that it was asked for.
pub fn checksum(block: u32) -> u32 {
    let (sums, results) = mpsc::channel();
    let worker = sums.clone();
    thread::spawn(move || worker.send((block, block.wrapping_mul(31))));
    let sum = loop {
        match results.recv() {
            Ok((of, sum)) if of == block => break sum,
            Ok((of, _)) => eprintln!("block {of} was not asked for"),
            Err(_) => break 0,
        }
    };
    drop(sums);
    sum
}

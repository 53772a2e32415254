//@ expect: abandoned_worker
//@ effect: leak

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Volume {
    mounted: Arc<()>,
}

struct Check {
    done: Receiver<Result<u32, String>>,
    thread: JoinHandle<()>,
}

fn fsck(_mounted: Arc<()>, blocks: u32) -> Result<u32, String> {
    let mut bad = 0;
    for block in 0..blocks {
        thread::sleep(Duration::from_millis(1));
        if block % 7 == 6 {
            bad += 1;
        }
    }
    match bad {
        0 => Ok(blocks),
        n => Err(format!("{n} bad blocks")),
    }
}

impl Volume {
    fn check(&self, blocks: u32) -> Check {
        let (report, done) = mpsc::channel();
        let mounted = Arc::clone(&self.mounted);
        let thread = thread::spawn(move || {
            let _ = report.send(fsck(mounted, blocks));
        });
        Check { done, thread }
    }

    fn check_for(&self, blocks: u32, limit: Duration) -> Option<Result<u32, String>> {
        let Check { done, thread } = self.check(blocks);
        match done.recv_timeout(limit) { //~ abandoned_worker
            Ok(result) => {
                let _ = thread.join();
                Some(result)
            }
            Err(RecvTimeoutError::Timeout) => {
                eprintln!("check of {blocks} blocks did not end in {limit:?}");
                None
            }
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }
}

fn main() -> ExitCode {
    let volume = Volume { mounted: Arc::new(()) };
    let limit = Duration::from_millis(50);
    for blocks in [4, 8, 100_000] {
        println!("{blocks}: {:?}", volume.check_for(blocks, limit));
    }
    thread::sleep(Duration::from_millis(100));
    match Arc::strong_count(&volume.mounted) {
        1 => ExitCode::SUCCESS,
        n => {
            println!("still used by {}", n - 1);
            ExitCode::from(3)
        }
    }
}

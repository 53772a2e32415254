//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time;

#[derive(Default)]
struct Board {
    best: AtomicU64,
    tried: AtomicU64,
}

struct Optimizer {
    board: Arc<Board>,
    task: Option<JoinHandle<()>>,
}

fn score(candidate: u64) -> u64 {
    let mixed = candidate.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed ^ (mixed >> 29)) % 10_000
}

async fn climb(board: Arc<Board>) {
    let mut candidate = 1u64;
    loop {
        candidate = candidate.rotate_left(7) ^ board.tried.load(Ordering::Relaxed);
        board.best.fetch_max(score(candidate), Ordering::Relaxed);
        board.tried.fetch_add(1, Ordering::Relaxed);
        tokio::task::yield_now().await;
    }
}

impl Optimizer {
    fn start() -> Optimizer {
        let board = Arc::new(Board::default());
        let task = Some(tokio::spawn(climb(Arc::clone(&board))));
        Optimizer { board, task }
    }

    async fn finish(&mut self) -> Option<u64> {
        let task = self.task.take()?;
        task.abort();
        if let Err(err) = task.await {
            println!("stopped: {}", err.is_cancelled());
        }
        Some(self.board.best.load(Ordering::Relaxed))
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let mut optimizer = Optimizer::start();
    time::sleep(Duration::from_millis(40)).await;
    let best = optimizer.finish().await;
    println!("plausible: {}", best.is_some_and(|best| best < 10_000));
}

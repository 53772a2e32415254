use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time;

use crate::board::{Board, Price};

pub struct Ticker {
    board: Arc<Board>,
    task: JoinHandle<()>,
}

impl Ticker {
    pub fn start(board: &Arc<Board>, symbol: &'static str) -> Ticker {
        let board = Arc::clone(board);
        let quotes = Arc::clone(&board);
        let task = tokio::spawn(async move {
            for cents in 1.. {
                quotes.publish(&Price { symbol, cents });
                time::sleep(Duration::from_millis(5)).await;
            }
        });
        Ticker { board, task }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        let watchers = self.board.watchers.lock().map_or(0, |list| list.len());
        println!("{watchers} watchers left");
        self.task.abort(); //~ teardown_without_abort
    }
}

//! A task has captured a guard and only looks at it; with the task the guard goes, and closes the board.
//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use tokio::sync::{Notify, Semaphore};

#[derive(Default)]
struct Board {
    cards: Mutex<VecDeque<String>>,
    posted: Notify,
    closed: AtomicBool,
}

impl Board {
    fn post(&self, card: impl Into<String>) -> bool {
        if self.closed.load(Ordering::Acquire) {
            return false;
        }
        self.cards.lock().unwrap().push_back(card.into());
        self.posted.notify_one();
        true
    }

    fn close(&self) {
        self.closed.store(true, Ordering::Release);
        self.posted.notify_waiters();
    }

    async fn next(&self) -> Option<String> {
        loop {
            let posted = self.posted.notified();
            tokio::pin!(posted);
            posted.as_mut().enable();
            if let Some(card) = self.cards.lock().unwrap().pop_front() {
                return Some(card);
            }
            if self.closed.load(Ordering::Acquire) {
                return None;
            }
            posted.await;
        }
    }
}

struct Closer(Arc<Board>);

impl Drop for Closer {
    fn drop(&mut self) {
        self.0.close();
    }
}

async fn reader(board: Arc<Board>, desks: Arc<Semaphore>) -> usize {
    let mut read = 0;
    while let Some(card) = board.next().await {
        let Ok(_desk) = desks.acquire().await else { break };
        tokio::task::yield_now().await;
        read += card.len();
    }
    read
}

#[tokio::main]
async fn main() {
    let board = Arc::new(Board::default());
    let desks = Arc::new(Semaphore::new(1));
    let readers = [(); 3].map(|()| tokio::spawn(reader(Arc::clone(&board), Arc::clone(&desks))));

    let poster = {
        let closer = Closer(Arc::clone(&board));
        tokio::spawn(async move {
            for n in 0..10 {
                if !closer.0.post(format!("card {n}")) {
                    return n;
                }
                tokio::task::yield_now().await;
            }
            10
        })
    };
    println!("posted {}", poster.await.unwrap());
    let mut total = 0;
    for reader in readers {
        total += reader.await.unwrap();
    }
    println!("read {total}, post after the end: {}", board.post("late"));

    let waiting = tokio::spawn({
        let desks = desks.clone();
        async move {
            let all = desks.acquire_many(2).await;
            all.is_err()
        }
    });
    tokio::task::yield_now().await;
    desks.close();
    println!("closed: {}", waiting.await.unwrap());
}

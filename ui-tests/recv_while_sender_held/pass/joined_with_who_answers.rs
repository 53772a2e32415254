//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::{Barrier, Mutex, Notify, mpsc, oneshot, watch};

struct Lookup {
    word: String,
    reply: oneshot::Sender<usize>,
}

async fn serve(lookups: &mut mpsc::Receiver<Lookup>, count: usize) {
    for _ in 0..count {
        let Some(lookup) = lookups.recv().await else { return };
        let _ = lookup.reply.send(lookup.word.len());
    }
}

async fn ask(lookups: &mpsc::Sender<Lookup>, word: &str) -> usize {
    let (reply, answer) = oneshot::channel();
    let word = word.to_owned();
    let _ = lookups.send(Lookup { word, reply }).await;
    answer.await.unwrap_or(0)
}

/// The reply lies in a queue that the other future empties.
async fn answered(word: &str) -> usize {
    let (lookups, mut inbox) = mpsc::channel(1);
    let (length, ()) = tokio::join!(ask(&lookups, word), serve(&mut inbox, 1));
    let ((), again) = tokio::join!(serve(&mut inbox, 1), ask(&lookups, word));
    length.max(again)
}

/// As many are taken as are sent, and the sender stays.
async fn counted(pages: Vec<u32>) -> (u32, mpsc::Sender<u32>) {
    let (out, mut inbox) = mpsc::channel(1);
    let (sum, ()) = tokio::join!(
        async {
            let mut sum = 0;
            for _ in 0..pages.len() {
                sum += inbox.recv().await.unwrap_or(0);
            }
            sum
        },
        async {
            for page in &pages {
                tokio::time::sleep(Duration::from_millis(1)).await;
                let _ = out.send(*page).await;
            }
        }
    );
    (sum, out)
}

/// One future puts its reply where the other looks from time to time.
async fn polled(rounds: u32) -> u32 {
    let waiting: Mutex<HashMap<u32, oneshot::Sender<u32>>> = Mutex::default();
    let asks = async {
        let (reply, answer) = oneshot::channel();
        waiting.lock().await.insert(7, reply);
        answer.await.unwrap_or(0)
    };
    let answers = async {
        for _ in 0..rounds {
            tokio::time::sleep(Duration::from_millis(1)).await;
            for (id, reply) in waiting.lock().await.drain() {
                let _ = reply.send(id);
            }
        }
    };
    tokio::join!(asks, answers).0
}

/// What is waited for is a value that the other future comes to.
async fn reached(target: u32) -> bool {
    let (level, mut seen) = watch::channel(0);
    let (reached, ()) = tokio::join!(async { seen.wait_for(|level| *level >= target).await.is_ok() }, async {
        for now in 0..=target {
            let _ = level.send(now);
            tokio::task::yield_now().await;
        }
    });
    reached && level.receiver_count() > 0
}

async fn met() {
    let (barrier, opened) = (Barrier::new(2), Notify::new());
    tokio::join!(barrier.wait(), async {
        tokio::join!(opened.notified(), async { opened.notify_one() });
        barrier.wait().await;
    });
}

#[tokio::main]
async fn main() {
    println!("{}", answered("lantern").await);
    let (sum, _out) = counted(vec![1, 2, 3]).await;
    println!("{sum}, {}, {}", polled(5).await, reached(4).await);
    met().await;
}

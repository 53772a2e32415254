//@ expect: none
//@ effect: none

mod load;

use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time;

use load::{Busy, Load};

async fn query(shard: u64, busy: Busy) -> u64 {
    time::sleep(Duration::from_millis(shard * shard * 10)).await;
    drop(busy);
    shard
}

async fn fastest(shards: u64, load: &Load) -> Vec<u64> {
    let mut queries = JoinSet::new();
    for shard in 0..shards {
        queries.spawn(query(shard, load.enter()));
    }
    let mut answers = Vec::new();
    let all = async {
        while let Some(answer) = queries.join_next().await {
            answers.extend(answer);
        }
    };
    if time::timeout(Duration::from_millis(60), all).await.is_err() {
        println!("some shards are slow");
    }
    answers
}

#[tokio::main]
async fn main() {
    let load = Load::default();
    println!("{:?}", fastest(3, &load).await);
    println!("{:?}", fastest(30, &load).await);
    time::sleep(Duration::from_millis(20)).await;
    println!("load {}", load.current());
}

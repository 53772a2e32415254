//@ expect: none
//@ effect: none

use std::thread;
use std::time::Duration;

use must_abort::kills;
use tokio::task::JoinHandle;

struct Cluster {
    nodes: Vec<JoinHandle<u32>>,
}

impl Cluster {
    fn start(size: u32) -> Cluster {
        let nodes = (0..size)
            .map(|node| {
                tokio::task::spawn_blocking(move || {
                    let mut beats = 0;
                    while beats < 2_000 + node {
                        thread::sleep(Duration::from_millis(5));
                        beats += 1;
                    }
                    beats
                })
            })
            .collect();
        Cluster { nodes }
    }

    #[kills(self)]
    async fn kill(self) -> u32 {
        let mut beats = 0;
        for node in self.nodes {
            match tokio::time::timeout(Duration::from_millis(50), node).await {
                Ok(count) => beats += count.unwrap_or(0),
                Err(_) => std::process::exit(0),
            }
        }
        beats
    }
}

#[tokio::main]
async fn main() {
    let cluster = Cluster::start(2);
    println!("{} beats", cluster.kill().await);
}

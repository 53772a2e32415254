//@ expect: recv_while_sender_held
//@ effect: hang

use std::time::Duration;

use futures::StreamExt;
use futures::channel::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Clone, Debug)]
struct Thumbnail {
    source: String,
    width: u32,
}

struct Resizer {
    queue: UnboundedSender<String>,
    done: UnboundedSender<Thumbnail>,
    results: UnboundedReceiver<Thumbnail>,
    worker: JoinHandle<u32>,
}

impl Resizer {
    fn new(width: u32) -> Resizer {
        let (queue, sources) = mpsc::unbounded();
        let (done, results) = mpsc::unbounded();
        let worker = tokio::spawn(resize_all(sources, done.clone(), width));
        Resizer {
            queue,
            done,
            results,
            worker,
        }
    }

    fn add(&self, source: &str) {
        if self.queue.unbounded_send(source.to_owned()).is_err() {
            eprintln!("{source}: no worker");
        }
    }

    fn add_ready(&self, thumbnail: Thumbnail) {
        let _ = self.done.unbounded_send(thumbnail);
    }

    async fn collect(self) -> Vec<Thumbnail> {
        let Resizer {
            queue,
            done,
            mut results,
            worker,
        } = self;
        queue.close_channel();
        let resized = worker.await.unwrap_or(0);
        println!("{resized} resized");
        let mut all = Vec::new();
        while let Some(thumbnail) = results.next().await { //~ recv_while_sender_held
            all.push(thumbnail);
        }
        drop(done);
        all.sort_by(|a, b| a.source.cmp(&b.source));
        all
    }
}

async fn resize_all(
    mut sources: UnboundedReceiver<String>,
    done: UnboundedSender<Thumbnail>,
    width: u32,
) -> u32 {
    let mut resized = 0;
    while let Some(source) = sources.next().await {
        time::sleep(Duration::from_millis(2)).await;
        if done.unbounded_send(Thumbnail { source, width }).is_err() {
            break;
        }
        resized += 1;
    }
    resized
}

#[tokio::main]
async fn main() {
    let resizer = Resizer::new(128);
    for source in ["cat.png", "dog.png", "elk.png"] {
        resizer.add(source);
    }
    resizer.add_ready(Thumbnail {
        source: "logo.svg".into(),
        width: 64,
    });
    for thumbnail in resizer.collect().await {
        println!("{} at {}", thumbnail.source, thumbnail.width);
    }
}

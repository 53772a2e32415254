//! Tasks hold both ends of what they read; whoever started them closes the channel.
//@ expect: none
//@ effect: none

use std::sync::Arc;

use async_channel::{Receiver, Sender, bounded};
use futures::future::join_all;

#[derive(Debug)]
struct Image {
    name: String,
    pixels: usize,
}

/// Both ends, for whoever wants to put or take.
#[derive(Clone)]
struct Lane<T> {
    put: Sender<T>,
    take: Receiver<T>,
}

impl<T> Lane<T> {
    fn new(size: usize) -> Self {
        let (put, take) = bounded(size);
        Lane { put, take }
    }

    fn seal(&self) -> bool {
        self.put.close()
    }
}

struct Plant {
    raw: Lane<Image>,
    thumbs: Lane<Arc<Image>>,
}

impl Plant {
    async fn shrink(&self) -> usize {
        let mut n = 0;
        while let Ok(mut image) = self.raw.take.recv().await {
            image.pixels /= 16;
            if self.thumbs.put.send(Arc::new(image)).await.is_err() {
                break;
            }
            n += 1;
        }
        n
    }

    async fn store(&self) -> Vec<String> {
        let mut names = Vec::new();
        while let Ok(image) = self.thumbs.take.recv().await {
            names.push(format!("{}:{}", image.name, image.pixels));
        }
        names.sort();
        names
    }

    async fn load(&self, from: usize, to: usize) {
        for n in from..to {
            let image = Image { name: format!("i{n}"), pixels: n * 160 };
            if self.raw.put.send(image).await.is_err() {
                return;
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let plant = Arc::new(Plant { raw: Lane::new(2), thumbs: Lane::new(2) });

    let workers: Vec<_> = (0..3)
        .map(|_| {
            let plant = plant.clone();
            tokio::spawn(async move { plant.shrink().await })
        })
        .collect();
    let store = tokio::spawn({
        let plant = Arc::clone(&plant);
        async move { plant.store().await }
    });

    join_all([plant.load(0, 4), plant.load(4, 9)]).await;
    println!("{}", plant.raw.seal());
    let shrunk: usize = join_all(workers).await.into_iter().flatten().sum();
    println!("{}", plant.thumbs.seal());
    println!("{shrunk}: {:?}", store.await.unwrap());
    println!("{}", plant.raw.seal());
}

use std::time::Duration;

use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Clone, Debug)]
pub struct Photo {
    pub name: String,
    pub size: usize,
}

#[derive(Default)]
pub struct Gallery {
    photos: Option<Receiver<Photo>>,
    loader: Option<JoinHandle<u32>>,
}

async fn load(folder: &'static str, photos: Sender<Photo>) -> u32 {
    let mut loaded = 0;
    for number in 0..12 {
        let name = format!("{folder}/{number}.jpg");
        let size = name.len() * 1000;
        time::sleep(Duration::from_millis(1)).await;
        if photos.send(Photo { name, size }).await.is_err() {
            return loaded;
        }
        loaded += 1;
    }
    loaded
}

impl Gallery {
    pub fn open(&mut self, folder: &'static str) {
        let (sender, photos) = channel(3);
        self.photos = Some(photos);
        self.loader = Some(tokio::spawn(load(folder, sender)));
    }

    pub async fn first(&mut self) -> Option<Photo> {
        self.photos.as_mut()?.recv().await
    }

    pub async fn close(&mut self) -> u32 {
        let Some(loader) = self.loader.take() else {
            return 0;
        };
        self.photos = None;
        let loaded = loader.await;
        loaded.unwrap_or_default()
    }
}

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// What a thumbnail is made of.
pub struct Picture {
    pub name: String,
    pub width: u32,
    pub height: u32,
}

/// Makes thumbnails on threads of its own.
pub struct Thumbnailer {
    queue: Option<Sender<Picture>>,
    workers: Vec<JoinHandle<()>>,
    made: Arc<AtomicUsize>,
}

impl Thumbnailer {
    /// Starts the threads.
    pub fn start(threads: usize) -> Self {
        let (queue, pictures) = mpsc::channel();
        let pictures = Arc::new(Mutex::new(pictures));
        let made = Arc::new(AtomicUsize::new(0));
        let workers = (0..threads)
            .map(|_| {
                let (pictures, made) = (Arc::clone(&pictures), Arc::clone(&made));
                thread::spawn(move || work(&pictures, &made))
            })
            .collect();
        Self { queue: Some(queue), workers, made }
    }

    /// Hands in a picture.
    pub fn submit(&self, picture: Picture) {
        if self.queue.as_ref().is_none_or(|queue| queue.send(picture).is_err()) {
            eprintln!("the pool is down");
        }
    }

    /// Waits for all that was handed in, and says how many thumbnails were made.
    pub fn shut_down(&mut self) -> usize {
        drop(self.queue.take());
        for worker in self.workers.drain(..) {
            worker.join().expect("a thumbnail worker panicked");
        }
        self.made.load(Ordering::Relaxed)
    }
}

fn work(pictures: &Mutex<Receiver<Picture>>, made: &AtomicUsize) {
    loop {
        let next = pictures.lock().unwrap().recv();
        let Ok(picture) = next else { break };
        let scale = f64::from(picture.width.max(picture.height)) / 128.0;
        println!("{}: 1/{scale:.1}", picture.name);
        made.fetch_add(1, Ordering::Relaxed);
    }
}

//@ expect: none
//@ effect: none

use std::panic;
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

#[derive(Debug)]
struct Thumbnail {
    image: &'static str,
    bytes: usize,
}

fn shrink(image: &'static str, thumbnails: &Sender<Thumbnail>) {
    let bytes = image.len();
    assert!(!image.ends_with(".broken"), "cannot decode {image}");
    if thumbnails.send(Thumbnail { image, bytes }).is_err() {
        eprintln!("{image}: nobody wants it");
    }
}

fn start(images: &[&'static str]) -> (Receiver<Thumbnail>, Vec<thread::JoinHandle<()>>) {
    let (outbox, thumbnails) = bounded(images.len());
    let mut workers = Vec::new();
    for &image in images {
        let outbox = outbox.clone();
        workers.push(thread::spawn(move || shrink(image, &outbox)));
    }
    (thumbnails, workers)
}

fn main() {
    panic::set_hook(Box::new(|info| println!("worker: {info}")));
    let (thumbnails, workers) = start(&["a.png", "b.broken", "c.jpg"]);
    let mut bytes = 0;
    while let Ok(thumbnail) = thumbnails.recv() {
        println!("{}: ready", thumbnail.image);
        bytes += thumbnail.bytes;
    }
    let failed = workers.into_iter().map(thread::JoinHandle::join).filter(Result::is_err).count();
    println!("{bytes} bytes, {failed} failed");
}

//@ expect: worker_keeps_own_sender
//@ effect: hang

use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

#[derive(Debug, PartialEq)]
enum Shape {
    Group(Vec<Shape>),
    Line { length: u32 },
}

fn spawn_consumer<T: Send + 'static>(mut consume: impl FnMut(T) + Send + 'static) -> (Sender<T>, JoinHandle<()>) {
    let (sender, items) = channel();
    let thread = thread::spawn(move || items.into_iter().for_each(|item| consume(item)));
    (sender, thread)
}

fn spawn_recursive() -> (Sender<Shape>, JoinHandle<u32>) {
    let (sender, shapes) = channel();
    let again = sender.clone();
    let drawer = thread::spawn(move || {
        let mut drawn = 0;
        while let Ok(shape) = shapes.recv() { //~ worker_keeps_own_sender
            match shape {
                Shape::Line { length } => drawn += length,
                Shape::Group(parts) => parts.into_iter().for_each(|part| {
                    let _ = again.send(part);
                }),
            }
        }
        drawn
    });
    (sender, drawer)
}

fn main() {
    let (log, logger) = spawn_consumer(|line: String| println!("{line}"));
    let (shapes, drawer) = spawn_recursive();
    let picture = Shape::Group(vec![Shape::Line { length: 3 }, Shape::Group(vec![Shape::Line { length: 4 }])]);
    let _ = log.send(format!("{picture:?}"));
    let _ = shapes.send(picture);
    drop(log);
    if logger.join().is_err() {
        eprintln!("the logger panicked");
    }
    drop(shapes);
    println!("drawn {:?}", drawer.join().ok());
}

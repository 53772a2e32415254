//@ expect: panicking_teardown
//@ effect: panic

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

enum Frame {
    Draw { width: u32, height: u32 },
    Stop,
}

struct Renderer {
    frames: Sender<Frame>,
    thread: Option<JoinHandle<u64>>,
}

fn render(frames: &Receiver<Frame>) -> u64 {
    let mut pixels = 0;
    loop {
        match frames.recv() {
            Ok(Frame::Draw { width: 0, .. } | Frame::Draw { height: 0, .. }) => {
                eprintln!("lost the window");
                return pixels;
            }
            Ok(Frame::Draw { width, height }) => {
                pixels += u64::from(width) * u64::from(height);
            }
            Ok(Frame::Stop) | Err(_) => return pixels,
        }
    }
}

impl Renderer {
    fn new() -> Renderer {
        let (frames, inbox) = mpsc::channel();
        let thread = thread::spawn(move || render(&inbox));
        Renderer {
            frames,
            thread: Some(thread),
        }
    }

    fn draw(&self, width: u32, height: u32) -> bool {
        self.frames.send(Frame::Draw { width, height }).is_ok()
    }
}

impl Drop for Renderer {
    fn drop(&mut self) {
        self.frames.send(Frame::Stop).unwrap(); //~ panicking_teardown
        if let Some(thread) = self.thread.take() {
            println!("{:?} pixels", thread.join().ok());
        }
    }
}

fn main() {
    let renderer = Renderer::new();
    for (width, height) in [(4, 3), (8, 0)] {
        println!("drawn: {}", renderer.draw(width, height));
    }
    thread::sleep(std::time::Duration::from_millis(30));
    drop(renderer);
    println!("closed");
}

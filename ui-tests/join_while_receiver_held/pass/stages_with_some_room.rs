//@ expect: none
//@ effect: none

use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded};

struct Frame {
    number: usize,
    luma: u8,
}

struct Still {
    number: usize,
    title: String,
}

struct Reel {
    stills: Receiver<Still>,
    reader: JoinHandle<()>,
    grader: JoinHandle<u32>,
}

impl Reel {
    fn open(frames: usize) -> Reel {
        let (read, frames_read) = bounded(4);
        let (graded, stills) = bounded(4);
        Reel {
            stills,
            reader: thread::spawn(move || read_frames(frames, &read)),
            grader: thread::spawn(move || grade(&frames_read, &graded)),
        }
    }

    fn poster(&self) -> Option<Still> {
        self.stills.recv().ok()
    }

    fn close(self) -> u32 {
        drop(self.stills);
        if self.reader.join().is_err() {
            eprintln!("the reader panicked");
        }
        self.grader.join().unwrap_or(0)
    }
}

fn read_frames(frames: usize, read: &Sender<Frame>) {
    for number in 0..frames {
        let frame = Frame { number, luma: (number % 251) as u8 };
        if read.send(frame).is_err() {
            return;
        }
    }
}

fn grade(frames: &Receiver<Frame>, graded: &Sender<Still>) -> u32 {
    let mut count = 0;
    for frame in frames {
        let title = format!("#{:04x}", frame.luma.rotate_left(2));
        if graded.send(Still { number: frame.number, title }).is_err() {
            break;
        }
        count += 1;
    }
    count
}

fn main() {
    let reel = Reel::open(200);
    if let Some(still) = reel.poster() {
        println!("{} {}", still.number, still.title);
    }
    println!("graded some: {}", reel.close() > 0);
}

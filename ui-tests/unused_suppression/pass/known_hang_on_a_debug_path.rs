//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

struct Replay {
    frames: Sender<u32>,
    player: JoinHandle<usize>,
}

fn play(frames: Receiver<u32>) -> usize {
    frames.iter().inspect(|frame| println!("frame {frame}")).count()
}

impl Replay {
    fn new() -> Replay {
        let (frames, inbox) = mpsc::channel();
        Replay { frames, player: thread::spawn(move || play(inbox)) }
    }

    /// Stays on the last frame until somebody kills the process: for the debugger.
    fn freeze(self) -> usize {
        // must_abort: allow(join_while_sender_held): it is to stay on the last frame
        let count = self.player.join().unwrap_or(0);
        drop(self.frames);
        count
    }

    fn finish(self) -> usize {
        drop(self.frames);
        self.player.join().unwrap_or(0)
    }
}

fn main() {
    let replay = Replay::new();
    for frame in 0..3 {
        if replay.frames.send(frame).is_err() {
            eprintln!("nobody plays");
        }
    }
    let freeze = std::env::args().any(|arg| arg == "--freeze");
    let count = if freeze { replay.freeze() } else { replay.finish() };
    println!("{count} frames");
}

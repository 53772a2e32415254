use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded};

enum Command {
    Blink { times: u32, pause: Duration },
    Stop,
}

fn run(commands: Receiver<Command>) -> u32 {
    let mut blinks = 0;
    for command in commands.iter() {
        match command {
            Command::Blink { times, pause } => {
                for _ in 0..times {
                    thread::sleep(pause);
                    blinks += 1;
                }
            }
            Command::Stop => return blinks,
        }
    }
    blinks
}

pub struct Lamp {
    commands: Sender<Command>,
    thread: JoinHandle<u32>,
}

impl Lamp {
    pub fn new() -> Lamp {
        let (commands, inbox) = bounded(4);
        Lamp {
            commands,
            thread: thread::spawn(move || run(inbox)),
        }
    }

    pub fn blink(&self, times: u32) -> Result<(), &'static str> {
        let pause = Duration::from_millis(1);
        self.commands
            .send(Command::Blink { times, pause })
            .map_err(|_| "the lamp is broken")
    }

    pub fn off(self) -> Result<u32, &'static str> {
        if self.commands.send(Command::Stop).is_err() {
            eprintln!("the lamp was off already");
        }
        self.thread.join().map_err(|_| "the lamp burst")
    }
}

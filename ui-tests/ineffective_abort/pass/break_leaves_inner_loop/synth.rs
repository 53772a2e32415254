use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub enum Note {
    Play { pitch: u8, length: u8 },
    Mute(bool),
    Stop,
}

pub struct Synth {
    pub notes: Sender<Note>,
    thread: Option<JoinHandle<u32>>,
}

fn synthesize(notes: &Receiver<Note>) -> u32 {
    let mut samples = 0;
    let mut muted = false;
    loop {
        for note in notes.try_iter() {
            match note {
                Note::Play { pitch, length } if !muted => {
                    samples += u32::from(pitch.min(1)) * u32::from(length);
                }
                Note::Play { .. } => {}
                Note::Mute(yes) => muted = yes,
                Note::Stop => return samples,
            }
        }
        thread::sleep(Duration::from_millis(2));
        if samples > 1_000_000 {
            return samples;
        }
    }
}

impl Synth {
    pub fn new() -> Self {
        let (notes, inbox) = mpsc::channel();
        Synth { notes, thread: Some(thread::spawn(move || synthesize(&inbox))) }
    }

    pub fn stop(&mut self) -> Option<u32> {
        let thread = self.thread.take()?;
        if self.notes.send(Note::Stop).is_err() {
            eprintln!("the synth stopped by itself");
        }
        thread.join().ok()
    }
}

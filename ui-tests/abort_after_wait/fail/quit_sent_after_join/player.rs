use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, after, select, unbounded};

pub struct Player {
    notes: Sender<&'static str>,
    quit: Sender<()>,
    played: thread::JoinHandle<usize>,
}

fn run(notes: &Receiver<&'static str>, quit: &Receiver<()>, beat: Duration) -> usize {
    let mut queue = Vec::new();
    let mut played = 0;
    loop {
        select! {
            recv(notes) -> note => match note {
                Ok(note) => queue.push(note),
                Err(_) => return played,
            },
            recv(quit) -> _ => return played,
            recv(after(beat)) -> _ => played += usize::from(queue.pop().is_some()),
        }
    }
}

impl Player {
    pub fn start(beat: Duration) -> Player {
        let (notes, inbox) = unbounded();
        let (quit, stop) = unbounded();
        let played = thread::spawn(move || run(&inbox, &stop, beat));
        Player { notes, quit, played }
    }

    pub fn play(&self, note: &'static str) -> bool {
        self.notes.send(note).is_ok()
    }

    pub fn quit(self) -> Option<usize> {
        let played = self.played.join().ok(); //~ abort_after_wait
        if self.quit.send(()).is_err() {
            eprintln!("the player had quit");
        }
        played
    }
}

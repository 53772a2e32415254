//! A fetch runs on a thread of its own and starts another one that shows how far it is. That one ends with the note which says that all is
//! done; the fetching thread still has a sender where it waits for it.
//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

trait Progress: Clone + Send {
    fn is_done(&self) -> bool;
    fn percent(&self) -> usize;
}

#[derive(Clone, Debug, PartialEq)]
enum FetchNote {
    Packing { current: usize, total: usize },
    Transfer(usize),
    Done,
}

impl Progress for FetchNote {
    fn is_done(&self) -> bool {
        matches!(self, Self::Done)
    }

    fn percent(&self) -> usize {
        match self {
            Self::Packing { current, total } => current * 100 / total,
            Self::Transfer(percent) => *percent,
            Self::Done => 100,
        }
    }
}

struct Shown<T>(Arc<Mutex<Option<T>>>);

impl<T: Progress + 'static> Shown<T> {
    fn set(&self, note: Option<T>) -> Result<(), String> {
        *self.0.lock().map_err(|error| error.to_string())? = note;
        Ok(())
    }

    fn follow(self, notes: Receiver<T>, redraw: Sender<usize>) -> JoinHandle<()> {
        thread::spawn(move || {
            loop {
                match notes.recv() {
                    Ok(note) => {
                        self.set(Some(note.clone())).expect("nobody panics with the lock");
                        let _ = redraw.send(note.percent());
                        if note.is_done() {
                            break;
                        }
                    }
                    Err(_) => break,
                }
            }
        })
    }
}

fn fetch(packs: usize, notes: Option<Sender<FetchNote>>) -> usize {
    if let Some(notes) = &notes {
        let _ = notes.send(FetchNote::Packing { current: 1, total: packs });
        let _ = notes.send(FetchNote::Transfer(50));
    }
    packs
}

fn main() {
    let (redraw, drawn) = channel();
    let last = Arc::new(Mutex::new(None));
    let shown = Shown(Arc::clone(&last));
    let request = thread::spawn(move || {
        let (notes, incoming) = channel();
        let follower = shown.follow(incoming, redraw.clone());
        let packs = fetch(3, Some(notes.clone()));
        notes.send(FetchNote::Done).expect("closing send failed");
        follower.join().expect("joining thread failed");
        drop(redraw);
        packs
    });
    let steps = drawn.iter().count();
    println!("{} packs, {steps} steps, {:?}", request.join().unwrap(), last.lock().unwrap());
}

//! A fetch runs on a thread of its own and starts another one that shows how far it is. That one ends with a note which says that all is
//! done; nobody sends one, and the fetching thread still has a sender where it waits for it.
//@ expect: join_while_sender_held
//@ effect: hang

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
    Failed,
}

impl Progress for FetchNote {
    fn is_done(&self) -> bool {
        matches!(self, Self::Done | Self::Failed)
    }

    fn percent(&self) -> usize {
        match self {
            Self::Packing { current, total } => current * 100 / total,
            Self::Transfer(percent) => *percent,
            Self::Done | Self::Failed => 100,
        }
    }
}

struct Shown<T>(Arc<Mutex<Option<T>>>);

impl<T: Progress + 'static> Shown<T> {
    fn set(&self, note: Option<T>) -> Result<(), String> {
        *self.0.lock().map_err(|error| error.to_string())? = note;
        Ok(())
    }

    fn follow(self, notes: Receiver<T>) -> JoinHandle<()> {
        thread::spawn(move || {
            loop {
                match notes.recv() {
                    Ok(note) => {
                        self.set(Some(note.clone())).expect("nobody panics with the lock");
                        println!("{} %", note.percent());
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
    let last = Arc::new(Mutex::new(None));
    let shown = Shown(Arc::clone(&last));
    let request = thread::spawn(move || {
        let (notes, incoming) = channel();
        let follower = shown.follow(incoming);
        let packs = fetch(3, Some(notes.clone()));
        notes.send(FetchNote::Transfer(100)).expect("closing send failed");
        follower.join().expect("joining thread failed"); //~ join_while_sender_held
        packs
    });
    println!("{} packs, {:?}", request.join().unwrap(), last.lock().unwrap());
}

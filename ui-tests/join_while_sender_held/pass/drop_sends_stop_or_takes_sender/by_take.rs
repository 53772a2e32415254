use std::sync::mpsc::{Sender, channel};
use std::thread::{JoinHandle, spawn};

pub struct Notifier(Option<(Sender<String>, JoinHandle<usize>)>);

impl Notifier {
    pub fn start(name: &'static str) -> Notifier {
        let (notes, inbox) = channel();
        let thread = spawn(move || {
            let mut sent = 0;
            while let Ok(note) = inbox.recv() {
                println!("{name}: {note}");
                sent += 1;
            }
            sent
        });
        Notifier(Some((notes, thread)))
    }

    pub fn notify(&self, note: &str) {
        if let Some((notes, _)) = &self.0 {
            let _ = notes.send(note.to_owned());
        }
    }
}

impl Drop for Notifier {
    fn drop(&mut self) {
        let Some((notes, thread)) = self.0.take() else {
            return;
        };
        drop(notes);
        if let Ok(sent) = thread.join() {
            println!("{sent} notes");
        }
    }
}

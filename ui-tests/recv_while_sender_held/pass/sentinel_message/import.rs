use std::thread;

use flume::{Receiver, Sender};

enum Progress {
    Row { table: &'static str, id: u32 },
    Done { table: &'static str },
}

pub struct Import {
    progress: Sender<Progress>,
    inbox: Receiver<Progress>,
    running: usize,
}

impl Import {
    pub fn new() -> Self {
        let (progress, inbox) = flume::unbounded();
        Import {
            progress,
            inbox,
            running: 0,
        }
    }

    pub fn table(&mut self, table: &'static str, rows: u32) {
        let progress = self.progress.clone();
        self.running += 1;
        thread::spawn(move || {
            for id in 0..rows {
                let _ = progress.send(Progress::Row { table, id });
            }
            let _ = progress.send(Progress::Done { table });
        });
    }

    pub fn wait(&mut self) -> u32 {
        let mut rows = 0;
        while self.running > 0 {
            match self.inbox.recv() {
                Ok(Progress::Row { table, id }) => {
                    rows += 1;
                    println!("{table}: row {id}");
                }
                Ok(Progress::Done { table }) => {
                    self.running -= 1;
                    println!("{table}: done");
                }
                Err(flume::RecvError::Disconnected) => break,
            }
        }
        rows
    }
}

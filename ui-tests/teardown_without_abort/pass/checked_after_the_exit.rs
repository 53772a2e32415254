//@ expect: none
//@ effect: none

use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

enum Cmd {
    Store(String),
    Compact,
    Exit,
}

struct Db {
    cmds: Sender<Cmd>,
    writer: Option<JoinHandle<Vec<String>>>,
}

#[derive(Debug)]
enum DbError {
    Gone,
    Dirty(usize),
}

impl Db {
    fn open() -> Db {
        let (cmds, inbox) = channel();
        let writer = thread::spawn(move || {
            let mut rows = Vec::new();
            while let Ok(cmd) = inbox.recv() {
                match cmd {
                    Cmd::Store(row) => rows.push(row),
                    Cmd::Compact => rows.dedup(),
                    Cmd::Exit => break,
                }
            }
            rows
        });
        Db { cmds, writer: Some(writer) }
    }

    fn store(&self, row: &str) -> Result<(), DbError> {
        self.cmds.send(Cmd::Store(row.to_owned())).map_err(|_| DbError::Gone)
    }

    fn check(&self, rows: usize) -> Result<(), DbError> {
        if rows > 2 { Err(DbError::Dirty(rows)) } else { Ok(()) }
    }

    fn close(&mut self, rows: usize) -> Result<usize, DbError> {
        self.cmds.send(Cmd::Compact).map_err(|_| DbError::Gone)?;
        let checked = self.check(rows);
        self.cmds.send(Cmd::Exit).map_err(|_| DbError::Gone)?;
        checked?;
        Ok(rows)
    }
}

impl Drop for Db {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.take() {
            if let Ok(rows) = writer.join() {
                println!("{} rows", rows.len());
            }
        }
    }
}

fn main() -> Result<(), DbError> {
    let mut db = Db::open();
    for row in ["a", "b", "b"] {
        db.store(row)?;
    }
    if let Err(error) = db.close(3) {
        println!("{error:?}");
    }
    Ok(())
}

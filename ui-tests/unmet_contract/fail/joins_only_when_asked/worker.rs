use std::io;
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use must_abort::joins;

pub struct Worker {
    name: String,
    thread: JoinHandle<u32>,
}

fn import(rows: u32) -> u32 {
    let mut imported = 0;
    for _ in 0..rows {
        std::thread::sleep(Duration::from_millis(1));
        imported += 1;
    }
    imported
}

impl Worker {
    pub fn start(rows: u32) -> io::Result<Worker> {
        let name = format!("import-{rows}");
        let thread = Builder::new().name(name.clone()).spawn(move || import(rows))?;
        Ok(Worker { name, thread })
    }
}

#[joins(worker)]
pub fn finish(worker: Worker, wait: bool) -> Option<u32> {
    let Worker { name, thread } = worker;
    if !wait {
        println!("{name} goes on in the background");
        return None; //~ unmet_contract
    }
    match thread.join() {
        Ok(rows) => Some(rows),
        Err(_) => {
            eprintln!("{name} panicked");
            None
        }
    }
}

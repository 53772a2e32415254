//! A small actor runtime: workers that are threads, tasks and processes, each with a link to it and lines from it.

mod ipc;
mod registrar;
mod registry;
mod slots;
mod spec;
mod teardown;
mod worker;

use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;
use std::{env, io};

use registrar::Registrar;
use registry::Id;
use spec::{Kind, Spec};

/// Writes down what all workers say, until nobody is left who could pass it on.
fn keep_journal(lines: Receiver<(Id, String)>) -> usize {
    let mut kept = 0;
    for (id, line) in lines {
        println!("{id}: {line}");
        kept += 1;
    }
    kept
}

fn run() -> io::Result<usize> {
    let (journal, lines) = mpsc::channel();
    let keeper = thread::spawn(move || keep_journal(lines));
    let mut registrar = Registrar::new(journal)?;

    let own = env::current_exe()?;
    let north = registrar.create(&Kind::Thread, &Spec::new("north", 3))?;
    let south = registrar.create(&Kind::Process(own), &Spec::new("south", 1000))?;
    thread::sleep(Duration::from_millis(200));
    println!("{north} is among the {} that ended by themselves", registrar.sweep()?);

    if let Err(error) = registrar.create(&Kind::Process("false".into()), &Spec::new("west", 3)) {
        println!("west: {error}");
    }
    let east = registrar.create(&Kind::Task, &Spec::new("east", 1000).stubborn())?;
    if let Err(error) = registrar.destroy(east) {
        println!("{east}: {error}");
    }
    let centre = registrar.create(&Kind::Thread, &Spec::new("centre", 1000).stubborn())?;
    println!("{south} and {centre} run");
    drop(registrar);
    println!("shut down");
    keeper.join().map_err(|_| io::Error::other("the keeper of the journal panicked"))
}

fn main() -> ExitCode {
    if let Some(door) = env::args_os().nth(1) {
        return worker::process::main(&door);
    }
    match run() {
        Ok(kept) => {
            println!("{kept} lines kept");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

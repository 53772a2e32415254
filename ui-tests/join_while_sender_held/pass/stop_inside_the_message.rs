//@ expect: none
//@ effect: none

// The word that ends each of these workers does not come as a message of its own: it lies in an envelope, a pair, a batch that is shared,
// a text with a line end.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

enum Command {
    Record(String),
    Exit,
}

struct Envelope {
    id: u32,
    command: Command,
}

type Batch = Arc<Vec<Command>>;

fn post_office(mail: Receiver<Envelope>) -> u32 {
    let mut latest = 0;
    while let Ok(envelope) = mail.recv() {
        match envelope.command {
            Command::Record(text) => println!("{}: {text}", envelope.id),
            Command::Exit => break,
        }
        latest = envelope.id;
    }
    latest
}

fn shelf(pairs: Receiver<(usize, Option<Command>)>) {
    while let Ok((at, command)) = pairs.recv() {
        let Some(Command::Record(text)) = command else { return };
        println!("{at}: {text}");
    }
}

fn appender(name: &'static str, batches: Receiver<Batch>) {
    loop {
        let mut remain = Vec::new();
        match batches.recv() {
            Ok(batch) => remain.push(batch),
            Err(_) => return,
        }
        while let Ok(batch) = batches.try_recv() {
            remain.push(batch);
        }
        for batch in remain {
            for command in batch.iter() {
                match command {
                    Command::Record(text) => println!("{name}: {text}"),
                    Command::Exit => return,
                }
            }
        }
    }
}

fn prompt(lines: Receiver<String>) {
    while let Ok(line) = lines.recv() {
        if line.trim() == "quit" {
            break;
        }
        println!("> {line}");
    }
}

fn blocks(blocks: Receiver<Vec<u8>>) -> usize {
    let mut size = 0;
    while let Ok(block) = blocks.recv() {
        if block.is_empty() {
            break;
        }
        size += block.len();
    }
    size
}

fn log_to_all(appenders: &[Sender<Batch>], batch: Vec<Command>) {
    let batch = Arc::new(batch);
    for appender in appenders {
        if appender.send(Arc::clone(&batch)).is_err() {
            println!("an appender is gone");
        }
    }
}

fn main() -> ExitCode {
    let (mail, inbox) = mpsc::channel();
    let office = thread::spawn(move || post_office(inbox));
    for (id, command) in [Command::Record("a letter".to_owned()), Command::Exit].into_iter().enumerate() {
        mail.send(Envelope { id: id as u32, command }).ok();
    }
    println!("latest: {:?}", office.join().ok());

    let (pairs, placed) = mpsc::channel();
    let keeper = thread::spawn(move || shelf(placed));
    pairs.send((1, Some(Command::Record("a book".to_owned())))).ok();
    pairs.send((2, None)).ok();
    println!("shelf: {}", keeper.join().is_ok());

    let (console, printed) = mpsc::channel();
    let (file, written) = mpsc::channel();
    let appenders = [console, file];
    let workers = [thread::spawn(move || appender("console", printed)), thread::spawn(move || appender("file", written))];
    log_to_all(&appenders, vec![Command::Record("started".to_owned())]);
    log_to_all(&appenders, vec![Command::Record("done".to_owned()), Command::Exit]);
    for worker in workers {
        println!("appender: {}", worker.join().is_ok());
    }

    let (keyboard, lines) = mpsc::channel();
    let reader = thread::spawn(move || prompt(lines));
    keyboard.send("help\n".to_owned()).ok();
    keyboard.send("quit\n".to_owned()).ok();
    println!("prompt: {}", reader.join().is_ok());

    let (disk, read) = mpsc::channel();
    let counter = thread::spawn(move || blocks(read));
    disk.send(vec![1, 2, 3]).ok();
    disk.send(Vec::new()).ok();
    println!("size: {:?}", counter.join().ok());
    drop((mail, pairs, appenders, keyboard, disk));
    ExitCode::SUCCESS
}

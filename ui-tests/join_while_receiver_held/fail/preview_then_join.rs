//@ expect: join_while_receiver_held
//@ effect: hang

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

#[derive(Debug)]
struct Row {
    id: u32,
    name: String,
}

fn scan(rows: &SyncSender<Row>, table: &str, count: u32) -> u32 {
    for id in 0..count {
        let name = format!("{table}-{id}");
        if rows.send(Row { id, name }).is_err() {
            return id;
        }
    }
    count
}

fn start(table: &'static str, count: u32) -> (Receiver<Row>, JoinHandle<u32>) {
    let (rows, found) = sync_channel(4);
    let scanner = thread::spawn(move || scan(&rows, table, count));
    (found, scanner)
}

fn preview(table: &'static str, count: u32, limit: usize) -> Vec<Row> {
    let (found, scanner) = start(table, count);
    let mut rows = Vec::with_capacity(limit);
    while rows.len() < limit {
        match found.recv() {
            Ok(row) => rows.push(row),
            Err(_) => break,
        }
    }
    match scanner.join() { //~ join_while_receiver_held
        Ok(scanned) => println!("{table}: scanned {}", scanned > 0),
        Err(_) => eprintln!("{table}: scanner panicked"),
    }
    rows
}

fn main() {
    let rows = preview("users", 100, 3);
    for Row { id, name } in &rows {
        println!("{id}: {name}");
    }
}

//@ expect: join_while_sender_held
//@ effect: hang

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

enum Cell {
    Number(i64),
    Text(String),
}

struct Sheet {
    cells: Sender<Cell>,
    adder: JoinHandle<i64>,
}

struct Refused {
    cell: String,
    cells: Sender<Cell>,
}

fn add(cells: Receiver<Cell>) -> i64 {
    let mut sum = 0;
    for cell in cells {
        match cell {
            Cell::Number(number) => sum += number,
            Cell::Text(text) => println!("{text} is not added"),
        }
    }
    sum
}

fn open() -> Sheet {
    let (cells, inbox) = mpsc::channel();
    Sheet { cells, adder: thread::spawn(move || add(inbox)) }
}

/// Hands in the last cell; one that can't be read is given back with what it should have gone through.
fn hand_in(cells: Sender<Cell>, cell: &str) -> Result<(), Refused> {
    match cell.parse() {
        Ok(number) => {
            let _ = cells.send(Cell::Number(number));
            Ok(())
        }
        Err(_) if cell.is_empty() => Err(Refused { cell: "(empty)".to_owned(), cells }),
        Err(_) => {
            let _ = cells.send(Cell::Text(cell.to_owned()));
            Ok(())
        }
    }
}

fn total(adder: JoinHandle<i64>) -> i64 {
    adder.join().unwrap_or(0) //~ join_while_sender_held
}

fn close(sheet: Sheet, last: &str) -> i64 {
    let Sheet { cells, adder } = sheet;
    match hand_in(cells, last) {
        Ok(()) => total(adder),
        Err(refused) => {
            let sum = total(adder);
            println!("without {}", refused.cell);
            let _ = refused.cells.send(Cell::Text(refused.cell));
            sum
        }
    }
}

fn main() {
    for last in ["12", "sum", ""] {
        println!("{}", close(open(), last));
    }
}

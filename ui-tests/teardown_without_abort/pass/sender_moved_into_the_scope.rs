//@ expect: none
//@ effect: none

use std::num::ParseIntError;
use std::sync::mpsc::{self, Receiver};
use std::thread;

struct Item {
    line: usize,
    price: u32,
}

fn add_up(items: Receiver<Item>) -> u32 {
    let mut total = 0;
    while let Ok(Item { line, price }) = items.recv() {
        println!("line {line}: {price}");
        total += price;
    }
    total
}

fn receipt(text: &str) -> Result<u32, ParseIntError> {
    let (items, inbox) = mpsc::channel();
    thread::scope(move |scope| {
        let till = scope.spawn(move || add_up(inbox));
        let items = items;
        for (line, price) in text.lines().enumerate() {
            let price = price.trim().parse()?;
            let _ = items.send(Item { line, price });
        }
        drop(items);
        Ok(till.join().unwrap_or_default())
    })
}

fn main() {
    for text in ["12\n30\n8", "5\nfree\n7"] {
        match receipt(text) {
            Ok(total) => println!("total {total}"),
            Err(err) => println!("bad receipt: {err}"),
        }
    }
}

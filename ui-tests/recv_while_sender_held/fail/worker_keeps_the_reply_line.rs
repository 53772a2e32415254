//@ expect: recv_while_sender_held
//@ effect: hang

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

struct Query {
    table: String,
    reply: Sender<u64>,
}

/// Counts rows, and answers nothing for a table that is not there.
struct Counter {
    queries: Sender<Query>,
    thread: JoinHandle<()>,
}

impl Counter {
    fn start(rows: HashMap<String, u64>) -> Counter {
        let (queries, inbox) = mpsc::channel::<Query>();
        let thread = thread::spawn(move || {
            for Query { table, reply } in inbox {
                if let Some(count) = rows.get(&table) {
                    let _ = reply.send(*count);
                }
            }
        });
        Counter { queries, thread }
    }

    fn count(&self, table: &str) -> Option<u64> {
        let (reply, answer) = mpsc::channel();
        let query = Query { table: table.to_owned(), reply: reply.clone() };
        self.queries.send(query).ok()?;
        answer.recv().ok() //~ recv_while_sender_held
    }
}

/// Asks for each table as its name comes in.
fn report(names: Receiver<String>) -> u64 {
    let rows = HashMap::from([("users".to_owned(), 3), ("orders".to_owned(), 9)]);
    let counter = Counter::start(rows);
    let mut total = 0;
    for name in names {
        total += counter.count(&name).unwrap_or(0);
    }
    drop(counter.queries);
    counter.thread.join().expect("the counter panicked");
    total
}

fn main() {
    let (names, inbox) = mpsc::channel();
    let reporter = thread::spawn(move || report(inbox));
    for name in ["users", "orders", "invoices"] {
        names.send(name.to_owned()).expect("the reporter is gone");
    }
    drop(names);
    println!("{} rows", reporter.join().expect("the reporter panicked"));
}

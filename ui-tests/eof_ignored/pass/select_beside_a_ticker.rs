//@ expect: none
//@ effect: none

use crossbeam_channel::{select, tick, unbounded, Receiver};
use std::collections::BTreeMap;
use std::thread;
use std::time::Duration;

struct Metric {
    name: &'static str,
    value: i64,
}

struct Aggregator {
    totals: BTreeMap<&'static str, i64>,
    flushes: u32,
}

impl Aggregator {
    fn flush(&mut self) {
        self.flushes += 1;
        if self.flushes % 50 == 0 {
            println!("{} series", self.totals.len());
        }
    }

    fn run(mut self, metrics: &Receiver<Metric>) -> BTreeMap<&'static str, i64> {
        let ticker = tick(Duration::from_millis(10));
        loop {
            select! {
                recv(metrics) -> metric => {
                    if let Ok(metric) = metric {
                        *self.totals.entry(metric.name).or_insert(0) += metric.value;
                    } else {
                        break;
                    }
                }
                recv(ticker) -> _ => self.flush(),
            }
        }
        self.totals
    }
}

fn main() {
    let (tx, metrics) = unbounded();
    let producer = thread::spawn(move || {
        for value in 0..5 {
            let name = if value % 2 == 0 { "even" } else { "odd" };
            if tx.send(Metric { name, value }).is_err() {
                break;
            }
        }
    });
    let aggregator = Aggregator { totals: BTreeMap::new(), flushes: 0 };
    let totals = aggregator.run(&metrics);
    producer.join().unwrap();
    for (name, total) in totals {
        println!("{name} {total}");
    }
}

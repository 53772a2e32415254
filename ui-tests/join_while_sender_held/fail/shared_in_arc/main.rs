//@ expect: join_while_sender_held
//@ effect: hang

mod exporter;
mod metrics;

use exporter::Exporter;

fn main() {
    let mut exporter = Exporter::start();
    exporter.observe("latency", 3.5);
    exporter.observe("load", 0.7);
    if let Ok(totals) = exporter.metrics.totals.lock() {
        println!("{} observed, sum {:.1}", totals.count, totals.sum);
    }
    match exporter.stop() {
        Some(exported) => println!("{exported} exported"),
        None => println!("already stopped"),
    }
}

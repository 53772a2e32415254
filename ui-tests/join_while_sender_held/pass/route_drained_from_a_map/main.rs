//@ expect: none
//@ effect: none

mod exporter;
mod sink;

use exporter::Exporter;
use sink::Csv;

fn main() {
    let mut exporter = Exporter::default();
    exporter.route("disk", Box::new(Csv::default()));
    exporter.route("net", Box::<Csv>::default());
    for round in 0..3 {
        exporter.record("disk", "free", 0.5 - f64::from(round) / 10.0);
        exporter.record("net", "rx", f64::from(round));
    }
    println!("unknown route: {}", exporter.record("gpu", "temp", 71.0));
    exporter.shutdown();
}

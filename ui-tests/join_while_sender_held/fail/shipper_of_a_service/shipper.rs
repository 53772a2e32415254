use crossbeam_channel::Receiver;

use crate::config::Config;
use crate::record::Record;

/// Sends records on in batches.
pub struct Shipper {
    config: Config,
    records: Receiver<Record>,
    batch: Vec<String>,
}

impl Shipper {
    pub fn new(config: Config, records: Receiver<Record>) -> Shipper {
        Shipper { config, records, batch: Vec::new() }
    }

    pub fn run(mut self) -> usize {
        let mut shipped = 0;
        while let Ok(record) = self.records.recv() {
            if self.config.lets_through(record.level) {
                self.batch.push(record.line());
            }
            if self.batch.len() >= 2 {
                shipped += self.flush();
            }
        }
        shipped + self.flush()
    }

    fn flush(&mut self) -> usize {
        let lines: Vec<String> = self.batch.drain(..).collect();
        for line in &lines {
            println!("{} <- {line}", self.config.target);
        }
        lines.len()
    }
}

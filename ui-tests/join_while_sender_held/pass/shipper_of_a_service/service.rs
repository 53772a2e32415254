use std::thread::{self, JoinHandle};

use crossbeam_channel::{Sender, bounded};

use crate::config::Config;
use crate::record::{Level, Record};
use crate::shipper::Shipper;

struct Ingest {
    records: Sender<Record>,
    refused: std::cell::Cell<u32>,
}

pub struct Service {
    ingest: Ingest,
    shipper: JoinHandle<usize>,
}

impl Service {
    pub fn start(config: Config) -> Service {
        let (records, inbox) = bounded(64);
        let shipper = Shipper::new(config, inbox);
        let shipper = thread::spawn(move || shipper.run());
        Service { ingest: Ingest { records, refused: std::cell::Cell::new(0) }, shipper }
    }

    pub fn log(&self, level: Level, text: &str) {
        let record = Record { level, text: text.to_owned() };
        if self.ingest.records.try_send(record).is_err() {
            self.ingest.refused.set(self.ingest.refused.get() + 1);
        }
    }

    pub fn stop(self) -> usize {
        let refused = self.ingest.refused.get();
        drop(self.ingest);
        let shipped = self.shipper.join().unwrap_or(0);
        if refused > 0 {
            eprintln!("{refused} records were refused");
        }
        shipped
    }
}

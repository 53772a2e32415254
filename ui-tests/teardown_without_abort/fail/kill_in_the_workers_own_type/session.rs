use std::io;
use std::os::unix::net::UnixDatagram;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::readings::Readings;
use crate::sensor::Sensor;

pub struct Session {
    sensor: Sensor,
    readings: Readings,
    average: JoinHandle<f64>,
}

fn average(readings: &Readings) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    while let Some(reading) = readings.next() {
        sum += f64::from(reading);
        count += 1.0;
    }
    sum / f64::max(count, 1.0)
}

impl Session {
    pub fn start() -> io::Result<Session> {
        let (theirs, ours) = UnixDatagram::pair()?;
        let readings = Readings { socket: Arc::new(ours) };
        let heard = readings.clone();
        let average = thread::spawn(move || average(&heard));
        Ok(Session { sensor: Sensor::start(theirs), readings, average })
    }

    pub fn finish(self) -> f64 {
        self.sensor.kill(); //~ teardown_without_abort
        let average = self.average.join().unwrap_or(0.0);
        self.readings.abort();
        average
    }
}

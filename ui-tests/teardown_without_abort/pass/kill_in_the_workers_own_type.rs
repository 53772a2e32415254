//@ expect: none
//@ effect: none

use std::io;
use std::net::Shutdown;
use std::os::unix::net::UnixDatagram;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use must_abort::must_abort;

/// What a sensor measures, a datagram each: they have no end.
#[must_abort(abort)]
#[derive(Clone)]
struct Readings {
    socket: Arc<UnixDatagram>,
}

impl Readings {
    fn next(&self) -> Option<u8> {
        let mut reading = [0];
        match self.socket.recv(&mut reading) {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(reading[0]),
        }
    }

    fn abort(&self) {
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}

struct Sensor {
    stop: Arc<AtomicBool>,
    handle: JoinHandle<()>,
}

impl Sensor {
    fn start(socket: UnixDatagram) -> Sensor {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let handle = thread::spawn(move || {
            let mut level = 0u8;
            while !stopped.load(Ordering::Acquire) {
                level = level.wrapping_add(1);
                let _ = socket.send(&[level]);
                thread::sleep(Duration::from_millis(2));
            }
        });
        Sensor { stop, handle }
    }

    fn kill(self) {
        self.stop.store(true, Ordering::Release);
        let _ = self.handle.join();
    }
}

struct Session {
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
    fn start() -> io::Result<Session> {
        let (theirs, ours) = UnixDatagram::pair()?;
        let readings = Readings { socket: Arc::new(ours) };
        let heard = readings.clone();
        let average = thread::spawn(move || average(&heard));
        Ok(Session { sensor: Sensor::start(theirs), readings, average })
    }

    fn finish(self) -> f64 {
        self.sensor.kill();
        self.readings.abort();
        self.average.join().unwrap_or(0.0)
    }
}

fn main() -> io::Result<()> {
    let session = Session::start()?;
    thread::sleep(Duration::from_millis(20));
    println!("average above zero: {}", session.finish() > 0.0);
    Ok(())
}

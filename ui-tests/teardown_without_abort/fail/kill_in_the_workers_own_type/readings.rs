use std::net::Shutdown;
use std::os::unix::net::UnixDatagram;
use std::sync::Arc;

use must_abort::must_abort;

/// What a sensor measures, a datagram each: they have no end.
#[must_abort(abort)]
#[derive(Clone)]
pub struct Readings {
    pub socket: Arc<UnixDatagram>,
}

impl Readings {
    pub fn next(&self) -> Option<u8> {
        let mut reading = [0];
        match self.socket.recv(&mut reading) {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(reading[0]),
        }
    }

    pub fn abort(&self) {
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}

use std::sync::mpsc::Sender;

use must_abort::must_abort;

pub enum Packet {
    Data(Vec<u8>),
    End { bytes: usize },
}

#[must_abort(finish)]
pub struct Uplink {
    packets: Sender<Packet>,
    pub buffer: Vec<u8>,
    pub bytes: usize,
}

impl Uplink {
    pub fn new(packets: Sender<Packet>) -> Uplink {
        Uplink { packets, buffer: Vec::new(), bytes: 0 }
    }

    pub fn push(&mut self, data: &[u8]) {
        self.buffer.extend_from_slice(data);
        if self.buffer.len() >= 8 {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let data = std::mem::take(&mut self.buffer);
        self.bytes += data.len();
        let _ = self.packets.send(Packet::Data(data));
    }

    fn end(&self) {
        let _ = self.packets.send(Packet::End { bytes: self.bytes });
    }

    pub fn finish(mut self) {
        if !self.buffer.is_empty() {
            self.flush();
        }
        self.end();
    }
}

use std::mem;
use std::sync::mpsc::Sender;

use must_abort::{aborts, must_abort};

pub enum Frame {
    Data(Vec<u8>),
    End,
}

#[must_abort(finish)]
pub struct Upload {
    pub frames: Sender<Frame>,
    pub finished: bool,
    pub open: bool,
}

impl Upload {
    pub fn write(&self, bytes: &[u8]) {
        let _ = self.frames.send(Frame::Data(bytes.to_vec()));
    }

    #[aborts(self)]
    pub fn finish(&mut self) {
        if mem::replace(&mut self.finished, true) {
            return;
        }
        let _ = self.frames.send(Frame::End);
    }

    #[aborts(self)]
    pub fn cut(&mut self) {
        if !self.open {
            return;
        }
        self.open = false;
        self.finish();
    }
}

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, JoinHandle};

use crate::picture::{Thumbnail, shrink};

pub struct Pipeline {
    pub thumbnails: Receiver<Thumbnail>,
    reader: JoinHandle<usize>,
}

impl Pipeline {
    pub fn start(names: Vec<String>) -> Pipeline {
        let (done, thumbnails) = sync_channel(4);
        let reader = thread::spawn(move || {
            let mut read = 0;
            for name in &names {
                if done.send(shrink(name)).is_err() {
                    break;
                }
                read += 1;
            }
            read
        });
        Pipeline { thumbnails, reader }
    }

    pub fn stop(self) -> usize {
        match self.reader.join() { //~ join_while_receiver_held
            Ok(read) => read,
            Err(_) => 0,
        }
    }
}

use std::sync::mpsc::Receiver;

use crate::parcel::Parcel;

pub enum Errand {
    Bring(Parcel),
    GoHome,
}

pub struct Courier {
    pub errands: Receiver<Errand>,
}

impl Courier {
    pub fn deliver(self) -> u32 {
        let mut count = 0;
        while let Ok(Errand::Bring(parcel)) = self.errands.recv() {
            println!("to {}", parcel.to());
            count += 1;
        }
        count
    }
}

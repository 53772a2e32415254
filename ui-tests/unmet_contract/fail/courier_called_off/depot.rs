use std::cell::Cell;
use std::sync::mpsc::{Sender, channel};

use must_abort::{aborts, must_abort};

use crate::courier::{Courier, Errand};
use crate::parcel::Parcel;

#[must_abort(call_off)]
pub struct Depot {
    errands: Sender<Errand>,
    left: Cell<u32>,
}

impl Depot {
    pub fn open() -> (Depot, Courier) {
        let (errands, tour) = channel();
        (Depot { errands, left: Cell::new(0) }, Courier { errands: tour })
    }

    pub fn hand_in(&self, parcel: Parcel) {
        if parcel.is_heavy() {
            println!("to {}: too heavy", parcel.to());
            self.left.set(self.left.get() + 1);
        } else if self.errands.send(Errand::Bring(parcel)).is_err() {
            eprintln!("no courier");
        }
    }

    #[aborts(self)]
    pub fn call_off(&self) -> bool {
        if self.left.get() > 0 {
            println!("{} parcels wait for a van", self.left.get());
            return false; //~ unmet_contract
        }
        self.errands.send(Errand::GoHome).is_ok()
    }
}

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use must_abort::must_abort;

#[derive(Debug, Default)]
pub struct Offer {
    price: Option<u32>,
    withdrawn: bool,
}

#[must_abort(settle, withdraw)]
#[derive(Clone)]
pub struct Deal {
    pub offer: Arc<(Mutex<Offer>, Condvar)>,
}

impl Deal {
    fn change(&self, change: impl FnOnce(&mut Offer)) {
        change(&mut self.offer.0.lock().unwrap_or_else(PoisonError::into_inner));
        self.offer.1.notify_all();
    }

    pub fn settle(&self, price: u32) {
        self.change(|offer| offer.price = Some(price));
    }

    pub fn withdraw(&self) {
        self.change(|offer| offer.withdrawn = true);
    }
}

pub fn buyer(deal: &Deal) -> JoinHandle<Option<u32>> {
    let offer = Arc::clone(&deal.offer);
    thread::spawn(move || {
        let open = offer.0.lock().unwrap_or_else(PoisonError::into_inner);
        let closed = offer.1.wait_while(open, |offer| offer.price.is_none() && !offer.withdrawn);
        closed.ok()?.price
    })
}

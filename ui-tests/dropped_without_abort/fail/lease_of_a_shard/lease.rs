use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

struct Desk {
    out: Mutex<usize>,
    came_back: Condvar,
    limit: usize,
}

/// Hands out leases, and waits for them to come back.
#[derive(Clone)]
pub struct Leases {
    desk: Arc<Desk>,
}

#[must_abort(release, revoke)]
pub struct Lease {
    desk: Arc<Desk>,
}

impl Leases {
    pub fn new(limit: usize) -> Leases {
        Leases { desk: Arc::new(Desk { out: Mutex::new(0), came_back: Condvar::new(), limit }) }
    }

    pub fn take(&self) -> Option<Lease> {
        let mut out = self.desk.out.lock().unwrap();
        if *out == self.desk.limit {
            return None;
        }
        *out += 1;
        Some(Lease { desk: Arc::clone(&self.desk) })
    }

    pub fn all_back(&self) {
        let mut out = self.desk.out.lock().unwrap();
        while *out > 0 {
            out = self.desk.came_back.wait(out).unwrap();
        }
    }
}

impl Lease {
    pub fn release(self) {
        self.give_back();
    }

    pub fn revoke(self, why: &str) {
        eprintln!("revoked: {why}");
        self.give_back();
    }

    fn give_back(&self) {
        *self.desk.out.lock().unwrap() -= 1;
        self.desk.came_back.notify_all();
    }
}

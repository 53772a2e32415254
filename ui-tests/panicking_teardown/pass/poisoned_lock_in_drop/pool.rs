use std::sync::{Arc, Mutex, PoisonError};

pub struct Connection {
    pub number: usize,
}

struct Shared {
    idle: Mutex<Vec<Connection>>,
    rows: Mutex<usize>,
}

#[derive(Clone)]
pub struct Pool {
    shared: Arc<Shared>,
}

impl Pool {
    pub fn new(size: usize) -> Pool {
        let idle = (0..size).map(|number| Connection { number }).collect();
        let shared = Shared {
            idle: Mutex::new(idle),
            rows: Mutex::new(0),
        };
        Pool {
            shared: Arc::new(shared),
        }
    }

    pub fn acquire(&self) -> Option<Connection> {
        self.shared.idle.lock().ok()?.pop()
    }

    pub fn count(&self, update: impl FnOnce(&mut usize)) {
        if let Ok(mut rows) = self.shared.rows.lock() {
            update(&mut rows);
        }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        if Arc::strong_count(&self.shared) == 1 {
            let rows = self.shared.rows.lock().unwrap_or_else(PoisonError::into_inner);
            println!("{rows} words in all");
        }
    }
}

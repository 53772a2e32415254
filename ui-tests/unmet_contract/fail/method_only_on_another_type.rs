//@ expect: unmet_contract
//@ effect: none

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use must_abort::must_abort;

#[derive(Default)]
struct Inner {
    values: BTreeMap<u32, i64>,
    sealed: bool,
}

type Shared = Arc<(Mutex<Inner>, Condvar)>;

#[must_abort(seal, discard)] //~ unmet_contract
struct LedgerWriter {
    shared: Shared,
}

struct LedgerReader {
    shared: Shared,
}

impl LedgerWriter {
    fn set(&self, key: u32, value: i64) {
        let mut inner = self.shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.values.insert(key, value);
    }

    fn seal(self) {
        let mut inner = self.shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.sealed = true;
        self.shared.1.notify_all();
    }
}

impl LedgerReader {
    fn discard(&self) -> usize {
        let mut inner = self.shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = inner.values.len();
        inner.values.clear();
        count
    }

    fn total(&self) -> i64 {
        let open = self.shared.0.lock().unwrap_or_else(PoisonError::into_inner);
        let sealed = self.shared.1.wait_while(open, |inner| !inner.sealed);
        let inner = sealed.unwrap_or_else(PoisonError::into_inner);
        inner.values.values().sum()
    }
}

fn main() {
    let shared = Shared::default();
    let writer = LedgerWriter { shared: Arc::clone(&shared) };
    let reader = LedgerReader { shared };
    let total = thread::scope(|scope| {
        let total = scope.spawn(|| reader.total());
        writer.set(1, 100);
        writer.set(2, -40);
        writer.seal();
        total.join().ok()
    });
    println!("{total:?}, {} entries", reader.discard());
}

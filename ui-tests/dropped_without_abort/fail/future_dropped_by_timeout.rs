//@ expect: dropped_without_abort
//@ effect: hang

use std::sync::{Arc, Mutex};
use std::time::Duration;

use must_abort::must_abort;
use tokio::sync::Notify;
use tokio::time;

#[derive(Default)]
struct Slot {
    result: Mutex<Option<Result<u32, &'static str>>>,
    filled: Notify,
}

#[must_abort(resolve, reject)]
struct Promise {
    slot: Arc<Slot>,
}

impl Promise {
    fn settle(&self, result: Result<u32, &'static str>) {
        *self.slot.result.lock().unwrap() = Some(result);
        self.slot.filled.notify_one();
    }

    fn resolve(self, value: u32) {
        self.settle(Ok(value));
    }

    fn reject(self, why: &'static str) {
        self.settle(Err(why));
    }
}

async fn outcome(slot: Arc<Slot>) -> Result<u32, &'static str> {
    loop {
        if let Some(result) = slot.result.lock().unwrap().take() {
            return result;
        }
        slot.filled.notified().await;
    }
}

async fn measure(weight: u32, promise: Promise) {
    if weight == 0 {
        promise.reject("nothing on the scale");
        return;
    }
    time::sleep(Duration::from_millis(u64::from(weight))).await;
    promise.resolve(weight * 2);
}

#[tokio::main]
async fn main() {
    let limit = Duration::from_millis(50);
    for weight in [10, 0, 500] {
        let slot = Arc::new(Slot::default());
        let waiter = tokio::spawn(outcome(Arc::clone(&slot)));
        let promise = Promise { slot };
        let measured = time::timeout(limit, measure(weight, promise)).await; //~ dropped_without_abort
        if measured.is_err() {
            println!("{weight}: too slow");
        }
        match waiter.await {
            Ok(result) => println!("{weight}: {result:?}"),
            Err(err) => eprintln!("{weight}: {err}"),
        }
    }
}

use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

pub struct Resolver {
    pub permits: Arc<Mutex<u32>>,
}

struct Permit(Arc<Mutex<u32>>);

impl Drop for Permit {
    fn drop(&mut self) {
        *self.0.lock().unwrap() += 1;
    }
}

fn lookup(host: &str, cancelled: &dyn Fn() -> bool) -> Option<[u8; 4]> {
    let mut hops = 0u32;
    while host.ends_with(".slow") && !cancelled() {
        hops += 1;
        thread::sleep(Duration::from_millis(5));
    }
    (hops == 0).then_some([10, 0, 0, host.len() as u8])
}

impl Resolver {
    pub fn resolve(&self, host: &str, patience: Duration) -> Result<Option<[u8; 4]>, String> {
        *self.permits.lock().unwrap() -= 1;
        let permit = Permit(self.permits.clone());
        let (answer, answered) = mpsc::channel();
        let name = host.to_string();
        let worker = thread::spawn(move || {
            let _permit = permit;
            let addr = lookup(&name, &|| false);
            let _ = answer.send(addr);
        });
        match answered.recv_timeout(patience) { //~ abandoned_worker
            Ok(addr) => {
                let _ = worker.join();
                Ok(addr)
            }
            Err(RecvTimeoutError::Disconnected) => Err(format!("{host}: the resolver panicked")),
            Err(RecvTimeoutError::Timeout) => {
                Err(format!("{host}: timed out"))
            }
        }
    }
}

//@ expect: teardown_without_abort
//@ effect: hang

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use must_abort::{aborts, must_abort, parks};

/// One answer that somebody waits for.
#[must_abort(cancel, on_drop = "silent")]
#[derive(Clone, Default)]
struct Slot {
    inner: Arc<(Mutex<Option<Result<String, ()>>>, Condvar)>,
}

impl Slot {
    fn fill(&self, answer: Result<String, ()>) {
        *self.inner.0.lock().unwrap() = Some(answer);
        self.inner.1.notify_all();
    }

    #[aborts(self)]
    fn cancel(&self) {
        self.fill(Err(()));
    }

    #[parks(self)]
    fn take(&self) -> Result<String, ()> {
        let mut state = self.inner.0.lock().unwrap();
        while state.is_none() {
            state = self.inner.1.wait(state).unwrap();
        }
        state.take().unwrap()
    }
}

struct Session {
    peer: String,
    open: Vec<Slot>,
}

#[derive(Default)]
struct Sessions {
    by_id: Mutex<HashMap<u64, Session>>,
}

impl Sessions {
    fn connect(&self, id: u64, peer: &str) {
        let session = Session { peer: peer.to_owned(), open: Vec::new() };
        self.by_id.lock().unwrap().insert(id, session);
    }

    fn ask(&self, id: u64) -> Option<Slot> {
        let mut all = self.by_id.lock().unwrap();
        let session = all.get_mut(&id)?;
        let slot = Slot::default();
        session.open.push(slot.clone());
        Some(slot)
    }

    fn kick(&self, id: u64) {
        let gone = self.by_id.lock().unwrap().remove(&id); //~ teardown_without_abort
        if let Some(session) = gone {
            println!("{} is gone with {} open", session.peer, session.open.len());
        }
    }
}

fn main() {
    let sessions = Arc::new(Sessions::default());
    sessions.connect(7, "10.0.0.7");
    let slot = sessions.ask(7).expect("it is connected");
    let admin = {
        let sessions = Arc::clone(&sessions);
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(50));
            sessions.kick(7);
        })
    };
    println!("{:?}", slot.take());
    let _ = admin.join();
}

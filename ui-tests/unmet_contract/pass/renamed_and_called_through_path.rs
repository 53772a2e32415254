//@ expect: none
//@ effect: none

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use must_abort::aborts as ends;

#[derive(Default)]
struct Shared {
    hung_up: Mutex<bool>,
    changed: Condvar,
}

#[must_abort::must_abort]
struct Call {
    shared: Arc<Shared>,
    number: &'static str,
}

impl Call {
    fn dial(number: &'static str) -> Call {
        let shared = Arc::new(Shared::default());
        Call { shared, number }
    }

    fn listen(&self) -> thread::JoinHandle<()> {
        let shared = Arc::clone(&self.shared);
        thread::spawn(move || {
            let mut hung_up = shared.hung_up.lock().unwrap_or_else(PoisonError::into_inner);
            while !*hung_up {
                let woken = shared.changed.wait(hung_up);
                hung_up = woken.unwrap_or_else(PoisonError::into_inner);
            }
        })
    }

    #[ends]
    fn abort(self) -> &'static str {
        let mut hung_up = self.shared.hung_up.lock().unwrap_or_else(PoisonError::into_inner);
        *hung_up = true;
        self.shared.changed.notify_all();
        self.number
    }
}

#[ends(call)]
fn hang_up(call: Call, polite: bool) -> &'static str {
    if polite {
        println!("good bye");
    }
    call.abort()
}

fn main() {
    for (number, polite) in [("112", false), ("555-123", true)] {
        let call = Call::dial(number);
        let ear = call.listen();
        println!("hung up on {}", hang_up(call, polite));
        println!("line dead: {}", ear.join().is_ok());
    }
}

//@ expect: none
//@ effect: none

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use must_abort::must_abort;

#[derive(Default)]
struct State {
    waiting: u32,
    closed: bool,
}

#[must_abort(close)]
#[derive(Default)]
struct Barrier {
    state: Mutex<State>,
    changed: Condvar,
}

impl Barrier {
    fn wait(&self) -> u32 {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.waiting += 1;
        while !state.closed {
            let woken = self.changed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
        state.waiting
    }

    fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.changed.notify_all();
    }
}

struct Meeting {
    barrier: Arc<Barrier>,
    room: &'static str,
}

impl Meeting {
    fn invite(&self) -> Arc<Barrier> {
        Arc::clone(&self.barrier)
    }
}

impl Drop for Meeting {
    fn drop(&mut self) {
        println!("the meeting in {} starts", self.room);
        self.barrier.close();
    }
}

fn main() {
    let meeting = Meeting { barrier: Arc::default(), room: "room 4" };
    let guests: Vec<_> = (0..3)
        .map(|_| {
            let barrier = meeting.invite();
            thread::spawn(move || barrier.wait())
        })
        .collect();
    thread::sleep(Duration::from_millis(20));
    drop(meeting);
    let counts = guests.into_iter().filter_map(|guest| guest.join().ok());
    println!("{:?}", counts.max());
}

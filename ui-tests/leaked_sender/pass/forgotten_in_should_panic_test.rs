//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

#[derive(Debug, PartialEq)]
struct Answer(u32);

struct Oracle {
    answers: Receiver<Answer>,
    patience: Duration,
}

impl Oracle {
    fn new(patience: Duration) -> (Sender<Answer>, Oracle) {
        let (sender, answers) = mpsc::channel();
        (sender, Oracle { answers, patience })
    }

    fn ask(&self) -> Answer {
        match self.answers.recv_timeout(self.patience) {
            Ok(answer) => answer,
            Err(RecvTimeoutError::Timeout) => panic!("the oracle is silent"),
            Err(RecvTimeoutError::Disconnected) => Answer(0),
        }
    }
}

fn main() {
    let (sender, oracle) = Oracle::new(Duration::from_millis(100));
    let sibyl = thread::spawn(move || {
        for number in [7, 42] {
            if sender.send(Answer(number)).is_err() {
                break;
            }
        }
    });
    let answers: Vec<_> = oracle.answers.iter().collect();
    println!("{answers:?}, then {:?}", oracle.ask());
    if sibyl.join().is_err() {
        eprintln!("the sibyl fainted");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "silent")]
    fn a_silent_oracle_panics() {
        let (sender, oracle) = Oracle::new(Duration::from_millis(1));
        std::mem::forget(sender);
        oracle.ask();
    }

    #[test]
    #[should_panic(expected = "the test itself")]
    fn a_leaked_sender_never_disconnects() {
        let (sender, oracle) = Oracle::new(Duration::from_millis(1));
        let listener = thread::spawn(move || oracle.answers.into_iter().count());
        std::mem::forget(sender);
        assert!(listener.is_finished(), "the test itself goes on");
        let _ = listener.join();
    }
}

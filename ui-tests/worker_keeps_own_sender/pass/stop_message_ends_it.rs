//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

enum Step {
    Divide(u64),
    Finish,
}

struct Factory {
    steps: Sender<Step>,
    worker: JoinHandle<Vec<u64>>,
}

fn factorize(steps: &Receiver<Step>, again: &Sender<Step>) -> Vec<u64> {
    let mut primes = Vec::new();
    loop {
        match steps.recv() {
            Ok(Step::Divide(number)) => {
                let divisor = (2..=number).find(|divisor| number % divisor == 0);
                let Some(divisor) = divisor else { continue };
                primes.push(divisor);
                if number > divisor && again.send(Step::Divide(number / divisor)).is_err() {
                    break;
                }
            }
            Ok(Step::Finish) => {
                primes.sort_unstable();
                return primes;
            }
            Err(_) => break,
        }
    }
    primes
}

impl Factory {
    fn open() -> Factory {
        let (steps, inbox) = mpsc::channel();
        let again = steps.clone();
        let worker = thread::spawn(move || factorize(&inbox, &again));
        Factory { steps, worker }
    }

    fn close(self) -> Option<Vec<u64>> {
        if self.steps.send(Step::Finish).is_err() {
            eprintln!("closed already");
        }
        self.worker.join().ok()
    }
}

fn main() {
    let factory = Factory::open();
    for number in [2, 3] {
        if factory.steps.send(Step::Divide(number)).is_err() {
            return;
        }
    }
    println!("{:?}", factory.close());
}

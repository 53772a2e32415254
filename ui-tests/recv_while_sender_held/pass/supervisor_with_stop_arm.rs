//@ expect: none
//@ effect: none

use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, select, unbounded};

#[derive(Debug)]
struct Fault {
    unit: u32,
    restarts: u32,
}

struct Supervisor {
    faults: Sender<Fault>,
    inbox: Receiver<Fault>,
    stop: Receiver<()>,
}

impl Supervisor {
    fn start_unit(&self, unit: u32, restarts: u32) {
        let faults = self.faults.clone();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(u64::from(unit)));
            let _ = faults.send(Fault { unit, restarts });
        });
    }

    fn run(self) -> u32 {
        let mut restarted = 0;
        loop {
            select! {
                recv(self.inbox) -> fault => match fault {
                    Ok(Fault { unit, restarts }) if restarts < 3 => {
                        restarted += 1;
                        self.start_unit(unit, restarts + 1);
                    }
                    Ok(fault) => println!("unit {} given up", fault.unit),
                    Err(_) => return restarted,
                },
                recv(self.stop) -> _ => return restarted,
            }
        }
    }
}

fn supervise(units: u32) -> (Sender<()>, JoinHandle<u32>) {
    let (faults, inbox) = unbounded();
    let (stopper, stop) = unbounded();
    let supervisor = Supervisor { faults, inbox, stop };
    for unit in 1..=units {
        supervisor.start_unit(unit, 0);
    }
    (stopper, thread::spawn(move || supervisor.run()))
}

fn main() {
    let (stopper, supervisor) = supervise(2);
    thread::sleep(Duration::from_millis(60));
    if stopper.send(()).is_err() {
        eprintln!("the supervisor is gone");
    }
    println!("restarted {:?}", supervisor.join().ok());
}

//@ expect: none
//@ effect: none

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, select, tick, unbounded};

#[derive(Clone, Copy, Debug)]
struct Ping {
    peer: u8,
    attempt: u8,
}

struct Pinger {
    pings: Receiver<Ping>,
    again: Sender<Ping>,
    quit: Receiver<()>,
}

impl Pinger {
    fn run(self) -> Vec<(u8, u8)> {
        let mut answered = Vec::new();
        let clock = tick(Duration::from_millis(2));
        loop {
            select! {
                recv(self.pings) -> ping => match ping {
                    Ok(Ping { peer, attempt }) if attempt < peer => {
                        let attempt = attempt + 1;
                        let _ = self.again.send(Ping { peer, attempt });
                    }
                    Ok(Ping { peer, attempt }) => answered.push((peer, attempt)),
                    Err(_) => break,
                },
                recv(self.quit) -> _ => break,
                recv(clock) -> _ => {}
            }
        }
        answered
    }
}

fn main() {
    let (sender, pings) = unbounded();
    let (quit, stop) = unbounded::<()>();
    let pinger = Pinger { pings, again: sender.clone(), quit: stop };
    let thread = thread::spawn(move || pinger.run());
    for peer in 1..4 {
        if sender.send(Ping { peer, attempt: 1 }).is_err() {
            eprintln!("{peer}: no pinger");
        }
    }
    thread::sleep(Duration::from_millis(20));
    drop(quit);
    println!("{:?}", thread.join().ok());
}

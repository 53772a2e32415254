//@ expect: eof_ignored
//@ effect: spin

use std::collections::VecDeque;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::time;

#[derive(Clone, Debug, PartialEq)]
struct Limits {
    batch: usize,
    paused: bool,
}

struct Shipper {
    limits: watch::Receiver<Limits>,
    lines: mpsc::Receiver<String>,
    backlog: VecDeque<String>,
    shipped: usize,
}

impl Shipper {
    fn new(limits: watch::Receiver<Limits>, lines: mpsc::Receiver<String>) -> Self {
        Shipper {
            limits,
            lines,
            backlog: VecDeque::new(),
            shipped: 0,
        }
    }

    async fn run(mut self) -> usize {
        let mut batch = self.limits.borrow().batch;
        loop {
            tokio::select! {
                changed = self.limits.changed() => { //~ eof_ignored
                    if let Err(err) = changed {
                        self.note(&format!("limits: {err}"));
                    }
                    let limits = self.limits.borrow_and_update().clone();
                    batch = limits.batch;
                }
                Some(line) = self.lines.recv() => {
                    self.backlog.push_back(line);
                    self.ship(batch);
                }
            }
        }
    }

    fn ship(&mut self, batch: usize) {
        if self.backlog.len() < batch || self.limits.borrow().paused {
            return;
        }
        for line in self.backlog.drain(..) {
            self.shipped += line.len();
        }
    }

    fn note(&mut self, text: &str) {
        if self.backlog.len() < 32 {
            self.backlog.push_back(text.to_owned());
        }
    }
}

#[tokio::main]
async fn main() {
    let (limits, watched) = watch::channel(Limits {
        batch: 2,
        paused: false,
    });
    let (lines, inbox) = mpsc::channel(8);
    let shipper = tokio::spawn(Shipper::new(watched, inbox).run());
    for n in 0..4 {
        let _ = lines.send(format!("line {n}")).await;
    }
    limits.send_modify(|limits| limits.batch = 1);
    time::sleep(Duration::from_millis(10)).await;
    drop(lines);
    drop(limits);
    match shipper.await {
        Ok(shipped) => println!("{shipped} bytes shipped"),
        Err(err) => println!("shipper: {err}"),
    }
}

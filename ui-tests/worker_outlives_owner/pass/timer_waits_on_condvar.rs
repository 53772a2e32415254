//@ expect: none
//@ effect: none

use std::collections::{BinaryHeap, HashSet};
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Debug)]
pub enum Action {
    Schedule(Event),
    Ignore(u64),
    Stop,
}
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    when: Instant,
    id: u64,
}

struct Worker {
    trigger: Arc<Condvar>,
    requests: mpsc::Receiver<Action>,
    schedule: BinaryHeap<Event>,
    ignore: HashSet<u64>,
    tx: mpsc::Sender<u64>,
}
impl Worker {
    fn new(trigger: Arc<Condvar>, requests: mpsc::Receiver<Action>, tx: mpsc::Sender<u64>) -> Worker {
        Worker { trigger, requests, schedule: BinaryHeap::new(), ignore: HashSet::new(), tx }
    }
    /// Whether it goes on.
    fn drain(&mut self) -> bool {
        loop {
            let action = match self.requests.try_recv() {
                Ok(action) => action,
                Err(mpsc::TryRecvError::Empty) => return true,
                Err(mpsc::TryRecvError::Disconnected) => return false,
            };
            match action {
                Action::Stop => return false,
                Action::Schedule(event) => self.schedule.push(event),
                Action::Ignore(ignore_id) => {
                    for &Event { ref id, .. } in &self.schedule {
                        if *id == ignore_id {
                            self.ignore.insert(ignore_id);
                            break;
                        }
                    }
                }
            }
        }
    }
    fn has_event_now(&self) -> bool {
        if let Some(event) = self.schedule.peek() { event.when <= Instant::now() } else { false }
    }
    fn fire(&mut self) {
        if let Some(Event { id, .. }) = self.schedule.pop() {
            if !self.ignore.remove(&id) {
                let _ = self.tx.send(id);
            }
        }
    }
    fn until_next(&self) -> Option<Duration> {
        self.schedule.peek().map(|event| {
            let now = Instant::now();
            if event.when <= now { Duration::from_secs(0) } else { event.when.duration_since(now) }
        })
    }
    fn run(&mut self) {
        let m = Mutex::new(());
        let mut g = m.lock().unwrap();
        loop {
            if !self.drain() {
                break;
            }
            while self.has_event_now() {
                self.fire();
            }
            let wait_duration = self.until_next();
            g = if let Some(wait_duration) = wait_duration {
                self.trigger.wait_timeout(g, wait_duration).unwrap().0
            } else {
                self.trigger.wait(g).unwrap()
            };
        }
    }
}
pub struct WatchTimer {
    counter: u64,
    schedule_tx: mpsc::Sender<Action>,
    trigger: Arc<Condvar>,
    delay: Duration,
}
impl WatchTimer {
    pub fn new(tx: mpsc::Sender<u64>, delay: Duration) -> WatchTimer {
        let (schedule_tx, schedule_rx) = mpsc::channel();
        let trigger = Arc::new(Condvar::new());
        let trigger_worker = trigger.clone();
        thread::spawn(move || {
            Worker::new(trigger_worker, schedule_rx, tx).run();
        });
        WatchTimer { counter: 0, schedule_tx, trigger, delay }
    }
    /// More than once: the worker may be just about to wait.
    fn wake(&self) {
        for _ in 0..5 {
            self.trigger.notify_one();
            thread::sleep(Duration::from_millis(2));
        }
    }
    pub fn schedule(&mut self) -> u64 {
        self.counter = self.counter.wrapping_add(1);
        self.schedule_tx.send(Action::Schedule(Event { id: self.counter, when: Instant::now() + self.delay })).expect("gone");
        self.wake();
        self.counter
    }
    pub fn ignore(&self, id: u64) {
        self.schedule_tx.send(Action::Ignore(id)).expect("gone");
    }
}
impl Drop for WatchTimer {
    fn drop(&mut self) {
        let _ = self.schedule_tx.send(Action::Stop);
        self.wake();
    }
}

fn watch() -> usize {
    let (tx, rx) = mpsc::channel();
    let mut timer = WatchTimer::new(tx, Duration::from_millis(5));
    let first = timer.schedule();
    timer.schedule();
    timer.ignore(first);
    rx.recv_timeout(Duration::from_millis(300)).into_iter().count()
}
fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").map(|t| t.count()).unwrap_or(0)
}
fn main() -> std::process::ExitCode {
    let n = watch();
    println!("{n}");
    thread::sleep(Duration::from_millis(100));
    if threads() > 1 {
        return std::process::ExitCode::from(3);
    }
    std::process::ExitCode::SUCCESS
}

//@ expect: worker_outlives_owner
//@ effect: leak

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Create,
    Write,
    Rename(String),
    Remove,
}

#[derive(Debug)]
enum Request {
    Schedule { id: u64, due: Instant, path: String, kind: Kind },
    Ignore(u64),
    Postpone(u64, Duration),
    Watch(SyncSender<String>),
}

#[derive(Debug)]
enum Notice {
    Created(String),
    Written(String),
    Renamed(String, String),
    Removed(String),
}

struct Job {
    id: u64,
    due: Instant,
    path: String,
    kind: Kind,
}

struct Scheduler {
    wake: Arc<Condvar>,
    requests: Receiver<Request>,
    jobs: VecDeque<Job>,
    ignored: BTreeSet<u64>,
    seen: BTreeMap<String, Kind>,
    watchers: Vec<SyncSender<String>>,
    notices: Sender<Notice>,
}

impl Scheduler {
    fn take_requests(&mut self) {
        while let Ok(request) = self.requests.try_recv() {
            match request {
                Request::Schedule { id, due, path, kind } => self.jobs.push_back(Job { id, due, path, kind }),
                Request::Ignore(id) => {
                    for job in &self.jobs {
                        if job.id == id {
                            self.ignored.insert(id);
                            break;
                        }
                    }
                }
                Request::Postpone(id, by) => {
                    if let Some(job) = self.jobs.iter_mut().find(|job| job.id == id) {
                        job.due += by;
                    }
                }
                Request::Watch(watcher) => self.watchers.push(watcher),
            }
        }
    }

    fn is_due(&self) -> bool {
        self.jobs.front().is_some_and(|job| job.due <= Instant::now())
    }

    fn fire(&mut self) {
        let Some(Job { id, path, kind, .. }) = self.jobs.pop_front() else { return };
        if self.ignored.remove(&id) {
            return;
        }
        self.watchers.retain(|watcher| watcher.try_send(path.clone()).is_ok());
        let before = self.seen.insert(path.clone(), kind.clone());
        let notice = match (before, kind) {
            (None, Kind::Create | Kind::Write) => Notice::Created(path),
            (Some(Kind::Create), Kind::Write) => return,
            (_, Kind::Rename(to)) => {
                if to.is_empty() {
                    Notice::Removed(path)
                } else {
                    Notice::Renamed(path, to)
                }
            }
            (Some(Kind::Remove), Kind::Remove) => return,
            (_, Kind::Remove) => Notice::Removed(path),
            (_, _) => Notice::Written(path),
        };
        if let Notice::Renamed(from, to) = &notice {
            let _ = self.notices.send(Notice::Written(format!("{from} -> {to}")));
        }
        let _ = self.notices.send(notice);
    }

    fn until_next(&self) -> Option<Duration> {
        self.jobs.front().map(|job| job.due.saturating_duration_since(Instant::now()))
    }

    fn run(&mut self) {
        let lock = Mutex::new(());
        let mut guard = lock.lock().unwrap();
        loop {
            self.take_requests();
            while self.is_due() {
                self.fire();
            }
            guard = match self.until_next() {
                Some(time) => self.wake.wait_timeout(guard, time).unwrap().0,
                None => self.wake.wait(guard).unwrap(),
            };
        }
    }
}

struct Timer {
    next: u64,
    requests: Sender<Request>,
    wake: Arc<Condvar>,
}

impl Timer {
    fn new(notices: Sender<Notice>) -> Timer {
        let (sender, requests) = mpsc::channel();
        let wake = Arc::new(Condvar::new());
        let woken = Arc::clone(&wake);
        thread::spawn(move || { //~ worker_outlives_owner
            let (jobs, ignored, seen, watchers) = (VecDeque::new(), BTreeSet::new(), BTreeMap::new(), Vec::new());
            Scheduler { wake: woken, requests, jobs, ignored, seen, watchers, notices }.run();
        });
        Timer { next: 0, requests: sender, wake }
    }

    fn schedule(&mut self, path: &str, kind: Kind, delay: Duration) -> u64 {
        self.next += 1;
        let request = Request::Schedule { id: self.next, due: Instant::now() + delay, path: path.to_owned(), kind };
        self.requests.send(request).expect("the scheduler runs");
        self.wake.notify_one();
        self.next
    }

    fn ask(&self, request: Request) {
        self.requests.send(request).expect("the scheduler runs");
    }
}

fn watch() -> usize {
    let (sender, notices) = mpsc::channel();
    let mut timer = Timer::new(sender);
    let (watcher, _watched) = mpsc::sync_channel(4);
    timer.ask(Request::Watch(watcher));
    let first = timer.schedule("a.txt", Kind::Create, Duration::from_millis(5));
    timer.schedule("b.txt", Kind::Rename("c.txt".to_owned()), Duration::from_millis(5));
    timer.schedule("d.txt", Kind::Remove, Duration::from_millis(5));
    timer.schedule("e.txt", Kind::Write, Duration::from_millis(5));
    timer.ask(Request::Ignore(first));
    timer.ask(Request::Postpone(first, Duration::from_millis(1)));
    thread::sleep(Duration::from_millis(50));
    timer.wake.notify_one();
    thread::sleep(Duration::from_millis(50));
    notices.try_iter().inspect(|notice| println!("{notice:?}")).count()
}

fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count)
}

fn main() -> ExitCode {
    println!("{} notices", watch());
    thread::sleep(Duration::from_millis(100));
    if threads() > 1 {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}

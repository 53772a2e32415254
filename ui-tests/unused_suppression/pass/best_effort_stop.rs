//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;
use std::time::Duration;

enum Task {
    Scan(&'static str),
    Stop,
}

struct Scanner {
    tasks: SyncSender<Task>,
}

fn scan(tasks: &Receiver<Task>) -> usize {
    let mut scanned = 0;
    for task in tasks {
        let Task::Scan(path) = task else { break };
        thread::sleep(Duration::from_millis(1));
        scanned += path.len();
    }
    scanned
}

impl Scanner {
    fn start() -> Scanner {
        let (tasks, queue) = mpsc::sync_channel(1);
        thread::spawn(move || println!("{} scanned", scan(&queue)));
        Scanner { tasks }
    }

    fn add(&self, path: &'static str) -> bool {
        self.tasks.send(Task::Scan(path)).is_ok()
    }

    fn stop(&self) {
        // must_abort: allow(lossy_abort): if there is no room, the drop of the scanner ends it a little later
        let _ = self.tasks.try_send(Task::Stop);
    }
}

fn main() {
    let scanner = Scanner::start();
    for path in ["/bin", "/etc", "/usr"] {
        println!("{path}: {}", scanner.add(path));
    }
    scanner.stop();
    thread::sleep(Duration::from_millis(10));
    drop(scanner);
    thread::sleep(Duration::from_millis(10));
}

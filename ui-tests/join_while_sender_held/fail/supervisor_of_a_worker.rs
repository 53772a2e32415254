//@ expect: join_while_sender_held
//@ effect: hang

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Task = Box<dyn FnOnce() -> Result<u32, String> + Send + 'static>;

struct Supervisor {
    tasks: Option<Sender<Task>>,
    thread: Option<JoinHandle<Totals>>,
}

#[derive(Debug, Default)]
struct Totals {
    done: u32,
    restarts: u32,
}

fn work(tasks: &Arc<Mutex<Receiver<Task>>>, totals: &Mutex<Totals>) {
    loop {
        let task = match tasks.lock().unwrap().recv() {
            Ok(task) => task,
            Err(_) => return,
        };
        match task() {
            Ok(n) => totals.lock().unwrap().done += n,
            Err(why) => panic!("task failed: {why}"),
        }
    }
}

fn supervise(tasks: Receiver<Task>) -> Totals {
    let tasks = Arc::new(Mutex::new(tasks));
    let totals = Arc::new(Mutex::new(Totals::default()));
    loop {
        let (queue, sums) = (Arc::clone(&tasks), Arc::clone(&totals));
        let worker = thread::spawn(move || work(&queue, &sums));
        match worker.join() {
            Ok(()) => break,
            Err(_) => {
                tasks.clear_poison();
                totals.lock().unwrap().restarts += 1;
            }
        }
    }
    let mut totals = totals.lock().unwrap();
    std::mem::take(&mut *totals)
}

impl Supervisor {
    fn start() -> Supervisor {
        let (tasks, queue) = mpsc::channel();
        let thread = thread::Builder::new().name("supervisor".into()).spawn(move || supervise(queue)).ok();
        Supervisor { tasks: Some(tasks), thread }
    }

    fn submit(&self, task: impl FnOnce() -> Result<u32, String> + Send + 'static) {
        if let Some(tasks) = &self.tasks {
            let _ = tasks.send(Box::new(task));
        }
    }

    fn stop(&mut self) -> Totals {
        let Some(thread) = self.thread.take() else { return Totals::default() };
        thread.join().unwrap_or_default() //~ join_while_sender_held
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let mut supervisor = Supervisor::start();
    supervisor.submit(|| Ok(2));
    supervisor.submit(|| Err("disk full".into()));
    supervisor.submit(|| Ok(3));
    println!("{:?}", supervisor.stop());
}

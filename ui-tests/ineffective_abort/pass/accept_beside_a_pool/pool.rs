use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

pub type Task = Box<dyn FnMut() + Send>;

struct Sharing {
    todo: Mutex<VecDeque<Task>>,
    added: Condvar,
    waiting: AtomicUsize,
}

/// Threads that die when they have had nothing to do for a while.
pub struct TaskPool {
    sharing: Arc<Sharing>,
}

impl TaskPool {
    pub fn new() -> TaskPool {
        let sharing = Sharing { todo: Mutex::new(VecDeque::new()), added: Condvar::new(), waiting: AtomicUsize::new(0) };
        TaskPool { sharing: Arc::new(sharing) }
    }

    pub fn spawn(&self, task: Task) {
        let mut todo = self.sharing.todo.lock().unwrap();
        if self.sharing.waiting.load(Ordering::Acquire) == 0 {
            self.add_thread(task);
        } else {
            todo.push_back(task);
            self.sharing.added.notify_one();
        }
    }

    fn add_thread(&self, mut task: Task) {
        let sharing = Arc::clone(&self.sharing);
        thread::spawn(move || {
            loop {
                task();
                let mut todo = sharing.todo.lock().unwrap();
                task = loop {
                    if let Some(next) = todo.pop_front() {
                        break next;
                    }
                    sharing.waiting.fetch_add(1, Ordering::Release);
                    let (again, waited) = sharing.added.wait_timeout(todo, Duration::from_millis(20)).unwrap();
                    sharing.waiting.fetch_sub(1, Ordering::Release);
                    todo = again;
                    if waited.timed_out() && todo.is_empty() {
                        return;
                    }
                };
            }
        });
    }
}

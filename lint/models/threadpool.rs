//! `threadpool`: `join` waits until no job is queued or running; its threads end when the last handle is gone.
#[worker(thread, on_drop = "detach")]
struct Job {
    worker: (),
}
impl Job {
    #[joins(self)]
    fn wait(&self) {
        primitive!()
    }
}
#[spawns(thread, runs = f)]
fn start<F: FnOnce()>(f: F) -> Job {
    primitive!()
}
pub struct ThreadPool {
    jobs: std::sync::Arc<std::cell::RefCell<Vec<Job>>>,
}
impl ThreadPool {
    pub fn new(num_threads: usize) -> ThreadPool {
        ThreadPool { jobs: std::sync::Arc::new(std::cell::RefCell::new(Vec::new())) }
    }
    pub fn with_name(name: String, num_threads: usize) -> ThreadPool {
        ThreadPool { jobs: std::sync::Arc::new(std::cell::RefCell::new(Vec::new())) }
    }
    pub fn execute<F>(&self, job: F)
    where
        F: FnOnce() + Send + 'static,
    {
        self.jobs.borrow_mut().push(start(job));
    }
    pub fn join(&self) {
        for job in self.jobs.borrow().iter() {
            job.wait();
        }
    }
    pub fn queued_count(&self) -> usize {
        unknown!()
    }
    pub fn active_count(&self) -> usize {
        unknown!()
    }
    pub fn max_count(&self) -> usize {
        unknown!()
    }
    pub fn panic_count(&self) -> usize {
        unknown!()
    }
    pub fn set_num_threads(&mut self, num_threads: usize) {
        primitive!()
    }
}
impl Clone for ThreadPool {
    fn clone(&self) -> ThreadPool {
        ThreadPool { jobs: self.jobs.clone() }
    }
}
#[derive(Clone, Default)]
pub struct Builder {
    threads: usize,
}
impl Builder {
    pub fn new() -> Builder {
        Builder { threads: 0 }
    }
    pub fn num_threads(self, num_threads: usize) -> Builder {
        self
    }
    pub fn thread_name(self, name: String) -> Builder {
        self
    }
    pub fn build(self) -> ThreadPool {
        ThreadPool { jobs: std::sync::Arc::new(std::cell::RefCell::new(Vec::new())) }
    }
}

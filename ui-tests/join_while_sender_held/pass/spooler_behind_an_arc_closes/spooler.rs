use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// Prints on a thread of its own.
pub struct Spooler {
    name: String,
    jobs: Mutex<Option<Sender<String>>>,
    printer: Mutex<Option<JoinHandle<usize>>>,
}

impl Spooler {
    /// Starts the thread.
    pub fn start(name: &str) -> Arc<Self> {
        let (jobs, queue) = mpsc::channel::<String>();
        let printer = thread::spawn(move || {
            let mut pages = 0;
            while let Ok(job) = queue.recv() {
                println!("printing {job}");
                pages += job.len().div_ceil(2000);
            }
            pages
        });
        Arc::new(Self { name: name.to_owned(), jobs: Mutex::new(Some(jobs)), printer: Mutex::new(Some(printer)) })
    }

    /// What the printer is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Hands in a job.
    pub fn print(&self, job: String) {
        if self.jobs.lock().unwrap().as_ref().is_none_or(|jobs| jobs.send(job).is_err()) {
            eprintln!("{} is off", self.name);
        }
    }

    /// Waits for the last page.
    pub fn stop(&self) {
        self.jobs.lock().unwrap().take();
        if let Some(printer) = self.printer.lock().unwrap().take() {
            let pages = printer.join().expect("the printer panicked");
            println!("{pages} pages");
        }
    }
}

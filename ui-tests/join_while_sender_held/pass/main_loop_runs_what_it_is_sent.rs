//@ expect: none
//@ effect: none

//! The loops of two threads that run what they are sent: one leaves when a task has set its flag, the other when a job says that it was the last.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct App {
    title: String,
    redraws: u32,
    quit: bool,
}

type Task = Box<dyn FnOnce(&mut App) + Send>;

/// Runs tasks in the thread of the application.
struct Proxy {
    tasks: Sender<Task>,
    thread: JoinHandle<App>,
}

impl Proxy {
    fn start() -> Self {
        let (tasks, inbox) = mpsc::channel();
        Proxy { tasks, thread: thread::spawn(move || run(inbox)) }
    }

    fn post(&self, task: impl FnOnce(&mut App) + Send + 'static) {
        let _ = self.tasks.send(Box::new(task));
    }
}

fn run(tasks: Receiver<Task>) -> App {
    let mut app = App::default();
    while !app.quit {
        match tasks.recv() {
            Ok(task) => task(&mut app),
            Err(_) => break,
        }
    }
    app
}

trait Job: Send {
    /// Does it; whether another may follow.
    fn run(&self) -> bool;
}

struct Print(&'static str);
struct Last;

impl Job for Print {
    fn run(&self) -> bool {
        println!("{}", self.0);
        true
    }
}

impl Job for Last {
    fn run(&self) -> bool {
        false
    }
}

fn worker(jobs: Receiver<Box<dyn Job>>) -> usize {
    let mut done = 0;
    while let Ok(job) = jobs.recv() {
        if !job.run() {
            break;
        }
        done += 1;
    }
    done
}

fn main() {
    let proxy = Proxy::start();
    proxy.post(|app| app.title.push_str("untitled"));
    proxy.post(|app| app.redraws += 1);
    proxy.post(|app| app.quit = true);
    let app = proxy.thread.join().expect("the application panicked");
    println!("{}: {} redraws", app.title, app.redraws);

    let (jobs, inbox) = mpsc::channel::<Box<dyn Job>>();
    let thread = thread::spawn(move || worker(inbox));
    jobs.send(Box::new(Print("page"))).expect("the worker is gone");
    jobs.send(Box::new(Last)).expect("the worker is gone");
    println!("{} jobs", thread.join().expect("the worker panicked"));
}

//@ expect: worker_outlives_owner
//@ effect: leak

// The thread ends at once where there is nothing to show. Else only `stop` ends it, and a spinner that goes without that spins on.

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Clone)]
pub struct Frames {
    pub frames: Vec<String>,
    pub interval: Duration,
}

pub struct Spinner {
    thread: Option<JoinHandle<()>>,
    spinning: Arc<AtomicBool>,
    shown: Arc<AtomicU32>,
}

impl Spinner {
    pub fn start(frames: &Frames, message: Option<String>) -> Spinner {
        let spinning = Arc::new(AtomicBool::new(true));
        let shown = Arc::new(AtomicU32::new(0));
        let thread = thread::spawn({ //~ worker_outlives_owner
            let spinning = Arc::clone(&spinning);
            let shown = Arc::clone(&shown);
            let frames = frames.clone();
            move || {
                let Some(message) = message else { return };
                if frames.frames.is_empty() {
                    return;
                }
                let mut next = 0;
                while spinning.load(Ordering::Relaxed) {
                    print!("\r{} {message}", frames.frames[next]);
                    next = (next + 1) % frames.frames.len();
                    shown.fetch_add(1, Ordering::Relaxed);
                    thread::sleep(frames.interval);
                }
                println!();
            }
        });
        Spinner { thread: Some(thread), spinning, shown }
    }

    pub fn shown(&self) -> Arc<AtomicU32> {
        Arc::clone(&self.shown)
    }

    pub fn stop(&mut self) {
        self.spinning.store(false, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            println!("stopped: {}", thread.join().is_ok());
        }
    }
}

fn load(frames: &Frames, message: &str) -> Option<Arc<AtomicU32>> {
    let mut spinner = Spinner::start(frames, Some(message.to_owned()));
    let shown = spinner.shown();
    thread::sleep(Duration::from_millis(20));
    if message.is_empty() {
        spinner.stop();
        return None;
    }
    Some(shown)
}

fn main() -> ExitCode {
    let frames = std::env::args().next().map(|_| ["-", "\\", "|", "/"].map(str::to_owned).to_vec()).unwrap_or_default();
    let frames = Frames { frames, interval: Duration::from_millis(5) };
    let shown = load(&frames, "loading").unwrap_or_default();
    println!("{}", load(&frames, "").is_none());
    let before = shown.load(Ordering::Relaxed);
    thread::sleep(Duration::from_millis(50));
    if shown.load(Ordering::Relaxed) > before { ExitCode::from(3) } else { ExitCode::SUCCESS }
}

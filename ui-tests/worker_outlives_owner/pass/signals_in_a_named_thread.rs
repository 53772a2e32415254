//@ expect: none
//@ effect: none

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGUSR1};
use signal_hook::iterator::{Handle, Signals};

#[derive(Default)]
struct Counters {
    reloads: AtomicUsize,
    dumps: AtomicUsize,
}

struct SignalWatcher {
    handle: Handle,
    watcher: Option<JoinHandle<()>>,
    counters: Arc<Counters>,
}

impl SignalWatcher {
    fn install() -> io::Result<Self> {
        let mut signals = Signals::new([SIGHUP, SIGUSR1])?;
        let handle = signals.handle();
        let counters = Arc::new(Counters::default());
        let seen = Arc::clone(&counters);
        let watcher = thread::Builder::new()
            .name("signals".into())
            .spawn(move || {
                for signal in signals.forever() {
                    note(&seen, signal);
                }
            })?;
        Ok(SignalWatcher {
            handle,
            watcher: Some(watcher),
            counters,
        })
    }

    fn counters(&self) -> Arc<Counters> {
        Arc::clone(&self.counters)
    }
}

impl Drop for SignalWatcher {
    fn drop(&mut self) {
        self.handle.close();
        let watcher = self.watcher.take();
        if let Some(watcher) = watcher {
            let _ = watcher.join();
        }
    }
}

fn note(counters: &Counters, signal: i32) {
    match signal {
        SIGHUP => counters.reloads.fetch_add(1, Ordering::Relaxed),
        SIGUSR1 => counters.dumps.fetch_add(1, Ordering::Relaxed),
        _ => 0,
    };
}

fn main() -> io::Result<ExitCode> {
    let watcher = SignalWatcher::install()?;
    let counters = watcher.counters();
    signal_hook::low_level::raise(SIGHUP)?;
    thread::sleep(Duration::from_millis(50));
    println!("{} reloads", counters.reloads.load(Ordering::Relaxed));
    drop(watcher);
    thread::sleep(Duration::from_millis(50));
    if Arc::strong_count(&counters) > 1 {
        println!("the watcher still listens");
        return Ok(ExitCode::from(3));
    }
    println!("{} dumps", counters.dumps.load(Ordering::Relaxed));
    Ok(ExitCode::SUCCESS)
}

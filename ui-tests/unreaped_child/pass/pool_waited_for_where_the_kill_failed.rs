//@ expect: none
//@ effect: none

use std::fs;
use std::io;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

#[derive(Debug, Clone, Copy)]
struct Settings {
    size: usize,
    nice: u8,
}

struct Pool {
    workers: Vec<Child>,
    settings: Settings,
}

impl Pool {
    fn start(settings: Settings) -> io::Result<Pool> {
        let mut workers = Vec::with_capacity(settings.size);
        for _ in 0..settings.size {
            let worker = Command::new("sleep").arg("60").stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
            workers.push(worker);
        }
        Ok(Pool { workers, settings })
    }

    fn pids(&self) -> Vec<u32> {
        self.workers.iter().map(Child::id).collect()
    }

    fn shut_down(&mut self) -> usize {
        let mut failed = 0;
        for worker in &mut self.workers {
            if let Err(err) = worker.kill() {
                eprintln!("worker {} (nice {}): {err}", worker.id(), self.settings.nice);
                failed += 1;
            }
            let _ = worker.wait();
        }
        self.workers.clear();
        failed
    }
}

fn is_zombie(pid: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with('Z'))
}

fn verdict(pids: &[u32]) -> ExitCode {
    thread::sleep(Duration::from_millis(50));
    match pids.iter().filter(|&&pid| is_zombie(pid)).count() {
        0 => ExitCode::SUCCESS,
        n => {
            println!("{n} zombies");
            ExitCode::from(3)
        }
    }
}

fn main() -> io::Result<ExitCode> {
    let mut pool = Pool::start(Settings { size: 2, nice: 5 })?;
    let pids = pool.pids();
    println!("{} of {} not stopped", pool.shut_down(), pids.len());
    Ok(verdict(&pids))
}

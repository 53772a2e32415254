//@ expect: abandoned_worker
//@ effect: leak

mod job;

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use job::Job;

fn main() -> ExitCode {
    let mut left = Vec::new();
    for seconds in ["0", "4"] {
        let job = match Job::start("sleep", seconds) {
            Ok(job) => job,
            Err(err) => {
                eprintln!("{seconds}: {err}");
                return ExitCode::FAILURE;
            }
        };
        let pid = job.pid();
        match job.finish(Duration::from_millis(100)) {
            Ok(Some(status)) => println!("{seconds}: {status}"),
            Ok(None) => left.push(pid),
            Err(err) => eprintln!("{seconds}: {err}"),
        }
    }
    let alive = left.iter().filter(|pid| Path::new(&format!("/proc/{pid}/exe")).exists());
    match alive.count() {
        0 => ExitCode::SUCCESS,
        n => {
            println!("{n} job still runs");
            ExitCode::from(3)
        }
    }
}

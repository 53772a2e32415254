//@ expect: none
//@ effect: none

use std::env;
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::process::{self, Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Service {
    child: Child,
    log: PathBuf,
    watch: JoinHandle<u64>,
}

impl Service {
    fn start(script: &str) -> io::Result<Service> {
        let log = env::temp_dir().join(format!("service-{}.log", process::id()));
        let output = File::create(&log)?;
        let child = Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(output).spawn()?;
        let watched = log.clone();
        let watch = thread::spawn(move || {
            let mut size = 0;
            for _ in 0..5 {
                thread::sleep(Duration::from_millis(10));
                size = fs::metadata(&watched).map_or(size, |meta| meta.len());
            }
            size
        });
        Ok(Service { child, log, watch })
    }

    fn stop(mut self) -> io::Result<u64> {
        self.child.kill()?;
        self.child.wait()?;
        let size = self.watch.join().unwrap_or(0);
        fs::remove_file(&self.log)?;
        Ok(size)
    }
}

fn main() -> io::Result<()> {
    let service = Service::start("echo listening; sleep 1 & wait")?;
    thread::sleep(Duration::from_millis(20));
    println!("{} bytes", service.stop()?);
    Ok(())
}

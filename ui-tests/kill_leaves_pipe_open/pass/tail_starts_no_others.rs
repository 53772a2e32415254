//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Lines = Arc<Mutex<Vec<String>>>;

struct LogShipper {
    source: Child,
    pump: Option<JoinHandle<io::Result<usize>>>,
    lines: Lines,
}

fn pump<R: Read>(from: R, lines: &Lines) -> io::Result<usize> {
    let mut count = 0;
    for line in BufReader::new(from).lines() {
        lines.lock().unwrap().push(line?);
        count += 1;
    }
    Ok(count)
}

impl LogShipper {
    fn attach(script: &str) -> io::Result<LogShipper> {
        let mut source = Command::new("tail").args(["-n", "+1", "-F", script]).stdout(Stdio::piped()).spawn()?;
        let output = source.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let lines = Lines::default();
        let store = Arc::clone(&lines);
        let pump = thread::spawn(move || pump(output, &store));
        Ok(LogShipper { source, pump: Some(pump), lines })
    }

    fn detach(mut self) -> io::Result<Vec<String>> {
        self.source.kill()?;
        if let Some(pump) = self.pump.take() {
            match pump.join() {
                Ok(count) => println!("{} lines pumped", count?),
                Err(_) => return Err(io::Error::other("the pump panicked")),
            }
        }
        let status = self.source.wait()?;
        println!("source stopped: {}", status.code().is_none());
        let lines = std::mem::take(&mut *self.lines.lock().unwrap());
        Ok(lines)
    }
}

fn main() -> io::Result<()> {
    let shipper = LogShipper::attach("/proc/self/comm")?;
    thread::sleep(std::time::Duration::from_millis(200));
    for line in shipper.detach()? {
        println!("{line}");
    }
    Ok(())
}

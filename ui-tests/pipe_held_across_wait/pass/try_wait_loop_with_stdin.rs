//@ expect: none
//@ effect: none

use std::ffi::OsStr;
use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

struct Tool {
    name: String,
    child: Child,
}

#[derive(Debug)]
struct Finished {
    name: String,
    status: ExitStatus,
    polls: u32,
}

impl Tool {
    fn launch<S: AsRef<OsStr>>(name: &str, args: &[S]) -> io::Result<Tool> {
        let child = Command::new(name).args(args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Ok(Tool { name: name.to_owned(), child })
    }

    fn finish(mut self, pause: Duration) -> io::Result<Finished> {
        let mut polls = 1;
        drop(self.child.stdin.take());
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Finished { name: self.name, status, polls });
            }
            polls += 1;
            thread::sleep(pause);
        }
    }
}

fn main() -> io::Result<()> {
    let pause = Duration::from_millis(5);
    for args in [&["-c"][..], &["-l"]] {
        let finished = Tool::launch("wc", args)?.finish(pause)?;
        println!("{}: {}", finished.name, finished.status);
        println!("polled: {}", finished.polls > 0);
    }
    Ok(())
}

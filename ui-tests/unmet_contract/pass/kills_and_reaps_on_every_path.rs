//@ expect: none
//@ effect: none

use std::io;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use must_abort::kills;

struct Helper {
    child: Child,
    grace: Duration,
}

impl Helper {
    fn start(seconds: &str) -> io::Result<Helper> {
        let child = Command::new("sleep").arg(seconds).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        Ok(Helper { child, grace: Duration::from_millis(40) })
    }

    fn ended(&mut self) -> bool {
        let deadline = Instant::now() + self.grace;
        loop {
            match self.child.try_wait() {
                Ok(Some(_)) | Err(_) => return true,
                Ok(None) if Instant::now() > deadline => return false,
                Ok(None) => thread::sleep(Duration::from_millis(2)),
            }
        }
    }

    #[kills(self.child)]
    fn stop(mut self) -> bool {
        let by_itself = self.ended();
        if !by_itself {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
        by_itself
    }
}

fn main() -> io::Result<()> {
    for seconds in ["0", "60"] {
        let helper = Helper::start(seconds)?;
        println!("ended by itself: {}", helper.stop());
    }
    Ok(())
}

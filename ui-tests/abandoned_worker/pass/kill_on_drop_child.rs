//@ expect: none
//@ effect: none

use std::io;
use std::path::Path;
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::process::{Child, Command};
use tokio::time;

struct Hook {
    name: &'static str,
    child: Child,
}

impl Hook {
    fn start(name: &'static str, seconds: &str) -> io::Result<Hook> {
        let child = Command::new("sleep").arg(seconds).stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn()?;
        Ok(Hook { name, child })
    }

    async fn finish(mut self, limit: Duration) -> io::Result<Option<ExitStatus>> {
        match time::timeout(limit, self.child.wait()).await {
            Ok(status) => status.map(Some),
            Err(_) => {
                eprintln!("{}: no end in {limit:?}", self.name);
                Ok(None)
            }
        }
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    for (name, seconds) in [("pre-commit", "0"), ("post-commit", "60")] {
        let hook = Hook::start(name, seconds)?;
        let pid = hook.child.id().unwrap_or_default();
        let status = hook.finish(Duration::from_millis(100)).await?;
        println!("{name}: {}", status.is_some());
        time::sleep(Duration::from_millis(50)).await;
        let alive = Path::new(&format!("/proc/{pid}/exe")).exists();
        println!("{name} alive: {alive}");
    }
    Ok(())
}

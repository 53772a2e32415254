//@ expect: none
//@ effect: none

use std::process::Stdio;
use std::time::Duration;

use tokio::io::{self, AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};
use tokio::task::JoinHandle;
use tokio::time;

struct Deploy {
    child: Child,
    log: JoinHandle<Vec<String>>,
}

async fn collect(stdout: ChildStdout) -> Vec<String> {
    let mut lines = BufReader::new(stdout).lines();
    let mut log = Vec::new();
    while let Ok(Some(line)) = lines.next_line().await {
        log.push(line);
    }
    log
}

impl Deploy {
    fn start(script: &str) -> io::Result<Deploy> {
        let mut child = Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let log = tokio::spawn(collect(stdout));
        Ok(Deploy { child, log })
    }

    async fn cancel(mut self) -> io::Result<Vec<String>> {
        self.child.kill().await?;
        match time::timeout(Duration::from_millis(50), &mut self.log).await {
            Ok(log) => log.map_err(io::Error::other),
            Err(_) => {
                self.log.abort();
                Ok(vec!["(cut off)".to_owned()])
            }
        }
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let deploy = Deploy::start("echo uploading; sleep 1 & wait")?;
    time::sleep(Duration::from_millis(50)).await;
    for line in deploy.cancel().await? {
        println!("{line}");
    }
    Ok(())
}

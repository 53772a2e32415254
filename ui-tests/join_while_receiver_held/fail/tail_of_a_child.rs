//@ expect: join_while_receiver_held
//@ effect: hang

use std::io;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

struct Tail {
    lines: mpsc::Receiver<String>,
    pump: JoinHandle<io::Result<usize>>,
    child: Child,
}

fn tail(script: &str) -> io::Result<Tail> {
    let mut child = Command::new("sh")
        .args(["-c", script])
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let stdout = child.stdout.take().expect("stdout is piped");
    let (sender, lines) = mpsc::channel(4);
    let pump = tokio::spawn(async move {
        let mut count = 0;
        let mut reader = BufReader::new(stdout).lines();
        while let Some(line) = reader.next_line().await? {
            if sender.send(line).await.is_err() {
                break;
            }
            count += 1;
        }
        Ok(count)
    });
    Ok(Tail { lines, pump, child })
}

impl Tail {
    async fn until(mut self, wanted: &str) -> io::Result<(bool, usize)> {
        let mut found = false;
        while let Some(line) = self.lines.recv().await {
            if line.contains(wanted) {
                found = true;
                break;
            }
        }
        let count = self.pump.await.map_err(io::Error::other)??; //~ join_while_receiver_held
        self.child.wait().await?;
        Ok((found, count))
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let tail = tail("for n in $(seq 1 50); do echo line $n; done")?;
    let (found, count) = tail.until("line 3").await?;
    println!("found: {found}, read enough: {}", count >= 3);
    Ok(())
}

//@ expect: none
//@ effect: none

use std::io;
use std::process::Stdio;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{ChildStdin, Command};

struct Feeder {
    stdin: ChildStdin,
    chunk: usize,
}

impl Feeder {
    async fn feed(mut self, text: String) -> io::Result<usize> {
        for part in text.as_bytes().chunks(self.chunk) {
            self.stdin.write_all(part).await?;
        }
        self.stdin.shutdown().await?;
        Ok(text.len())
    }
}

async fn shout(text: &str) -> io::Result<String> {
    let mut child = Command::new("tr").args(["a-z", "A-Z"]).stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
    let stdin = child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let feeder = Feeder { stdin, chunk: 7 };
    let fed = tokio::spawn(feeder.feed(text.to_owned()));
    let mut shouted = String::new();
    if let Some(mut stdout) = child.stdout.take() {
        stdout.read_to_string(&mut shouted).await?;
    }
    let status = child.wait().await?;
    let fed = fed.await.map_err(io::Error::other)??;
    println!("{fed} bytes, {status}");
    Ok(shouted)
}

#[tokio::main]
async fn main() -> io::Result<()> {
    println!("{}", shout("who wakes the one that is parked?").await?);
    Ok(())
}

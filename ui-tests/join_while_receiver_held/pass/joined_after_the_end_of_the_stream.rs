//@ expect: none
//@ effect: none

use std::io::{self, Write};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::sync::mpsc::{self, Receiver};
use tokio::task::JoinHandle;

struct Lines {
    lines: Receiver<String>,
    task: JoinHandle<io::Result<usize>>,
}

fn read_lines(input: impl AsyncRead + Unpin + Send + 'static) -> Lines {
    let (sender, lines) = mpsc::channel(1);
    let task = tokio::spawn(async move {
        let mut input = BufReader::new(input).lines();
        let mut count = 0;
        while let Some(line) = input.next_line().await? {
            count += 1;
            if sender.send(line).await.is_err() {
                break;
            }
        }
        Ok(count)
    });
    Lines { lines, task }
}

impl Lines {
    async fn copy_to(mut self, out: &mut impl Write) -> io::Result<usize> {
        let mut failed = None;
        while let Some(line) = self.lines.recv().await {
            if failed.is_none() {
                failed = writeln!(out, "{line}").err();
            }
        }
        let count = self.task.await.map_err(io::Error::other)??;
        failed.map_or(Ok(count), Err)
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let text = &b"one\ntwo\nthree\n"[..];
    let mut out = Vec::new();
    println!("{} lines", read_lines(text).copy_to(&mut out).await?);
    println!("{} bytes", out.len());
    let mut small = [0; 5];
    let copied = read_lines(text).copy_to(&mut &mut small[..]).await;
    println!("{:?}", copied.map_err(|err| err.kind()));
    Ok(())
}

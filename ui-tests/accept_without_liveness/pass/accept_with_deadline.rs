//@ expect: none
//@ effect: none

use std::io;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::process::Command;
use tokio::time;

#[derive(Debug)]
enum Start {
    Connected(u16),
    Late(Duration),
    Failed(io::ErrorKind),
}

struct Debuggee {
    patience: Duration,
    program: &'static str,
}

impl Debuggee {
    async fn start(&self) -> io::Result<Start> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let mut child = Command::new(self.program).arg("0.01").stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn()?;
        let start = match time::timeout(self.patience, listener.accept()).await {
            Ok(Ok((mut stream, peer))) => {
                stream.write_all(b"continue\n").await?;
                Start::Connected(peer.port())
            }
            Ok(Err(err)) => Start::Failed(err.kind()),
            Err(_) => Start::Late(self.patience),
        };
        let _ = child.kill().await;
        Ok(start)
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let debuggee = Debuggee { patience: Duration::from_millis(60), program: "sleep" };
    println!("{:?}", debuggee.start().await?);
    Ok(())
}

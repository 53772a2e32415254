//@ expect: none
//@ effect: none

use std::io;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;
use tokio::time;

struct Engine {
    program: &'static str,
    patience: Duration,
}

impl Engine {
    async fn connect(&self) -> io::Result<TcpStream> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let mut child = Command::new(self.program)
            .arg(address.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let accepted = time::timeout(self.patience, listener.accept()).await;
        let status = child.wait().await?;
        println!("{} left with {status}", self.program);
        let (stream, _) = accepted??;
        Ok(stream)
    }

    async fn banner(&self) -> io::Result<String> {
        let mut banner = String::new();
        self.connect().await?.read_to_string(&mut banner).await?;
        Ok(banner)
    }
}

#[tokio::main]
async fn main() {
    let patience = Duration::from_millis(50);
    for program in ["true", "false"] {
        let engine = Engine { program, patience };
        match engine.banner().await {
            Ok(banner) => println!("{program}: {banner}"),
            Err(err) => println!("{program}: {err}"),
        }
    }
}

//@ expect: none
//@ effect: none

use std::fs;
use std::io;
use std::process::{ExitCode, Stdio};
use std::time::Duration;

use tokio::process::{Child, Command};
use tokio::time;

struct Tunnel {
    host: &'static str,
    ssh: Child,
}

impl Tunnel {
    fn open(host: &'static str) -> io::Result<Tunnel> {
        let ssh = Command::new("sleep").arg("60").stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        Ok(Tunnel { host, ssh })
    }

    fn pid(&self) -> Option<u32> {
        self.ssh.id()
    }

    async fn close(mut self) -> io::Result<()> {
        self.ssh.kill().await?;
        println!("tunnel to {} closed", self.host);
        Ok(())
    }
}

fn state_of(pid: u32) -> Option<char> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    rest.trim_start().chars().next()
}

#[tokio::main]
async fn main() -> io::Result<ExitCode> {
    let mut pids = Vec::new();
    for host in ["alpha", "beta"] {
        let tunnel = Tunnel::open(host)?;
        pids.extend(tunnel.pid());
        tunnel.close().await?;
    }
    time::sleep(Duration::from_millis(50)).await;
    let zombies = pids.iter().filter(|&&pid| state_of(pid) == Some('Z'));
    match zombies.count() {
        0 => Ok(ExitCode::SUCCESS),
        n => {
            println!("{n} zombies");
            Ok(ExitCode::from(3))
        }
    }
}

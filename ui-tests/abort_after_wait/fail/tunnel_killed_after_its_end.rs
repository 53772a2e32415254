//@ expect: abort_after_wait
//@ effect: hang

use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

enum Mode {
    Graceful,
    Forced,
}

struct Tunnel {
    process: Option<Child>,
    host: String,
}

impl Tunnel {
    fn open(host: &str) -> io::Result<Tunnel> {
        let process = Command::new("tail")
            .args(["-f", "/dev/null"])
            .env("TUNNEL_HOST", host)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()?;
        Ok(Tunnel { process: Some(process), host: host.to_string() })
    }

    fn is_up(&mut self) -> bool {
        match self.process.as_mut().map(Child::try_wait) {
            Some(Ok(None)) => true,
            _ => false,
        }
    }

    fn close(&mut self, mode: Mode) -> io::Result<Option<ExitStatus>> {
        let Some(mut process) = self.process.take() else {
            return Ok(None);
        };
        if let Mode::Graceful = mode {
            println!("{}: closing", self.host);
        }
        let status = process.wait()?; //~ abort_after_wait
        process.kill()?;
        Ok(Some(status))
    }
}

fn main() -> io::Result<()> {
    let mut tunnel = Tunnel::open("build.example")?;
    std::thread::sleep(Duration::from_millis(50));
    println!("up: {}", tunnel.is_up());
    let status = tunnel.close(Mode::Graceful)?;
    println!("ended: {}", status.is_some());
    tunnel.close(Mode::Forced)?;
    Ok(())
}

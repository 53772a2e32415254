//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

struct Tunnel {
    child: Child,
    stdout: BufReader<ChildStdout>,
}

impl Tunnel {
    fn open(script: &str) -> io::Result<Tunnel> {
        let mut child = Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(Tunnel { child, stdout: BufReader::new(stdout) })
    }

    fn port(&mut self) -> io::Result<Option<u16>> {
        let mut line = String::new();
        while self.stdout.read_line(&mut line)? > 0 {
            if let Some(port) = line.trim().strip_prefix("port ") {
                return Ok(port.parse().ok());
            }
            line.clear();
        }
        Ok(None)
    }

    fn close(mut self) -> io::Result<bool> {
        self.child.kill()?;
        let status = self.child.wait()?;
        Ok(status.success())
    }
}

fn main() -> io::Result<()> {
    let mut tunnel = Tunnel::open("echo connected; echo port 8022; sleep 1 & wait")?;
    println!("{:?}", tunnel.port()?);
    println!("ended by itself: {}", tunnel.close()?);
    Ok(())
}

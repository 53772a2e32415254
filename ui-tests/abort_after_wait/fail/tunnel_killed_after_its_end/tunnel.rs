use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};

pub enum Mode {
    Graceful,
    Forced,
}

pub struct Tunnel {
    process: Option<Child>,
    host: String,
}

impl Tunnel {
    pub fn open(host: &str) -> io::Result<Tunnel> {
        let process = Command::new("tail")
            .args(["-f", "/dev/null"])
            .env("TUNNEL_HOST", host)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()?;
        Ok(Tunnel { process: Some(process), host: host.to_string() })
    }

    pub fn is_up(&mut self) -> bool {
        match self.process.as_mut().map(Child::try_wait) {
            Some(Ok(None)) => true,
            _ => false,
        }
    }

    pub fn close(&mut self, mode: Mode) -> io::Result<Option<ExitStatus>> {
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

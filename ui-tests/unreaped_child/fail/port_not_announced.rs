//@ expect: unreaped_child
//@ effect: zombie

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

struct Tunnel {
    child: Child,
    port: u16,
}

fn read_port(child: &mut Child) -> io::Result<u16> {
    let stdout = child.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
    let mut line = String::new();
    BufReader::new(stdout).read_line(&mut line)?;
    let port = line.trim().strip_prefix("port=").ok_or(io::ErrorKind::InvalidData)?;
    port.parse().map_err(io::Error::other)
}

impl Tunnel {
    fn open(script: &str) -> io::Result<Tunnel> {
        let mut child = Command::new("sh")
            .args(["-c", script])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let port = read_port(&mut child)?; //~ unreaped_child
        Ok(Tunnel { child, port })
    }

    fn close(mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }
}

fn zombies() -> io::Result<usize> {
    let me = std::process::id().to_string();
    let mut count = 0;
    for entry in fs::read_dir("/proc")?.flatten() {
        let Ok(stat) = fs::read_to_string(entry.path().join("stat")) else { continue };
        let Some((_, rest)) = stat.rsplit_once(") ") else { continue };
        let mut fields = rest.split(' ');
        count += usize::from(fields.next() == Some("Z") && fields.next() == Some(&me));
    }
    Ok(count)
}

fn main() -> io::Result<ExitCode> {
    let tunnel = Tunnel::open("echo port=8022; exec sleep 30")?;
    println!("tunnel on {}", tunnel.port);
    tunnel.close()?;
    for script in ["echo permission denied; exit 1", "echo port=none"] {
        match Tunnel::open(script) {
            Ok(tunnel) => tunnel.close()?,
            Err(err) => println!("no tunnel: {}", err.kind()),
        }
    }
    thread::sleep(Duration::from_millis(80));
    Ok(ExitCode::from(if zombies()? > 0 { 3 } else { 0 }))
}

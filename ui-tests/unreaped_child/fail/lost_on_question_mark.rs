//@ expect: unreaped_child
//@ effect: zombie

use std::fmt;
use std::fs;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
enum LaunchError {
    Io(std::io::Error),
    BadPort(String),
}

impl From<std::io::Error> for LaunchError {
    fn from(err: std::io::Error) -> Self {
        LaunchError::Io(err)
    }
}

impl fmt::Display for LaunchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LaunchError::Io(err) => err.fmt(f),
            LaunchError::BadPort(port) => write!(f, "bad port {port:?}"),
        }
    }
}

struct Server {
    child: Child,
    port: u16,
}

fn parse_port(text: &str) -> Result<u16, LaunchError> {
    text.parse().map_err(|_| LaunchError::BadPort(text.to_owned()))
}

fn launch(port: &str, pids: &mut Vec<u32>) -> Result<Server, LaunchError> {
    let child = Command::new("true").stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
    pids.push(child.id());
    let port = parse_port(port)?; //~ unreaped_child
    Ok(Server { child, port })
}

fn state_of(pid: u32) -> Option<char> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    rest.trim_start().chars().next()
}

fn main() -> ExitCode {
    let mut pids = Vec::new();
    for port in ["8080", "eighty"] {
        match launch(port, &mut pids) {
            Ok(mut server) => match server.child.wait() {
                Ok(status) => println!("port {}: {status}", server.port),
                Err(err) => eprintln!("port {}: {err}", server.port),
            },
            Err(err) => println!("not launched: {err}"),
        }
    }
    thread::sleep(Duration::from_millis(50));
    let zombies = pids.iter().filter(|&&pid| state_of(pid) == Some('Z'));
    match zombies.count() {
        0 => ExitCode::SUCCESS,
        n => {
            println!("{n} zombies");
            ExitCode::from(3)
        }
    }
}

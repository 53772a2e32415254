//@ expect: unreaped_child
//@ effect: zombie

use std::fs;
use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

struct Engine {
    child: Child,
    name: String,
}

fn first_line(child: &mut Child) -> io::Result<String> {
    let mut line = String::new();
    match child.stdout.take() {
        Some(stdout) => BufReader::new(stdout).read_line(&mut line)?,
        None => return Err(io::ErrorKind::BrokenPipe.into()),
    };
    Ok(line)
}

fn start(script: &str, pids: &mut Vec<u32>) -> Result<Engine, String> {
    let mut child = Command::new("sh")
        .args(["-c", script])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|err| err.to_string())?;
    pids.push(child.id());
    let banner = match first_line(&mut child) {
        Ok(banner) => banner,
        Err(err) => {
            let _ = child.kill();
            let _ = child.wait();
            return Err(err.to_string());
        }
    };
    let Some(name) = banner.strip_prefix("engine ") else {
        return Err(format!("not an engine: {:?}", banner.trim())); //~ unreaped_child
    };
    Ok(Engine { child, name: name.trim().to_owned() })
}

fn is_zombie(pid: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with('Z'))
}

fn verdict(pids: &[u32]) -> ExitCode {
    thread::sleep(Duration::from_millis(50));
    match pids.iter().filter(|&&pid| is_zombie(pid)).count() {
        0 => ExitCode::SUCCESS,
        n => {
            println!("{n} zombies");
            ExitCode::from(3)
        }
    }
}

fn main() -> ExitCode {
    let mut pids = Vec::new();
    for script in ["echo engine blue", "echo toaster"] {
        match start(script, &mut pids) {
            Ok(mut engine) => match engine.child.wait() {
                Ok(status) => println!("{}: {status}", engine.name),
                Err(err) => eprintln!("{}: {err}", engine.name),
            },
            Err(err) => println!("{err}"),
        }
    }
    verdict(&pids)
}

//@ expect: none
//@ effect: none

use std::fs;
use std::io;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

struct Browser {
    process: Child,
    profile: String,
}

impl Browser {
    fn launch(profile: &str) -> io::Result<Browser> {
        let process = Command::new("sleep").arg("60").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        Ok(Browser { process, profile: profile.to_owned() })
    }

    fn visit(&self, url: &str) -> String {
        format!("{}@{}: {url}", self.profile, self.process.id().min(1))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Err(err) = self.process.kill() {
            eprintln!("{}: {err}", self.profile);
        }
        let _ = self.process.wait();
    }
}

fn state_of(pid: u32) -> Option<char> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    rest.trim_start().chars().next()
}

fn main() -> io::Result<ExitCode> {
    let mut pids = Vec::new();
    for profile in ["work", "home"] {
        let browser = Browser::launch(profile)?;
        pids.push(browser.process.id());
        println!("{}", browser.visit("https://example.org"));
    }
    thread::sleep(Duration::from_millis(50));
    let zombies = pids.iter().filter(|&&pid| state_of(pid) == Some('Z'));
    match zombies.count() {
        0 => Ok(ExitCode::SUCCESS),
        n => {
            println!("{n} zombies");
            Ok(ExitCode::from(3))
        }
    }
}

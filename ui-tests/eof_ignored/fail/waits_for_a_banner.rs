//@ expect: eof_ignored
//@ effect: spin

use std::io::{self, BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

struct Emulator {
    child: Child,
    console: BufReader<ChildStdout>,
    line: String,
}

impl Emulator {
    fn boot(script: &str) -> io::Result<Emulator> {
        let mut child = Command::new("sh")
            .args(["-c", script])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let console = child.stdout.take().expect("stdout is piped");
        Ok(Emulator { child, console: BufReader::new(console), line: String::new() })
    }

    fn wait_for(&mut self, banner: &str) -> io::Result<()> {
        loop {
            self.line.clear();
            self.console.read_line(&mut self.line)?; //~ eof_ignored
            let line = self.line.trim_end();
            if line.starts_with(banner) {
                return Ok(());
            }
            if !line.is_empty() {
                println!("console: {line}");
            }
        }
    }

    fn halt(mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }
}

fn main() -> io::Result<()> {
    let mut good = Emulator::boot("echo memory ok; echo login:; exec sleep 60")?;
    good.wait_for("login")?;
    good.halt()?;

    let mut bad = Emulator::boot("echo memory ok; echo kernel panic")?;
    match bad.wait_for("login") {
        Ok(()) => println!("booted"),
        Err(err) => println!("did not boot: {}", err.kind()),
    }
    bad.child.wait().map(drop)
}

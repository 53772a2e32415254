//@ expect: unmet_contract
//@ effect: none

use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};

use must_abort::kills;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Manner {
    Polite,
    Forced,
}

struct Daemon {
    name: &'static str,
    child: Child,
}

impl Daemon {
    fn start(name: &'static str, arg: &str) -> io::Result<Daemon> {
        let child = Command::new(name).arg(arg).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        Ok(Daemon { name, child })
    }

    #[kills(self.child)]
    fn stop(&mut self, manner: Manner) -> io::Result<()> {
        if manner == Manner::Polite {
            println!("please stop, {}", self.name);
            return Ok(()); //~ unmet_contract
        }
        self.child.kill()
    }

    fn wait(mut self) -> io::Result<ExitStatus> {
        self.child.wait()
    }
}

fn main() -> io::Result<()> {
    for (arg, manner) in [("0", Manner::Polite), ("60", Manner::Forced)] {
        let mut daemon = Daemon::start("sleep", arg)?;
        if let Err(err) = daemon.stop(manner) {
            eprintln!("{manner:?}: {err}");
        }
        let status = daemon.wait()?;
        println!("ended by itself: {}", status.success());
    }
    Ok(())
}

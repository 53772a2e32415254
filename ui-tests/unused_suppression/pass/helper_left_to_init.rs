//@ expect: none
//@ effect: none

use std::io;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

struct Beeper {
    program: &'static str,
}

impl Beeper {
    fn command(&self) -> Command {
        let mut command = Command::new(self.program);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    fn spawn(&self) -> io::Result<Child> {
        self.command().spawn()
    }

    #[must_abort::allow_hang(unreaped_child, reason = "the program ends soon after, and init reaps what it leaves")]
    fn beep(&self) -> io::Result<()> {
        let child = self.spawn()?;
        println!("beep {}", child.id() > 0);
        Ok(())
    }
}

fn main() -> io::Result<()> {
    let beeper = Beeper { program: "true" };
    for _ in 0..2 {
        beeper.beep()?;
        thread::sleep(Duration::from_millis(10));
    }
    thread::sleep(Duration::from_millis(20));
    println!("done");
    Ok(())
}

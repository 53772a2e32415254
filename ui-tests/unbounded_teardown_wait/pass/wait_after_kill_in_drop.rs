//@ expect: none
//@ effect: none

use std::io;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

struct Tail {
    child: Child,
    exits: u32,
}

impl Tail {
    fn follow(file: &str) -> io::Result<Tail> {
        let child = Command::new("tail").args(["-f", file]).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        Ok(Tail { child, exits: 0 })
    }

    fn restart(&mut self, file: &str) -> io::Result<()> {
        let next = Tail::follow(file)?;
        let last = std::mem::replace(self, next);
        self.exits = last.exits + 1;
        Ok(())
    }
}

impl Drop for Tail {
    fn drop(&mut self) {
        let _ = self.child.kill();
        match self.child.wait() {
            Ok(status) => println!("tail ended by itself: {}", status.success()),
            Err(err) => eprintln!("tail: {err}"),
        }
    }
}

fn changes() -> Receiver<&'static str> {
    let (sender, changes) = channel();
    thread::spawn(move || {
        for file in ["/dev/zero", "/dev/null"] {
            thread::sleep(Duration::from_millis(5));
            if sender.send(file).is_err() {
                return;
            }
        }
    });
    changes
}

fn main() -> io::Result<()> {
    let mut tail = Tail::follow("/dev/null")?;
    for file in changes() {
        println!("now {file}");
        if file != "/dev/zero" {
            tail.restart(file)?;
        }
    }
    println!("{} restarts", tail.exits);
    Ok(())
}

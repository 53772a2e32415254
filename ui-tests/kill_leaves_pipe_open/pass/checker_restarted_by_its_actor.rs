//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::ops::{Deref, DerefMut};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

struct KilledOnDrop(Child);

impl Deref for KilledOnDrop {
    type Target = Child;
    fn deref(&self) -> &Child {
        &self.0
    }
}

impl DerefMut for KilledOnDrop {
    fn deref_mut(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for KilledOnDrop {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

struct Check {
    child: KilledOnDrop,
    reader: thread::JoinHandle<io::Result<bool>>,
    messages: Receiver<String>,
}

impl Check {
    fn spawn(mut command: Command) -> io::Result<Check> {
        command.stdout(Stdio::piped()).stdin(Stdio::null());
        let mut child = KilledOnDrop(command.spawn()?);
        let stdout = child.stdout.take().unwrap();
        let (sender, messages) = mpsc::channel();
        let reader = thread::spawn(move || read_messages(stdout, sender));
        Ok(Check { child, reader, messages })
    }

    fn cancel(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if self.reader.is_finished() {
            println!("{} messages are dropped", self.messages.try_iter().count());
        }
    }
}

fn read_messages(stdout: ChildStdout, sender: Sender<String>) -> io::Result<bool> {
    let mut any = false;
    for line in BufReader::new(stdout).lines() {
        any = true;
        if sender.send(line?).is_err() {
            break;
        }
    }
    Ok(any)
}

enum Restart {
    Yes,
    No,
}

struct CheckActor {
    check: Option<Check>,
}

impl CheckActor {
    fn run(mut self, inbox: Receiver<Restart>) {
        while let Ok(restart) = inbox.recv() {
            self.cancel_check();
            if let Restart::Yes = restart {
                let mut command = Command::new("sh");
                command.args(["-c", "echo checking; sleep 2 & wait"]);
                match Check::spawn(command) {
                    Ok(check) => self.check = Some(check),
                    Err(error) => eprintln!("can't check: {error}"),
                }
            }
        }
        self.cancel_check();
    }

    fn cancel_check(&mut self) {
        if let Some(check) = self.check.take() {
            check.cancel();
        }
    }
}

fn main() {
    let (restarts, inbox) = mpsc::channel();
    let actor = thread::spawn(move || CheckActor { check: None }.run(inbox));
    restarts.send(Restart::Yes).unwrap();
    thread::sleep(Duration::from_millis(100));
    restarts.send(Restart::No).unwrap();
    drop(restarts);
    actor.join().unwrap();
}

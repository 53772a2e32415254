//@ expect: none
//@ effect: none

//! A small job runner: each job's output is read by a thread of its own, and who asked for it stands in a table that all
//! readers share. A job that is killed leaves its reader to itself: nobody joins it, nobody waits for its answer.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

type Table = Arc<Mutex<Vec<(u32, Sender<String>)>>>;

struct Job {
    child: Child,
    answer: Receiver<String>,
}

#[derive(Default)]
struct Runner {
    pending: Table,
    next: u32,
}

impl Runner {
    fn start(&mut self, command: &mut Command) -> io::Result<Job> {
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let Some(mut output) = child.stdout.take() else {
            return Err(io::Error::other("no output"));
        };
        let (asker, answer) = channel();
        let id = self.next;
        self.next += 1;
        if let Ok(mut pending) = self.pending.lock() {
            pending.push((id, asker));
        }
        let table = Arc::clone(&self.pending);
        thread::spawn(move || {
            let mut text = String::new();
            let _ = output.read_to_string(&mut text);
            if let Ok(mut pending) = table.lock()
                && let Some(at) = pending.iter().position(|(known, _)| *known == id)
            {
                let (_, asker) = pending.swap_remove(at);
                let _ = asker.send(text);
            }
        });
        Ok(Job { child, answer })
    }
}

fn main() -> io::Result<()> {
    let mut runner = Runner::default();
    let mut slow = runner.start(Command::new("sleep").arg("9"))?;
    slow.child.kill()?;
    slow.child.wait()?;
    drop(slow.answer);
    let mut quick = runner.start(Command::new("echo").arg("done"))?;
    println!("{:?}", quick.answer.recv());
    quick.child.wait()?;
    Ok(())
}

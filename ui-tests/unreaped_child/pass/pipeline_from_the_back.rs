//@ expect: none
//@ effect: none

// Whoever is done with a pipeline sends it to the undertaker, who kills the last process and waits for each from the back: the one that was
// killed comes first.

use std::io::{self, Read};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use std::{fs, mem, thread};

struct Pipeline {
    children: Vec<Child>,
    undertaker: Sender<Vec<Child>>,
}

impl Pipeline {
    fn play(seconds: &str, undertaker: &Sender<Vec<Child>>) -> io::Result<Pipeline> {
        let child = Command::new("sh").args(["-c", "echo playing; exec sleep $0", seconds]).stdout(Stdio::piped()).spawn()?;
        Ok(Pipeline { children: vec![child], undertaker: undertaker.clone() })
    }
}

impl Read for Pipeline {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.children.last_mut().and_then(|child| child.stdout.as_mut()) {
            Some(stdout) => stdout.read(buffer),
            None => Ok(0),
        }
    }
}

impl Drop for Pipeline {
    fn drop(&mut self) {
        if let Err(mpsc::SendError(children)) = self.undertaker.send(mem::take(&mut self.children)) {
            clean_up(children);
        }
    }
}

fn clean_up(mut children: Vec<Child>) {
    let attempt = if let Some(child) = children.last_mut() {
        child.kill()
    } else {
        return;
    };
    let attempt = attempt.and_then(|()| children.iter_mut().rev().try_for_each(|child| child.wait().map(|_| ())));
    if let Err(error) = attempt {
        println!("waiting for a process: {error}");
    }
}

fn bury(done: Receiver<Vec<Child>>) {
    for children in done {
        clean_up(children);
    }
}

fn zombies() -> usize {
    let me = std::process::id().to_string();
    let is_mine = |entry: &fs::DirEntry| {
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let mut fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        fields.next() == Some("Z") && fields.next() == Some(me.as_str())
    };
    fs::read_dir("/proc").map_or(0, |entries| entries.flatten().filter(is_mine).count())
}

fn main() -> ExitCode {
    let (undertaker, done) = mpsc::channel();
    let thread = thread::spawn(move || bury(done));
    match Pipeline::play("30", &undertaker) {
        Ok(mut pipeline) => {
            let mut buffer = [0; 16];
            println!("read: {:?}", pipeline.read(&mut buffer));
        }
        Err(error) => println!("no pipeline: {error}"),
    }
    drop(undertaker);
    println!("buried: {}", thread.join().is_ok());
    thread::sleep(Duration::from_millis(20));
    if zombies() > 0 { ExitCode::from(3) } else { ExitCode::SUCCESS }
}

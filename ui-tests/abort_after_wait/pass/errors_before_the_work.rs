//@ expect: none
//@ effect: none

//! Workers that may fail before they begin, each of which ends for all that: by a deadline, by the end of what it reads, by what it was
//! told, or since it says that it could not.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

fn one() -> io::Result<()> {
    let (ours, mut theirs) = UnixStream::pair()?;
    theirs.set_read_timeout(Some(Duration::from_millis(20)))?;
    let probe = thread::spawn(move || -> io::Result<usize> {
        let mut buf = [0; 8];
        let n = theirs.read(&mut buf)?;
        Ok(n)
    });
    println!("{:?}", probe.join().map(|r| r.is_ok()));
    drop(ours);
    Ok(())
}
fn two() {
    let (tx, rx) = mpsc::channel();
    let lines = thread::spawn(move || -> io::Result<()> {
        let file = File::open("/etc/hostname")?;
        for line in BufReader::new(file).lines() {
            if tx.send(line?).is_err() {
                break;
            }
        }
        Ok(())
    });
    for line in rx {
        println!("{line}");
    }
    let _ = lines.join();
}
fn three() {
    let (tx, rx) = mpsc::channel::<u32>();
    let worker = thread::spawn(move || {
        let Ok(mut log) = File::create("/dev/null") else { return };
        while let Ok(n) = rx.recv() {
            if writeln!(log, "{n}").is_err() {
                return;
            }
        }
    });
    let _ = tx.send(1);
    drop(tx);
    let _ = worker.join();
}
fn four() {
    let (tx, rx) = mpsc::channel::<u32>();
    let worker = thread::spawn(move || -> Result<u32, RecvTimeoutError> {
        let first = rx.recv_timeout(Duration::from_millis(10))?;
        Ok(first)
    });
    println!("{:?}", worker.join());
    drop(tx);
}
fn five() -> io::Result<()> {
    // the answer tells whether it could begin
    let (ready, is_ready) = mpsc::channel::<io::Result<()>>();
    let worker = thread::spawn(move || {
        let file = match File::open("/etc/hostname") {
            Ok(f) => f,
            Err(e) => {
                let _ = ready.send(Err(e));
                return;
            }
        };
        let _ = ready.send(Ok(()));
        drop(ready);
        println!("{}", BufReader::new(file).lines().count());
    });
    is_ready.recv().map_err(io::Error::other)??;
    let _ = worker.join();
    Ok(())
}
fn six() {
    let (tx, rx) = mpsc::channel::<u32>();
    let worker = thread::spawn(move || {
        if File::open("/nonexistent").is_err() {
            return 0;
        }
        let mut sum = 0;
        loop {
            match rx.recv_timeout(Duration::from_millis(5)) {
                Ok(n) => sum += n,
                Err(RecvTimeoutError::Timeout) => return sum,
                Err(_) => return sum,
            }
        }
    });
    println!("{:?}", worker.join());
    drop(tx);
}
fn seven() -> io::Result<()> {
    let mut child = std::process::Command::new("cat")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let feed = thread::spawn(move || -> io::Result<()> {
        stdin.write_all(b"x\n")?;
        stdin.flush()?;
        Ok(())
    });
    let mut out = String::new();
    stdout.read_to_string(&mut out)?;
    let _ = feed.join();
    child.wait()?;
    println!("{out}");
    Ok(())
}
fn main() {
    one().unwrap();
    two();
    three();
    four();
    five().unwrap();
    six();
    seven().unwrap();
}

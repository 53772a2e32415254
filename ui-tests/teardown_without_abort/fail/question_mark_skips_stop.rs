//@ expect: teardown_without_abort
//@ effect: hang

use std::fmt;
use std::sync::mpsc::{self, Receiver};
use std::thread;

enum Job {
    Resize { width: u32, height: u32 },
    Finish,
}

#[derive(Debug)]
struct BadSize(String);

impl fmt::Display for BadSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a size: {:?}", self.0)
    }
}

fn parse(size: &str) -> Result<(u32, u32), BadSize> {
    let bad = || BadSize(size.to_owned());
    let (width, height) = size.split_once('x').ok_or_else(bad)?;
    let width = width.parse().map_err(|_| bad())?;
    let height = height.parse().map_err(|_| bad())?;
    Ok((width, height))
}

fn resize(jobs: &Receiver<Job>) -> u64 {
    let mut pixels = 0;
    loop {
        match jobs.recv() {
            Ok(Job::Resize { width, height }) => pixels += u64::from(width) * u64::from(height),
            Ok(Job::Finish) | Err(_) => return pixels,
        }
    }
}

fn resize_all(sizes: &[&str]) -> Result<u64, BadSize> {
    let (jobs, inbox) = mpsc::channel();
    thread::scope(|scope| {
        let resizer = scope.spawn(move || resize(&inbox));
        for size in sizes {
            let (width, height) = parse(size)?; //~ teardown_without_abort
            let _ = jobs.send(Job::Resize { width, height });
        }
        let _ = jobs.send(Job::Finish);
        Ok(resizer.join().unwrap_or(0))
    })
}

fn main() {
    for sizes in [&["2x2", "4x4"][..], &["3x3", "wide"]] {
        match resize_all(sizes) {
            Ok(pixels) => println!("{pixels} pixels"),
            Err(err) => println!("{err}"),
        }
    }
}

//@ expect: none
//@ effect: none

use std::fmt;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

#[derive(Debug)]
struct UploadError(String);

impl fmt::Display for UploadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "upload failed: {}", self.0)
    }
}

enum Progress {
    Sent { name: String, bytes: usize },
    Finished,
}

fn show(progress: &Receiver<Progress>) -> usize {
    let mut total = 0;
    loop {
        match progress.recv() {
            Ok(Progress::Sent { name, bytes }) => {
                total += bytes;
                println!("{name}: {bytes} bytes, {total} in all");
            }
            Ok(Progress::Finished) | Err(_) => return total,
        }
    }
}

fn upload(name: &str, progress: &Sender<Progress>) -> Result<(), UploadError> {
    if name.ends_with(".tmp") {
        return Err(UploadError(name.to_string()));
    }
    let sent = Progress::Sent { name: name.to_string(), bytes: name.len() * 100 };
    progress.send(sent).map_err(|_| UploadError("nobody shows it".to_string()))
}

fn upload_all(names: &[&str]) -> Result<usize, UploadError> {
    let (progress, shown) = mpsc::channel();
    thread::scope(|scope| {
        let bar = scope.spawn(move || show(&shown));
        for name in names {
            if let Err(err) = upload(name, &progress) {
                let _ = progress.send(Progress::Finished);
                return Err(err);
            }
        }
        let _ = progress.send(Progress::Finished);
        Ok(bar.join().unwrap_or(0))
    })
}

fn main() {
    match upload_all(&["index.html", "logo.png"]) {
        Ok(total) => println!("done: {total}"),
        Err(err) => println!("{err}"),
    }
    match upload_all(&["index.html", "draft.tmp", "logo.png"]) {
        Ok(total) => println!("done: {total}"),
        Err(err) => println!("{err}"),
    }
}

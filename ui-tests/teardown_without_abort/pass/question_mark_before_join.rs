//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Counts {
    words: AtomicUsize,
    lines: AtomicUsize,
}

fn warm_up(counts: Arc<Counts>, rounds: usize) -> JoinHandle<()> {
    thread::spawn(move || {
        for _ in 0..rounds {
            counts.words.fetch_add(0, Ordering::Relaxed);
            thread::sleep(Duration::from_millis(1));
        }
    })
}

fn count(input: impl Read, counts: &Arc<Counts>) -> io::Result<usize> {
    let warm = warm_up(Arc::clone(counts), 5);
    for line in BufReader::new(input).lines() {
        let words = line?.split_whitespace().count();
        counts.words.fetch_add(words, Ordering::Relaxed);
        counts.lines.fetch_add(1, Ordering::Relaxed);
    }
    if counts.lines.load(Ordering::Relaxed) == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    if warm.join().is_err() {
        eprintln!("the warm-up failed");
    }
    Ok(counts.words.load(Ordering::Relaxed))
}

fn main() {
    for input in [&b"one two\nthree"[..], b"\xff\xff", b""] {
        let counts = Arc::new(Counts::default());
        match count(input, &counts) {
            Ok(words) => println!("{words} words"),
            Err(err) => println!("{err}"),
        }
    }
}

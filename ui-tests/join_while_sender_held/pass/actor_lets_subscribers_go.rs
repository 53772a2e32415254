//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

type Lines = Receiver<String>;

enum Request {
    Follow { name: &'static str, lines: Sender<String> },
    Unfollow { name: &'static str },
    Lines { lines: Sender<String> },
    Write(String),
    Rotate,
}

/// A journal that is followed, for a while or until it is rotated, and asked for what it has.
#[derive(Default)]
struct Journal {
    lines: Vec<String>,
    followers: HashMap<&'static str, Sender<String>>,
}

impl Journal {
    fn serve(mut self, requests: Receiver<Request>) -> usize {
        for request in requests {
            match request {
                Request::Follow { name, lines } => {
                    self.followers.insert(name, lines);
                }
                Request::Unfollow { name } => {
                    self.followers.remove(name);
                }
                Request::Lines { lines } => {
                    self.lines.iter().for_each(|line| drop(lines.send(line.clone())));
                }
                Request::Write(line) => {
                    self.followers.retain(|_, follower| follower.send(line.clone()).is_ok());
                    self.lines.push(line);
                }
                Request::Rotate => {
                    self.lines.clear();
                    self.followers.clear();
                }
            }
        }
        self.lines.len()
    }
}

fn follow(journal: &Sender<Request>, name: &'static str) -> JoinHandle<usize> {
    let (lines, followed): (_, Lines) = mpsc::channel();
    let _ = journal.send(Request::Follow { name, lines });
    thread::spawn(move || followed.iter().map(|line| line.len()).sum())
}

fn all_lines(journal: &Sender<Request>) -> Vec<String> {
    let (lines, answer) = mpsc::channel();
    let _ = journal.send(Request::Lines { lines });
    answer.iter().collect()
}

fn main() {
    let (journal, requests) = mpsc::channel();
    let server = thread::spawn(move || Journal::default().serve(requests));
    let tail = follow(&journal, "tail");
    let mail = follow(&journal, "mail");
    for line in ["up", "listening", "a request"] {
        let _ = journal.send(Request::Write(line.to_owned()));
    }
    println!("{} lines", all_lines(&journal).len());
    let _ = journal.send(Request::Unfollow { name: "tail" });
    println!("tail saw {} bytes", tail.join().unwrap_or(0));
    let _ = journal.send(Request::Rotate);
    println!("mail saw {} bytes", mail.join().unwrap_or(0));
    drop(journal);
    println!("{} lines are left", server.join().unwrap_or(0));
}

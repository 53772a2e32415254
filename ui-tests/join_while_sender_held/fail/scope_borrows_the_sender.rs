//@ expect: join_while_sender_held
//@ effect: hang

use std::fmt::Display;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

#[derive(Default)]
struct Transcript {
    lines: Mutex<Vec<String>>,
}

struct Speaker<'a> {
    name: &'a str,
    floor: &'a Sender<String>,
}

impl Speaker<'_> {
    fn say(&self, text: impl Display) {
        if self.floor.send(format!("{}: {text}", self.name)).is_err() {
            eprintln!("{} was not heard", self.name);
        }
    }
}

impl Transcript {
    fn write(&self, floor: &Receiver<String>) {
        while let Ok(line) = floor.recv() {
            if let Ok(mut lines) = self.lines.lock() {
                lines.push(line);
            }
        }
    }

    fn print(&self) {
        if let Ok(mut lines) = self.lines.lock() {
            lines.sort();
            println!("{}", lines.join("\n"));
        }
    }
}

fn debate(topic: &str, transcript: &Transcript) {
    let (floor, speech) = channel();
    thread::scope(|scope| { //~ join_while_sender_held
        scope.spawn(move || transcript.write(&speech));
        for name in ["ann", "bob"] {
            let speaker = Speaker { name, floor: &floor };
            speaker.say(format_args!("I am against {topic}"));
        }
    });
    println!("the debate on {topic} is over");
}

fn main() {
    let transcript = Transcript::default();
    debate("hanging programs", &transcript);
    transcript.print();
}

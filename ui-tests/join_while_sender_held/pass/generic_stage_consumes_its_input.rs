//@ expect: none
//@ effect: none

use std::thread::{self, JoinHandle};

use flume::{Receiver, Sender};

struct Stage<In, Out> {
    input: Sender<In>,
    thread: JoinHandle<Vec<Out>>,
}

impl<In: Send + 'static, Out: Send + 'static> Stage<In, Out> {
    fn new(work: impl Fn(In) -> Option<Out> + Send + 'static) -> Self {
        let (input, items): (Sender<In>, Receiver<In>) = flume::bounded(4);
        let thread = thread::spawn(move || items.iter().filter_map(work).collect());
        Stage { input, thread }
    }

    fn feed(self, items: impl IntoIterator<Item = In>) -> JoinHandle<Vec<Out>> {
        for item in items {
            if self.input.send(item).is_err() {
                break;
            }
        }
        self.thread
    }
}

fn parse(text: &str) -> Option<i32> {
    text.trim().parse().ok()
}

fn run(texts: &[&'static str]) -> Option<Vec<String>> {
    let parser = Stage::new(parse);
    let numbers = parser.feed(texts.iter().copied()).join().ok()?;
    let printer = Stage::new(|number: i32| (number > 0).then(|| format!("<{number}>")));
    printer.feed(numbers).join().ok()
}

fn main() {
    match run(&["1", " 22", "three", "-4"]) {
        Some(texts) => println!("{}", texts.join(" ")),
        None => eprintln!("a stage panicked"),
    }
}

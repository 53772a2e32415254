//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

struct Section {
    title: &'static str,
    lines: Vec<&'static str>,
}

/// Prints lines in the background.
struct Printer {
    lines: Option<Sender<String>>,
    thread: Option<JoinHandle<usize>>,
}

fn print_all(lines: Receiver<String>) -> usize {
    let mut printed = 0;
    for line in lines {
        println!("{line}");
        printed += 1;
    }
    printed
}

impl Printer {
    fn start() -> Self {
        let (lines, inbox) = mpsc::channel();
        Printer { lines: Some(lines), thread: Some(thread::spawn(move || print_all(inbox))) }
    }

    fn print(&self, line: &str) {
        if let Some(lines) = &self.lines {
            let _ = lines.send(line.to_owned());
        }
    }
}

/// Goes down through the sections, and says where the last one is done.
fn descend(sections: &[Section], level: usize, print: &dyn Fn(&str), at_bottom: &mut dyn FnMut(&str)) {
    let section = &sections[sections.len() - level];
    section.lines.iter().for_each(|line| print(line));
    match level {
        1 => at_bottom(section.title),
        _ => descend(sections, level - 1, print, at_bottom),
    }
}

fn main() {
    let mut printer = Printer::start();
    let section = |title, line| Section { title, lines: vec![line] };
    let sections = [
        section("preface", "to the reader"),
        section("parts", "of the whole"),
        section("chapters", "of a part"),
        section("notes", "to all that"),
        section("index", "from a to z"),
    ];
    let mut last = String::new();
    for section in &sections {
        printer.print(section.title);
    }
    descend(&sections, 5, &|line| println!("{line}"), &mut |title| {
        last.push_str(title);
        printer.lines.take();
    });
    if let Some(thread) = printer.thread.take() {
        println!("{} titles, the last {last}", thread.join().expect("the printer panicked"));
    }
    drop(printer.lines.take());
}

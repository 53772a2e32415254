//@ expect: none
//@ effect: none

//! An application that reads its own lines, for it feeds itself: an error of whoever looks at a line is how it is told to leave.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
struct Stop;
struct App {
    tx: Sender<String>,
    rx: Receiver<String>,
    handlers: Vec<Box<dyn FnMut(&str) -> Result<(), Stop>>>,
}
impl App {
    fn new() -> Self {
        let (tx, rx) = mpsc::channel();
        App {
            tx,
            rx,
            handlers: Vec::new(),
        }
    }
    fn on(&mut self, f: impl FnMut(&str) -> Result<(), Stop> + 'static) {
        self.handlers.push(Box::new(f));
    }
    fn feed(&self, lines: Vec<String>) {
        let tx = self.tx.clone();
        thread::spawn(move || {
            for l in lines {
                let _ = tx.send(l);
            }
        });
    }
    fn run(&mut self) -> Result<(), Stop> {
        while let Ok(line) = self.rx.recv() {
            for h in &mut self.handlers {
                h(&line)?;
            }
        }
        Ok(())
    }
    fn run_words(&mut self) -> Result<(), Stop> {
        for line in self.rx.iter() {
            check(&line)?;
        }
        Ok(())
    }
    fn run_count(&mut self) -> Result<u32, u32> {
        let mut n = 0;
        for line in self.rx.iter() {
            n += line.len() as u32;
            if n > 5 {
                return Err(n);
            }
        }
        Ok(n)
    }
}
fn check(line: &str) -> Result<(), Stop> {
    if line.trim() == "quit" {
        return Err(Stop);
    }
    println!("{line}");
    Ok(())
}
fn main() {
    let mut app = App::new();
    let mut n = 0;
    app.on(move |l| {
        n += 1;
        println!("{l}");
        if n > 1 {
            Err(Stop)
        } else {
            Ok(())
        }
    });
    app.feed(vec!["a".into(), "b".into()]);
    let _ = app.run();
    app.feed(vec!["a".into(), "quit".into()]);
    let _ = app.run_words();
    app.feed(vec!["aaaa".into(), "quit".into()]);
    let _ = app.run_count();
}

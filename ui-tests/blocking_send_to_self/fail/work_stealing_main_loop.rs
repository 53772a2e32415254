//@ expect: blocking_send_to_self
//@ effect: hang

use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};

#[derive(Debug)]
enum Event {
    Input(String),
    Redraw { line: usize },
    Quit,
}

struct App {
    events: Receiver<Event>,
    proxy: Sender<Event>,
    lines: Vec<String>,
    redrawn: usize,
}

impl App {
    fn new() -> App {
        let (proxy, events) = bounded(3);
        App { events, proxy, lines: Vec::new(), redrawn: 0 }
    }

    fn input(&mut self, text: String) {
        self.lines.push(text);
        for line in 0..self.lines.len() {
            let redraw = Event::Redraw { line };
            self.proxy.send(redraw).ok(); //~ blocking_send_to_self
        }
    }

    fn run(mut self) -> usize {
        loop {
            match self.events.recv() {
                Ok(Event::Input(text)) => self.input(text),
                Ok(Event::Redraw { line }) => {
                    self.redrawn += usize::from(line < self.lines.len());
                }
                Ok(Event::Quit) | Err(_) => return self.redrawn,
            }
        }
    }
}

fn main() {
    let app = App::new();
    let keyboard = app.proxy.clone();
    let typist = thread::spawn(move || {
        for text in ["a", "b", "c", "d", "e", "f"] {
            if keyboard.send(Event::Input(text.to_owned())).is_err() {
                return;
            }
        }
        let _ = keyboard.send(Event::Quit);
    });
    println!("redrawn: {}", app.run() > 0);
    if typist.join().is_err() {
        eprintln!("the typist left");
    }
}

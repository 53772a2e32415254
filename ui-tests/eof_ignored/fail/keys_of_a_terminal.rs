//@ expect: eof_ignored
//@ effect: spin

use futures::StreamExt;
use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use std::thread;

#[derive(Debug)]
enum Input {
    Key(char),
    Resize(u16, u16),
}

struct Terminal {
    inputs: UnboundedReceiver<Input>,
    text: String,
    size: (u16, u16),
}

impl Terminal {
    async fn edit(&mut self) -> &str {
        loop {
            if let Some(input) = self.inputs.next().await { //~ eof_ignored
                match input {
                    Input::Key('\n') => break,
                    Input::Key(key) => self.text.push(key),
                    Input::Resize(columns, rows) => self.size = (columns, rows),
                }
            }
        }
        &self.text
    }
}

fn main() {
    let (keys, inputs) = unbounded();
    let typist = thread::spawn(move || {
        for key in "hello".chars() {
            keys.unbounded_send(Input::Key(key)).unwrap();
        }
        keys.unbounded_send(Input::Resize(80, 24)).unwrap();
    });
    let mut terminal = Terminal {
        inputs,
        text: String::new(),
        size: (0, 0),
    };
    let text = futures::executor::block_on(terminal.edit()).to_string();
    println!("{text:?} on {:?}", terminal.size);
    typist.join().unwrap();
}

//@ expect: none
//@ effect: none

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

/// What a window and its dialogs share: the threads that work for them.
#[derive(Clone, Default)]
struct Background {
    running: Rc<RefCell<Vec<JoinHandle<usize>>>>,
}

impl Background {
    fn start(&self, work: impl FnOnce() -> usize + Send + 'static) {
        self.running.borrow_mut().push(thread::spawn(work));
    }

    fn settle(&self) -> usize {
        let mut total = 0;
        for thread in self.running.borrow_mut().drain(..) {
            total += thread.join().unwrap_or(0);
        }
        total
    }
}

struct Dialog {
    background: Background,
    lines: Sender<String>,
}

impl Dialog {
    fn open(background: &Background) -> Dialog {
        let (lines, inbox) = mpsc::channel::<String>();
        background.start(move || {
            let mut bytes = 0;
            for line in inbox {
                bytes += line.len();
            }
            bytes
        });
        Dialog { background: background.clone(), lines }
    }

    fn typed(&self, line: &str) {
        let _ = self.lines.send(line.to_owned());
    }

    fn close(self) -> usize {
        let Dialog { background, lines } = self;
        drop(lines);
        let bytes = background.settle();
        bytes
    }
}

fn main() {
    let background = Background::default();
    let dialog = Dialog::open(&background);
    dialog.typed("hello");
    dialog.typed("there");
    println!("{} bytes", dialog.close());
    println!("{} left", background.running.borrow().len());
}

//@ expect: join_while_sender_held
//@ effect: hang

use std::fmt::Display;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

struct JoinOnDrop(Option<JoinHandle<()>>);

impl JoinOnDrop {
    fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<Self> {
        let handle = thread::Builder::new().name(name.to_owned()).spawn(work)?;
        Ok(JoinOnDrop(Some(handle)))
    }
}

impl Drop for JoinOnDrop {
    fn drop(&mut self) {
        if let Some(handle) = self.0.take() {
            let _ = handle.join(); //~ join_while_sender_held
        }
    }
}

struct Console {
    _printer: JoinOnDrop,
    lines: SyncSender<String>,
}

impl Console {
    fn open(prefix: &'static str) -> std::io::Result<Console> {
        let (lines, inbox) = sync_channel::<String>(8);
        let printer = JoinOnDrop::spawn("console", move || {
            for (number, line) in inbox.iter().enumerate() {
                println!("{prefix}{number}: {line}");
            }
        })?;
        Ok(Console {
            _printer: printer,
            lines,
        })
    }

    fn print(&self, line: impl Display) {
        if self.lines.send(line.to_string()).is_err() {
            eprintln!("the console is gone");
        }
    }
}

fn main() -> std::io::Result<()> {
    let console = Console::open("> ")?;
    console.print("ready");
    console.print(format_args!("{} lines so far", 1));
    Ok(())
}

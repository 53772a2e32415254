//@ expect: orphaned_replies
//@ effect: hang

mod client;

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::thread;

use client::Client;

fn serve(stream: UnixStream) -> std::io::Result<()> {
    let mut writer = stream.try_clone()?;
    for line in BufReader::new(stream).lines() {
        let line = line?;
        match line.split_once(' ') {
            Some((_, "bye")) | None => break,
            Some((id, text)) => writeln!(writer, "{id} {}", text.to_uppercase())?,
        }
    }
    writer.shutdown(std::net::Shutdown::Both)
}

fn main() -> std::io::Result<()> {
    let (ours, theirs) = UnixStream::pair()?;
    thread::spawn(move || serve(theirs));
    let client = Client::new(ours)?;
    for text in ["hello", "bye"] {
        match client.ask(text) {
            Some(reply) => println!("{reply}"),
            None => println!("no reply to {text}"),
        }
    }
    Ok(())
}

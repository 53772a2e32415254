//@ expect: none
//@ effect: none

use std::thread;

use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};

enum Event {
    Key(char),
    Echo(char),
    Quit,
}

// What does not fit is kept, and goes out when there is room again.
fn run(events: Receiver<Event>, own: &Sender<Event>) -> String {
    let mut text = String::new();
    let mut waiting = Vec::new();
    loop {
        match events.recv() {
            Ok(Event::Key(key)) => {
                waiting.push(key);
                waiting.push(key);
            }
            Ok(Event::Echo(key)) => text.push(key),
            Ok(Event::Quit) | Err(_) => break,
        }
        while let Some(key) = waiting.pop() {
            match own.try_send(Event::Echo(key)) {
                Ok(()) => {}
                Err(TrySendError::Full(_)) => {
                    text.push(key);
                    break;
                }
                Err(TrySendError::Disconnected(_)) => return text,
            }
        }
    }
    text
}

fn main() {
    let (sender, events) = bounded(2);
    let keyboard = sender.clone();
    let typist = thread::spawn(move || {
        for key in "hello".chars() {
            if keyboard.send(Event::Key(key)).is_err() {
                return;
            }
        }
        if keyboard.send(Event::Quit).is_err() {
            eprintln!("quit already");
        }
    });
    println!("{}", run(events, &sender).is_empty());
    println!("{}", typist.join().is_ok());
}

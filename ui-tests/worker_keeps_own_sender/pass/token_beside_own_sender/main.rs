//@ expect: none
//@ effect: none

mod keyboard;

use std::time::Duration;

use tokio::time;

use keyboard::{Event, Keyboard};

#[tokio::main]
async fn main() {
    let keyboard = Keyboard::plug();
    for key in "ok".chars() {
        if keyboard.events.send(Event::Press(key)).await.is_err() {
            eprintln!("{key}: unplugged");
        }
    }
    time::sleep(Duration::from_millis(20)).await;
    keyboard.unplug.cancel();
    println!("{:?}", keyboard.task.await.map(|typed| typed.len()));
}

//@ expect: none
//@ effect: none

mod alarm;

use std::time::Duration;

use tokio::time;

use alarm::{Alarm, Command};

#[tokio::main]
async fn main() {
    let (commands, alarm) = Alarm::set();
    for (millis, text) in [(5, "tea"), (60_000, "next year")] {
        let after = Duration::from_millis(millis);
        let text = text.to_owned();
        let _ = commands.send(Command::Remind { after, text });
    }
    time::sleep(Duration::from_millis(40)).await;
    drop(commands);
    println!("{:?}", alarm.await.ok());
}

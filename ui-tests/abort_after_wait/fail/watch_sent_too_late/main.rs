//@ expect: abort_after_wait
//@ effect: hang

mod janitor;

use std::time::Duration;

use janitor::Janitor;
use tokio::time;

#[tokio::main]
async fn main() {
    let janitor = Janitor::hire(Duration::from_millis(5));
    time::sleep(Duration::from_millis(30)).await;
    match janitor.dismiss().await {
        Ok(rounds) => println!("worked: {}", rounds > 0),
        Err(err) => eprintln!("janitor: {err}"),
    }
}

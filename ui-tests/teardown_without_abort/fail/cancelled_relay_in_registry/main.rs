//@ expect: teardown_without_abort
//@ effect: hang

mod relays;

use std::time::Duration;

use relays::Relays;
use tokio::time;

#[tokio::main]
async fn main() {
    let relays = Relays::default();
    let mut numbers = relays.open("north").await;
    let listener = tokio::spawn(async move {
        let mut sum = 0u64;
        while let Ok(number) = numbers.recv().await {
            sum += number;
        }
        sum
    });
    time::sleep(Duration::from_millis(30)).await;
    println!("closed: {}", relays.close("north").await);
    match listener.await {
        Ok(sum) => println!("heard something: {}", sum > 0),
        Err(err) => eprintln!("listener: {err}"),
    }
    println!("{} relays known", relays.known().await);
}

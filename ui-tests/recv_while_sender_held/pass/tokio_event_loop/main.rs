//@ expect: none
//@ effect: none

mod prober;
mod report;

use std::time::Duration;

use prober::Prober;

#[tokio::main]
async fn main() {
    let prober = Prober::new(Duration::from_millis(50));
    for (host, millis) in [("alpha", 5), ("beta", 200), ("gamma", 10)] {
        prober.probe(host, millis);
    }
    println!("{:?}", prober.report().await);
}

//@ expect: none
//@ effect: none

mod command;
mod counters;

use command::Closed;
use counters::Counters;

#[tokio::main]
async fn main() -> Result<(), Closed> {
    let counters = Counters::start();
    counters.add("visits", 2).await?;
    println!("visits {}", counters.add("visits", 3).await?);
    println!("errors {:?}", counters.get("errors").await?);
    Ok(())
}

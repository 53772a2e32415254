//@ expect: none
//@ effect: none

mod node;
mod status;
mod transfer;

use std::time::Duration;

use node::Node;

#[tokio::main]
async fn main() {
    let node = Node::launch(vec![Duration::from_millis(2), Duration::ZERO]);
    match node.ready().await {
        Ok(()) => println!("ready"),
        Err(why) => println!("not ready: {why}"),
    }
    println!("{:?}", node.status());

    let (copied, _transfers) = transfer::copy_all(vec![512, 512, 40]).await;
    println!("{copied} bytes, checksum {}", transfer::checksum(7));
}

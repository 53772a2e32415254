//@ expect: recv_while_sender_held
//@ effect: hang

mod network;

use network::Network;

#[tokio::main]
async fn main() {
    let mut network = Network::ring(3);
    network.route("hello");
    println!("{} hops", network.drain().await);
}

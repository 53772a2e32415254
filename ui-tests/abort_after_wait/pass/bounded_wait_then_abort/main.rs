//@ expect: none
//@ effect: none

mod listener;

use std::time::Duration;

use tokio::net::UdpSocket;

use listener::Listener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = Listener::bind(2).await?;
    let socket = UdpSocket::bind("127.0.0.1:0").await?;
    socket.send_to(b"ping", ("127.0.0.1", listener.port)).await?;
    let packets = listener.finish(Duration::from_millis(60)).await;
    println!("{packets:?}");
    Ok(())
}

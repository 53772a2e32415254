//@ expect: none
//@ effect: none

//! A server whose accept loop ends when somebody who has its handle asks for a graceful shutdown: the tasks of its connections hear the same
//! signal, so that leaving the loop early skips nothing.

mod notify;
mod server;
mod shutdown;

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use server::Server;

async fn echo(mut stream: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 64];
    loop {
        let count = stream.read(&mut buffer).await?;
        if count == 0 {
            return Ok(());
        }
        stream.write_all(&buffer[..count]).await?;
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let server = Server::bind("127.0.0.1:0").await?;
    let address = server.listener.local_addr()?;
    let handle = server.handle();
    let running = tokio::spawn(server.serve());
    let mut client = TcpStream::connect(address).await?;
    client.write_all(b"ping").await?;
    let mut answer = [0; 4];
    client.read_exact(&mut answer).await?;
    handle.graceful_shutdown();
    running.await.expect("the server does not panic")
}

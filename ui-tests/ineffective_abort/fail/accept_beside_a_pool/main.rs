//@ expect: ineffective_abort
//@ effect: leak

mod pool;
mod server;

use std::io::Write;
use std::net::TcpStream;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use server::Server;

fn visit() -> std::io::Result<Weak<AtomicBool>> {
    let server = Server::open()?;
    let mut client = TcpStream::connect(server.address)?;
    client.write_all(b"hello\n")?;
    thread::sleep(Duration::from_millis(30));
    Ok(Arc::downgrade(&server.close))
}

fn main() -> ExitCode {
    let Ok(close) = visit() else { return ExitCode::FAILURE };
    thread::sleep(Duration::from_millis(150));
    if close.strong_count() > 0 {
        println!("the server still accepts");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}

//@ expect: none
//@ effect: none

mod printer;

use std::io::{self, Read};
use std::net::{TcpListener, TcpStream};
use std::thread;

use printer::Printer;

// The printer reads one job of ten bytes, and hangs up.
fn print(listener: &TcpListener) -> io::Result<String> {
    let (mut stream, _) = listener.accept()?;
    let mut job = [0; 10];
    stream.read_exact(&mut job)?;
    Ok(String::from_utf8_lossy(&job).into_owned())
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let addr = listener.local_addr()?;
    let device = thread::spawn(move || print(&listener));
    let mut printer = Printer::new(TcpStream::connect(addr)?)?;
    printer.send("ten bytes.")?;
    println!("status: {:?}", printer.finish());
    println!("printed: {:?}", device.join().ok().and_then(Result::ok));
    Ok(())
}

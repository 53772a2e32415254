//@ expect: none
//@ effect: none

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;

// The peer answers when it has read everything, and hangs up: it must be told that this was everything.
fn serve(listener: &TcpListener) -> io::Result<usize> {
    let (mut stream, _) = listener.accept()?;
    let mut question = String::new();
    let length = stream.read_to_string(&mut question)?;
    stream.write_all(question.to_uppercase().as_bytes())?;
    Ok(length)
}

fn ask(mut stream: TcpStream, question: &str) -> io::Result<String> {
    let mut incoming = stream.try_clone()?;
    let reader = thread::spawn(move || {
        let mut answer = String::new();
        incoming.read_to_string(&mut answer).map(|_| answer)
    });
    stream.write_all(question.as_bytes())?;
    stream.shutdown(Shutdown::Write)?;
    drop(stream);
    reader.join().unwrap_or_else(|_| Ok(String::new()))
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let addr = listener.local_addr()?;
    let server = thread::spawn(move || serve(&listener));
    println!("{}", ask(TcpStream::connect(addr)?, "who is there")?);
    println!("{:?}", server.join().ok().and_then(Result::ok));
    Ok(())
}

//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader, ErrorKind};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

struct Helper {
    child: Child,
    stream: BufReader<TcpStream>,
}

fn spawn_helper(port: u16) -> io::Result<Child> {
    Command::new("sh").arg("-c").arg("exit 1").env("HELPER_PORT", port.to_string()).stdin(Stdio::null()).stdout(Stdio::null()).spawn()
}

fn accept(listener: &TcpListener, child: &mut Child) -> io::Result<TcpStream> {
    listener.set_nonblocking(true)?;
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                stream.set_nonblocking(false)?;
                return Ok(stream);
            }
            Err(err) if err.kind() == ErrorKind::WouldBlock => {}
            Err(err) => return Err(err),
        }
        if let Some(status) = child.try_wait()? {
            return Err(io::Error::other(format!("helper ended: {status}")));
        }
        thread::sleep(Duration::from_millis(2));
    }
}

impl Helper {
    fn start() -> io::Result<Helper> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let mut child = spawn_helper(listener.local_addr()?.port())?;
        match accept(&listener, &mut child) {
            Ok(stream) => Ok(Helper { child, stream: BufReader::new(stream) }),
            Err(err) => {
                let _ = child.kill();
                let _ = child.wait();
                Err(err)
            }
        }
    }

    fn version(mut self) -> io::Result<String> {
        let mut line = String::new();
        let read = self.stream.read_line(&mut line);
        self.child.wait()?;
        read.map(|_| line.trim().to_owned())
    }
}

fn main() {
    match Helper::start().and_then(Helper::version) {
        Ok(version) => println!("helper {version}"),
        Err(err) => println!("no helper: {err}"),
    }
}

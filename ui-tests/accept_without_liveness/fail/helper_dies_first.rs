//@ expect: accept_without_liveness
//@ effect: hang

use std::io::{self, BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

struct Helper {
    child: Child,
    stream: BufReader<TcpStream>,
}

fn spawn_helper(port: u16) -> io::Result<Child> {
    Command::new("sh").arg("-c").arg("exit 1").env("HELPER_PORT", port.to_string()).stdin(Stdio::null()).stdout(Stdio::null()).spawn()
}

impl Helper {
    fn start() -> io::Result<Helper> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let mut child = spawn_helper(listener.local_addr()?.port())?;
        match listener.accept() { //~ accept_without_liveness
            Ok((stream, _)) => Ok(Helper { child, stream: BufReader::new(stream) }),
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

//@ expect: none
//@ effect: none

use std::io;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

struct Fixture {
    server: Child,
    port: u16,
}

impl Fixture {
    fn start(port: u16) -> io::Result<Fixture> {
        let server = Command::new("sleep").arg("1").stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        Ok(Fixture { server, port })
    }

    fn answers(&mut self) -> bool {
        thread::sleep(Duration::from_millis(20));
        matches!(self.server.try_wait(), Ok(None))
    }
}

impl Drop for Fixture {
    fn drop(&mut self) {
        if let Err(err) = self.server.kill() {
            eprintln!("port {}: {err}", self.port);
        }
    }
}

fn smoke_test(port: u16) -> io::Result<bool> {
    let mut fixture = Fixture::start(port)?;
    Ok(fixture.answers())
}

fn main() -> ExitCode {
    match smoke_test(8080) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(err) => {
            eprintln!("{err}");
            ExitCode::FAILURE
        }
    }
}

//@ expect: none
//@ effect: none

use std::io;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

fn command(script: &str, socket: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script]).env("CONTROL", socket);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn wait_for(listener: &UnixListener, child: &mut Child) -> io::Result<UnixStream> {
    listener.set_nonblocking(true)?;
    loop {
        match listener.accept() {
            Ok((control, _)) => return Ok(control),
            Err(err) if err.kind() != io::ErrorKind::WouldBlock => return Err(err),
            Err(_) => {}
        }
        if let Some(status) = child.try_wait()? {
            return Err(io::Error::other(format!("left with {status}")));
        }
        thread::sleep(Duration::from_millis(5));
    }
}

fn enter(script: &str) -> io::Result<UnixStream> {
    let name = format!("mended-sandbox-{}.sock", std::process::id());
    let socket = std::env::temp_dir().join(name);
    let listener = UnixListener::bind(&socket)?;
    let mut child = command(script, &socket).spawn()?;
    let control = wait_for(&listener, &mut child);
    let _ = child.kill();
    child.wait()?;
    std::fs::remove_file(&socket)?;
    control
}

fn main() {
    match enter("test -S /nowhere && exec connect \"$CONTROL\"") {
        Ok(control) => println!("connected: {control:?}"),
        Err(err) => println!("no sandbox: {err}"),
    }
}

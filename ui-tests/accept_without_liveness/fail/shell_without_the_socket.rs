//@ expect: accept_without_liveness
//@ effect: hang

use std::io::{self, BufRead, BufReader};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

struct Sandbox {
    child: Child,
    control: UnixStream,
    socket: PathBuf,
}

fn command(script: &str, socket: &Path) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", script]).env("CONTROL", socket);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

impl Sandbox {
    fn enter(script: &str) -> io::Result<Sandbox> {
        let name = format!("sandbox-{}.sock", std::process::id());
        let socket = std::env::temp_dir().join(name);
        let listener = UnixListener::bind(&socket)?;
        let mut command = command(script, &socket);
        let child = command.spawn()?;
        let (control, _) = listener.accept()?; //~ accept_without_liveness
        Ok(Sandbox { child, control, socket })
    }

    fn leave(mut self) -> io::Result<String> {
        let mut line = String::new();
        BufReader::new(&self.control).read_line(&mut line)?;
        self.child.wait()?;
        std::fs::remove_file(&self.socket)?;
        Ok(line)
    }
}

fn main() {
    match Sandbox::enter("test -S /nowhere && exec connect \"$CONTROL\"").and_then(Sandbox::leave) {
        Ok(line) => println!("it says {line}"),
        Err(err) => println!("no sandbox: {err}"),
    }
}

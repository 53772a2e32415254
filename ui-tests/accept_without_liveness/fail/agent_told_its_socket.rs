//@ expect: accept_without_liveness
//@ effect: hang

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Where an agent connects; the file goes with it.
struct SocketPath(PathBuf);

impl Drop for SocketPath {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

struct Agent {
    child: Child,
    replies: BufReader<UnixStream>,
    socket: SocketPath,
}

/// A path by which nobody else goes.
fn unused(path: PathBuf) -> PathBuf {
    let _ = std::fs::remove_file(&path);
    path
}

impl Agent {
    fn start(program: &OsStr, dir: &Path) -> io::Result<Agent> {
        let socket = SocketPath(unused(dir.join("agent.sock")));
        let listener = UnixListener::bind(&socket.0)?;
        let child = Command::new(program).arg(dir.join("agent.sock")).stdin(Stdio::null()).spawn()?;
        let (stream, _) = listener.accept()?; //~ accept_without_liveness
        Ok(Agent { child, replies: BufReader::new(stream), socket })
    }

    fn greeting(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.replies.read_line(&mut line)?;
        Ok(line)
    }

    fn stop(mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        println!("{} is free", self.socket.0.display());
        Ok(())
    }
}

fn main() -> io::Result<()> {
    let dir = std::env::temp_dir().join(format!("agents-{}", std::process::id()));
    std::fs::create_dir_all(&dir)?;
    let mut agent = Agent::start(OsStr::new("true"), &dir)?;
    println!("{}", agent.greeting()?);
    agent.stop()
}

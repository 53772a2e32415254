//@ expect: accept_without_liveness
//@ effect: hang

use std::io::{self, Read};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

struct Plugin {
    child: Child,
    stream: UnixStream,
}

struct Host {
    dir: PathBuf,
    started: u32,
}

impl Host {
    fn new() -> Host {
        Host { dir: std::env::temp_dir(), started: 0 }
    }

    fn launch(&mut self, program: &str) -> io::Result<Plugin> {
        self.started += 1;
        let path = self.dir.join(format!("plugin-{}-{}.sock", std::process::id(), self.started));
        let listener = UnixListener::bind(&path)?;
        let mut child = Command::new("sh")
            .arg("-c")
            .arg(program)
            .env("PLUGIN_SOCKET", &path)
            .stdin(Stdio::null())
            .spawn()?;
        let greeted = greet(&listener);
        remove(&path);
        match greeted {
            Ok(stream) => Ok(Plugin { child, stream }),
            Err(err) => {
                child.kill()?;
                child.wait()?;
                Err(err)
            }
        }
    }
}

fn greet(listener: &UnixListener) -> io::Result<UnixStream> {
    let (stream, _) = listener.accept()?; //~ accept_without_liveness
    Ok(stream)
}

fn remove(path: &Path) {
    let _ = std::fs::remove_file(path);
}

fn main() {
    let mut host = Host::new();
    match host.launch("echo no licence; exit 4") {
        Ok(mut plugin) => {
            let mut greeting = String::new();
            let _ = plugin.stream.read_to_string(&mut greeting);
            let _ = plugin.child.wait();
            println!("{greeting}");
        }
        Err(err) => println!("not loaded: {err}"),
    }
}

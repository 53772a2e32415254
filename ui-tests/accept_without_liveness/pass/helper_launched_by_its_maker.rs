//@ expect: none
//@ effect: none

use std::io;
use std::path::PathBuf;
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::process::{Child, Command};

struct Helper {
    process: Child,
    socket: PathBuf,
    listener: UnixListener,
}

fn socket_path(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("{name}-{}.sock", std::process::id()))
}

impl Helper {
    fn launch(program: &str) -> io::Result<Helper> {
        let socket = socket_path(program);
        let _ = std::fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket)?;
        let process = Command::new(program)
            .arg(&socket)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        Ok(Helper {
            process,
            socket,
            listener,
        })
    }

    async fn connected(&mut self) -> io::Result<UnixStream> {
        tokio::select! {
            accepted = self.listener.accept() => Ok(accepted?.0),
            status = self.process.wait() => Err(io::Error::other(format!("helper: {}", status?))),
        }
    }

    async fn first_line(&mut self) -> io::Result<String> {
        let stream = self.connected().await?;
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line).await?;
        Ok(line)
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.socket);
        println!("helper {:?} dropped", self.process.id().is_some());
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut helper = Helper::launch("ls")?;
    match helper.first_line().await {
        Ok(line) => println!("helper says {line:?}"),
        Err(err) => println!("no helper: {}", err.kind()),
    }
    Ok(())
}

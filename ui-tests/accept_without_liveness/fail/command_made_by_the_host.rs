//@ expect: accept_without_liveness
//@ effect: hang

use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::process::{Child, Command};

struct PluginHost {
    socket: PathBuf,
    listener: UnixListener,
}

struct Plugin {
    process: Child,
    stream: BufReader<UnixStream>,
}

impl PluginHost {
    fn bind(dir: &Path) -> io::Result<PluginHost> {
        let socket = dir.join(format!("plugins-{}.sock", std::process::id()));
        let _ = std::fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket)?;
        Ok(PluginHost { socket, listener })
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .arg(&self.socket)
            .env("PLUGIN_SOCKET", &self.socket)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true);
        command
    }

    async fn launch(&self, program: &str) -> io::Result<Plugin> {
        let mut process = self.command(program).spawn()?;
        if let Some(id) = process.id() {
            println!("{program} started: {}", id > 0);
        }
        let (stream, _) = self.listener.accept().await?; //~ accept_without_liveness
        Ok(Plugin {
            process,
            stream: BufReader::new(stream),
        })
    }
}

impl Plugin {
    async fn greeting(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        Ok(line)
    }

    async fn stop(mut self) -> io::Result<()> {
        self.process.kill().await
    }
}

impl Drop for PluginHost {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.socket);
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let host = PluginHost::bind(&std::env::temp_dir())?;
    match host.launch("false").await {
        Ok(mut plugin) => {
            println!("hello: {}", plugin.greeting().await?);
            plugin.stop().await?;
        }
        Err(err) => println!("no plugin: {err}"),
    }
    Ok(())
}

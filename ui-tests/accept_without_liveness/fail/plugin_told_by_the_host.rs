//@ expect: accept_without_liveness
//@ effect: hang

use std::io;
use std::path::{Path, PathBuf};

use tokio::io::AsyncWriteExt;
use tokio::net::{UnixListener, UnixStream};
use tokio::process::{Child, Command};

struct PluginHost {
    dir: PathBuf,
    listener: UnixListener,
}

struct Plugin {
    child: Child,
    stream: UnixStream,
}

impl PluginHost {
    fn bind(dir: &Path) -> io::Result<PluginHost> {
        std::fs::create_dir_all(dir)?;
        let path = dir.join("plugins.sock");
        let _ = std::fs::remove_file(&path);
        Ok(PluginHost {
            dir: dir.to_owned(),
            listener: UnixListener::bind(path)?,
        })
    }

    async fn load(&self, program: &str) -> io::Result<Plugin> {
        let child = Command::new(program)
            .env("PLUGIN_SOCKET", self.dir.join("plugins.sock"))
            .kill_on_drop(true)
            .spawn()?;
        let (stream, _) = self.listener.accept().await?; //~ accept_without_liveness
        Ok(Plugin { child, stream })
    }
}

impl Plugin {
    async fn greet(&mut self) -> io::Result<()> {
        self.stream.write_all(b"hello\n").await
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let dir = std::env::temp_dir().join(format!("plugin-host-{}", std::process::id()));
    let host = PluginHost::bind(&dir)?;
    match host.load("true").await {
        Ok(mut plugin) => {
            plugin.greet().await?;
            println!("loaded {:?}", plugin.child.id());
        }
        Err(err) => println!("not loaded: {err}"),
    }
    std::fs::remove_dir_all(&dir)
}

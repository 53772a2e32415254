use std::io;
use std::process::Stdio;

use tokio::io::AsyncReadExt;
use tokio::net::{UnixListener, UnixStream};
use tokio::process::{Child, Command};

pub struct Plugin {
    name: String,
    _child: Child,
    stream: UnixStream,
}

impl Plugin {
    pub async fn load(name: &str) -> io::Result<Plugin> {
        let socket = std::env::temp_dir().join(format!("{name}-{}.sock", std::process::id()));
        let _ = std::fs::remove_file(&socket);
        let listener = UnixListener::bind(&socket)?;
        let child = Command::new(name).arg(&socket).stdin(Stdio::null()).stdout(Stdio::null()).kill_on_drop(true).spawn()?;
        let accepted = listener.accept().await; //~ accept_without_liveness
        let _ = std::fs::remove_file(&socket);
        let (stream, _) = accepted?;
        Ok(Plugin { name: name.to_owned(), _child: child, stream })
    }

    pub async fn greeting(mut self) -> String {
        let mut greeting = String::new();
        match self.stream.read_to_string(&mut greeting).await {
            Ok(_) => greeting,
            Err(err) => format!("{}: {err}", self.name),
        }
    }
}

//@ expect: none
//@ effect: none

use std::io;
use std::process::ExitStatus;
use std::sync::Arc;
use std::time::Duration;

use tokio::process::{Child, Command};
use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

struct Daemon {
    child: Arc<Mutex<Child>>,
    pings: JoinHandle<u32>,
    stop: CancellationToken,
}

async fn ping(stop: CancellationToken) -> u32 {
    let mut sent = 0;
    while stop
        .run_until_cancelled(tokio::time::sleep(Duration::from_millis(5)))
        .await
        .is_some()
    {
        sent += 1;
    }
    sent
}

impl Daemon {
    fn start() -> io::Result<Daemon> {
        let child = Command::new("sleep").arg("60").kill_on_drop(true).spawn()?;
        let stop = CancellationToken::new();
        let pings = tokio::spawn(ping(stop.child_token()));
        Ok(Daemon {
            child: Arc::new(Mutex::new(child)),
            pings,
            stop,
        })
    }

    async fn shutdown(self) -> io::Result<(u32, ExitStatus)> {
        let mut child = self.child.lock().await;
        child.start_kill()?;
        let status = child.wait().await?;
        self.stop.cancel();
        let pings = self.pings.await.unwrap_or(0);
        Ok((pings, status))
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let daemon = Daemon::start()?;
    tokio::time::sleep(Duration::from_millis(20)).await;
    let (pings, status) = daemon.shutdown().await?;
    println!("some pings: {}, {status}", pings > 0);
    Ok(())
}

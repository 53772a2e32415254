//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time;

struct Exporter {
    shutdown: oneshot::Sender<()>,
    task: JoinHandle<Result<u32, ExportError>>,
}

#[derive(Debug)]
enum ExportError {
    DiskFull { written: u32 },
}

async fn export(quota: u32, mut shutdown: oneshot::Receiver<()>) -> Result<u32, ExportError> {
    let mut written = 0;
    loop {
        tokio::select! {
            _ = &mut shutdown => return Ok(written),
            () = time::sleep(Duration::from_millis(2)) => written += 1,
        }
        if written > quota {
            return Err(ExportError::DiskFull { written });
        }
    }
}

impl Exporter {
    fn start(quota: u32) -> Exporter {
        let (shutdown, stop) = oneshot::channel();
        let task = tokio::spawn(export(quota, stop));
        Exporter { shutdown, task }
    }

    async fn shutdown(self) -> bool {
        if self.shutdown.send(()).is_err() {
            println!("the exporter ended before");
        }
        match self.task.await {
            Ok(Ok(written)) => {
                println!("wrote something: {}", written > 0);
                true
            }
            Ok(Err(err)) => {
                println!("failed: {err:?}");
                false
            }
            Err(err) => {
                eprintln!("export task: {err}");
                false
            }
        }
    }
}

#[tokio::main]
async fn main() {
    for quota in [10_000, 3] {
        let exporter = Exporter::start(quota);
        time::sleep(Duration::from_millis(50)).await;
        println!("clean: {}", exporter.shutdown().await);
    }
}

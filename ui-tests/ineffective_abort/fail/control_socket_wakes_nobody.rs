//@ expect: ineffective_abort
//@ effect: hang

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};
use tokio::task::JoinHandle;

struct Control {
    closing: Arc<AtomicBool>,
    acceptor: JoinHandle<usize>,
}

impl Control {
    fn listen(listener: UnixListener) -> Control {
        let closing = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&closing);
        let acceptor = tokio::spawn(async move {
            let mut served = 0;
            while !flag.load(Ordering::SeqCst) {
                let Ok((mut stream, _)) = listener.accept().await else {
                    continue;
                };
                let mut request = [0; 4];
                if stream.read_exact(&mut request).await.is_ok() {
                    let _ = stream.write_all(b"done").await;
                    served += 1;
                }
            }
            served
        });
        Control {
            closing,
            acceptor,
        }
    }

    async fn close(self) -> usize {
        self.closing.store(true, Ordering::SeqCst); //~ ineffective_abort
        self.acceptor.await.unwrap_or(0)
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let path = std::env::temp_dir().join(format!("control-{}.sock", std::process::id()));
    let _ = std::fs::remove_file(&path);
    let control = Control::listen(UnixListener::bind(&path)?);
    let mut client = UnixStream::connect(&path).await?;
    client.write_all(b"ping").await?;
    let mut answer = String::new();
    client.read_to_string(&mut answer).await?;
    println!("{answer}");
    std::fs::remove_file(&path)?;
    tokio::time::sleep(Duration::from_millis(20)).await;
    println!("{} served", control.close().await);
    Ok(())
}

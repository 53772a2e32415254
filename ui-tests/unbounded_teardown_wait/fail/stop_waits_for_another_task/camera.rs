use std::time::Duration;

use must_abort::kills;
use tokio::task::JoinHandle;
use tokio::time;

pub struct Camera {
    name: &'static str,
    capture: JoinHandle<()>,
    upload: JoinHandle<u32>,
}

async fn capture(period: Duration) {
    let mut interval = time::interval(period);
    loop {
        interval.tick().await;
        tokio::task::yield_now().await;
    }
}

async fn upload(takes: Duration) -> u32 {
    time::sleep(takes).await;
    1
}

impl Camera {
    pub fn start(name: &'static str, takes: Duration) -> Camera {
        Camera { name, capture: tokio::spawn(capture(Duration::from_millis(5))), upload: tokio::spawn(upload(takes)) }
    }

    #[kills(self.capture)]
    pub async fn stop(self) -> Option<u32> {
        self.capture.abort();
        match self.upload.await { //~ unbounded_teardown_wait
            Ok(pictures) => Some(pictures),
            Err(err) => {
                eprintln!("{}: {err}", self.name);
                None
            }
        }
    }
}

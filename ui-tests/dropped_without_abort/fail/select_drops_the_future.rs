//@ expect: dropped_without_abort
//@ effect: hang

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use must_abort::must_abort;
use tokio::sync::Notify;
use tokio::time;
use tokio_util::sync::CancellationToken;

#[derive(Clone, Debug)]
enum End {
    Sealed(usize),
    Abandoned,
}

#[derive(Default)]
struct Shared {
    end: Mutex<Option<End>>,
    ended: Notify,
}

#[must_abort(seal, abandon)]
struct Archive {
    shared: Arc<Shared>,
    files: Vec<&'static str>,
}

impl Archive {
    fn finish(&self, end: End) {
        let mut slot = self.shared.end.lock().unwrap_or_else(PoisonError::into_inner);
        *slot = Some(end);
        self.shared.ended.notify_one();
    }

    fn seal(self) {
        self.finish(End::Sealed(self.files.len()));
    }

    fn abandon(self) {
        self.finish(End::Abandoned);
    }
}

async fn uploader(shared: Arc<Shared>) -> Option<End> {
    shared.ended.notified().await;
    let slot = shared.end.lock().unwrap_or_else(PoisonError::into_inner);
    slot.clone()
}

async fn pack(mut archive: Archive, files: &[&'static str]) {
    for file in files {
        if file.is_empty() {
            archive.abandon();
            return;
        }
        time::sleep(Duration::from_millis(10)).await;
        archive.files.push(file);
    }
    archive.seal();
}

#[tokio::main]
async fn main() {
    let many = ["x"; 100];
    for files in [&["a", "b"][..], &many] {
        let shared = Arc::new(Shared::default());
        let upload = tokio::spawn(uploader(shared.clone()));
        let files_of = Vec::new();
        let archive = Archive { shared, files: files_of };
        let stop = CancellationToken::new();
        let stopper = stop.clone();
        tokio::spawn(async move {
            time::sleep(Duration::from_millis(60)).await;
            stopper.cancel();
        });
        tokio::select! { //~ dropped_without_abort
            () = pack(archive, files) => println!("packed"),
            () = stop.cancelled() => println!("cancelled"),
        }
        println!("{:?}", upload.await.ok());
    }
}

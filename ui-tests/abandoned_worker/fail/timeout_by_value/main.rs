//@ expect: abandoned_worker
//@ effect: leak

mod backup;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::time;

use backup::Backup;

#[tokio::main]
async fn main() -> ExitCode {
    let backup = Backup { progress: Arc::default(), limit: Duration::from_millis(60) };
    println!("{:?}", backup.run(3).await);
    println!("{:?}", backup.run(100_000).await);

    time::sleep(Duration::from_millis(20)).await;
    let before = backup.progress.copied.load(Ordering::Relaxed);
    time::sleep(Duration::from_millis(100)).await;
    let after = backup.progress.copied.load(Ordering::Relaxed);
    if after > before {
        println!("it goes on copying");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}

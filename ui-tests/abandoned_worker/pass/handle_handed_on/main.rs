//@ expect: none
//@ effect: none

mod reaper;

use std::time::Duration;

use reaper::Reaper;
use tokio::task::JoinHandle;
use tokio::time;

fn convert(file: &'static str, millis: u64) -> JoinHandle<String> {
    tokio::spawn(async move {
        time::sleep(Duration::from_millis(millis)).await;
        file.replace(".wav", ".ogg")
    })
}

async fn try_quickly(file: &'static str, millis: u64) -> Result<String, JoinHandle<String>> {
    let mut task = convert(file, millis);
    match time::timeout(Duration::from_millis(20), &mut task).await {
        Ok(Ok(name)) => Ok(name),
        Ok(Err(err)) => Ok(format!("{file}: {err}")),
        Err(_) => Err(task),
    }
}

#[tokio::main]
async fn main() {
    let mut reaper = Reaper::default();
    for (file, millis) in [("a.wav", 1), ("b.wav", 60), ("c.wav", 2)] {
        match try_quickly(file, millis).await {
            Ok(name) => println!("{name}"),
            Err(task) => reaper.adopt(file, task),
        }
    }
    println!("{} late ones", reaper.finish().await);
}

//@ expect: none
//@ effect: none

//! Flags that a `watch` shows, each seen in time: by a look between short sleeps, by a wait for the change, by the end of the sender.

use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

async fn one() {
    let (stop, mut stopped) = watch::channel(false);
    let task = tokio::spawn(async move {
        let mut n = 0;
        loop {
            tokio::select! {
                _ = stopped.changed() => if *stopped.borrow() { break n },
                _ = tokio::time::sleep(Duration::from_millis(2)) => n += 1,
            }
        }
    });
    tokio::time::sleep(Duration::from_millis(9)).await;
    let _ = stop.send(true);
    println!("{:?}", task.await);
}
async fn two() {
    let (stop, stopped) = watch::channel(false);
    let task = tokio::spawn(async move {
        while !*stopped.borrow() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    });
    stop.send_replace(true);
    let _ = task.await;
}
async fn three() {
    let (stop, mut stopped) = watch::channel(false);
    let task = tokio::spawn(async move {
        while stopped.changed().await.is_ok() {
            if *stopped.borrow() {
                break;
            }
        }
    });
    drop(stop);
    let _ = task.await;
}
struct Four {
    stop: watch::Sender<bool>,
    thread: Option<thread::JoinHandle<u32>>,
}
impl Four {
    fn new() -> Self {
        let (stop, stopped) = watch::channel(false);
        let thread = thread::spawn(move || {
            let mut n = 0;
            loop {
                if *stopped.borrow() {
                    return n;
                }
                n += 1;
                thread::sleep(Duration::from_millis(1));
            }
        });
        Four {
            stop,
            thread: Some(thread),
        }
    }
}
impl Drop for Four {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(t) = self.thread.take() {
            println!("{:?}", t.join());
        }
    }
}
async fn six() {
    let (stop, stopped) = watch::channel(false);
    let task = tokio::spawn(async move {
        while !*stopped.borrow() {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    });
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(5)).await;
        let _ = stop.send(true);
    });
    let _ = task.await;
}
async fn seven() {
    let (ready, mut is_ready) = watch::channel(false);
    let task = tokio::spawn(async move {
        if !*is_ready.borrow() {
            let _ = is_ready.changed().await;
        }
        println!("ready");
    });
    let _ = ready.send(true);
    let _ = task.await;
}
struct Eight {
    stop: Arc<watch::Sender<bool>>,
    jobs: mpsc::Sender<u32>,
    task: JoinHandle<()>,
}
impl Eight {
    fn start() -> Eight {
        let (stop, mut stopped) = watch::channel(false);
        let (jobs, mut queue) = mpsc::channel(4);
        let task = tokio::spawn(async move {
            loop {
                if *stopped.borrow_and_update() {
                    break;
                }
                tokio::select! {
                    job = queue.recv() => match job { Some(j) => println!("{j}"), None => break },
                    _ = stopped.changed() => {}
                }
            }
        });
        Eight {
            stop: Arc::new(stop),
            jobs,
            task,
        }
    }
    async fn stop(self) {
        let _ = self.jobs.send(1).await;
        let _ = self.stop.send(true);
        let _ = self.task.await;
    }
}
async fn nine() {
    let (paused, is_paused) = watch::channel(true);
    let (jobs, mut queue) = mpsc::channel::<u32>(4);
    let task = tokio::spawn(async move {
        while let Some(job) = queue.recv().await {
            while *is_paused.borrow() {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            println!("{job}");
        }
    });
    let _ = jobs.send(1).await;
    let _ = paused.send(false);
    drop(jobs);
    let _ = task.await;
}
async fn ten() {
    // the initial value already says it
    let (_stop, stopped) = watch::channel(true);
    let task = tokio::spawn(async move {
        while !*stopped.borrow() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    });
    let _ = task.await;
}
#[tokio::main]
async fn main() {
    one().await;
    two().await;
    three().await;
    drop(Four::new());
    six().await;
    seven().await;
    Eight::start().stop().await;
    nine().await;
    ten().await;
}

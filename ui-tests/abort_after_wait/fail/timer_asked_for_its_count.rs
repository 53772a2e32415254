//@ expect: abort_after_wait
//@ effect: hang

use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time::{sleep_until, Instant};

struct Timer {
    set: mpsc::Sender<(Duration, oneshot::Sender<()>)>,
    quit: oneshot::Sender<()>,
    done: oneshot::Receiver<u32>,
}

async fn run(
    mut set: mpsc::Receiver<(Duration, oneshot::Sender<()>)>,
    mut quit: oneshot::Receiver<()>,
    done: oneshot::Sender<u32>,
) {
    let mut pending: Vec<(Instant, oneshot::Sender<()>)> = Vec::new();
    let mut fired = 0;
    loop {
        pending.sort_by_key(|(at, _)| *at);
        let next = pending.first().map(|(at, _)| *at);
        let idle = Instant::now() + Duration::from_secs(3600);
        tokio::select! {
            _ = &mut quit => break,
            Some((after, wake)) = set.recv() => pending.push((Instant::now() + after, wake)),
            () = sleep_until(next.unwrap_or(idle)), if next.is_some() => {
                let (_, wake) = pending.remove(0);
                let _ = wake.send(());
                fired += 1;
            }
        }
    }
    let _ = done.send(fired);
}

impl Timer {
    fn start() -> Timer {
        let (set, requests) = mpsc::channel(8);
        let (quit, quitting) = oneshot::channel();
        let (done, fired) = oneshot::channel();
        tokio::spawn(run(requests, quitting, done));
        Timer {
            set,
            quit,
            done: fired,
        }
    }

    async fn after(&self, delay: Duration) {
        let (wake, woken) = oneshot::channel();
        if self.set.send((delay, wake)).await.is_ok() {
            let _ = woken.await;
        }
    }

    async fn stop(self) -> u32 {
        let fired = self.done.await.unwrap_or(0); //~ abort_after_wait
        let _ = self.quit.send(());
        fired
    }
}

#[tokio::main]
async fn main() {
    let timer = Timer::start();
    timer.after(Duration::from_millis(10)).await;
    timer.after(Duration::from_millis(5)).await;
    println!("{} timers fired", timer.stop().await);
}

//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;

use futures::channel::mpsc::{channel, Receiver};
use futures::{SinkExt, StreamExt};
use tokio::time;

struct Live(Arc<AtomicUsize>);

impl Drop for Live {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

#[derive(Debug, Clone, Copy)]
struct Beat {
    at: u64,
    pulse: u8,
}

fn monitor(live: &Arc<AtomicUsize>) -> Receiver<Beat> {
    let (mut beats, receiver) = channel(2);
    live.fetch_add(1, Ordering::SeqCst);
    let live = Live(Arc::clone(live));
    tokio::spawn(async move {
        let _live = live;
        let mut at = 0;
        loop {
            time::sleep(Duration::from_millis(3)).await;
            at += 3;
            let pulse = 60 + (at % 7) as u8;
            if let Err(err) = beats.send(Beat { at, pulse }).await {
                eprintln!("monitor ends: {err}");
                return;
            }
        }
    });
    receiver
}

async fn resting_pulse(mut beats: Receiver<Beat>) -> u8 {
    let mut lowest = u8::MAX;
    while let Some(beat) = beats.next().await {
        lowest = lowest.min(beat.pulse);
        if beat.at > 20 {
            break;
        }
    }
    lowest
}

#[tokio::main]
async fn main() -> ExitCode {
    let live = Arc::new(AtomicUsize::new(0));
    println!("resting: {}", resting_pulse(monitor(&live)).await);
    time::sleep(Duration::from_millis(40)).await;
    if live.load(Ordering::SeqCst) > 0 {
        println!("the monitor is still on");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}

//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time;

#[derive(Debug)]
enum Event {
    Tick(u32),
    Frame,
}

async fn tick(events: UnboundedSender<Event>, ticks: Arc<AtomicU32>) {
    let mut interval = time::interval(Duration::from_millis(3));
    loop {
        interval.tick().await;
        let number = ticks.fetch_add(1, Ordering::Relaxed);
        if let Err(lost) = events.send(Event::Tick(number)) {
            println!("the window is closed: {:?}", lost.0);
            return;
        }
    }
}

fn open(ticks: &Arc<AtomicU32>) -> UnboundedReceiver<Event> {
    let (sender, events) = mpsc::unbounded_channel();
    if sender.send(Event::Frame).is_err() {
        eprintln!("no window");
    }
    tokio::spawn(tick(sender, Arc::clone(ticks)));
    events
}

async fn run(mut events: UnboundedReceiver<Event>, frames: u32) {
    while let Some(event) = events.recv().await {
        match event {
            Event::Tick(number) if number >= frames => break,
            Event::Tick(_) | Event::Frame => {}
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let ticks = Arc::new(AtomicU32::new(0));
    run(open(&ticks), 4).await;
    time::sleep(Duration::from_millis(20)).await;
    let before = ticks.load(Ordering::Relaxed);
    time::sleep(Duration::from_millis(60)).await;
    if ticks.load(Ordering::Relaxed) > before {
        println!("it ticks on");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}

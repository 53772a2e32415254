//@ expect: blocking_park_in_async
//@ effect: hang

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::time;

enum Progress {
    Step(u32),
    Done,
}

struct Exporter {
    runtime: Runtime,
    steps: u32,
}

async fn export(steps: u32, progress: Sender<Progress>) {
    for step in 1..=steps {
        time::sleep(Duration::from_millis(1)).await;
        if progress.send(Progress::Step(step)).is_err() {
            return;
        }
    }
    let _ = progress.send(Progress::Done);
}

async fn watch(progress: Receiver<Progress>) -> u32 {
    let mut last = 0;
    while let Ok(Progress::Step(step)) = progress.recv() { //~ blocking_park_in_async
        println!("step {step}");
        last = step;
    }
    last
}

impl Exporter {
    fn new(steps: u32) -> io::Result<Exporter> {
        let runtime = Builder::new_current_thread().enable_time().build()?;
        Ok(Exporter { runtime, steps })
    }

    fn run(&self) -> u32 {
        let (sender, progress) = channel();
        self.runtime.spawn(export(self.steps, sender));
        self.runtime.block_on(watch(progress))
    }
}

fn main() -> io::Result<()> {
    let exporter = Exporter::new(3)?;
    let worker = thread::spawn(move || exporter.run());
    println!("{:?} steps", worker.join().ok());
    Ok(())
}
